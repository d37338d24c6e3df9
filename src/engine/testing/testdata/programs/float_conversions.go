// float32 and float64 arithmetic rounds at each step; conversions to and from integers.
package main

import (
	"fmt"
	"math"
)

func main() {
	var a float32 = 16777216
	fmt.Println(a+1 == a, float64(a)+1, a*a, a/3)
	var x float64 = 0.1
	var y float32 = 0.1
	fmt.Println(float64(y) == x, float32(x) == y, float64(y))
	sum := float32(0)
	for i := 0; i < 10; i++ {
		sum += 0.1
	}
	fmt.Println(sum, sum == 1)
	d := 0.0
	for i := 0; i < 10; i++ {
		d += 0.1
	}
	fmt.Println(d, int(d*10), int(-d*2.9), uint8(d*200.7), int64(math.Pow(2, 40)))
	n := int64(1<<53 + 1)
	fmt.Println(float64(n) == float64(n-1), int64(float64(n)), float32(n))
	fmt.Println(math.Round(2.5), math.RoundToEven(2.5), math.Ceil(-0.5), math.Max(3, math.NaN()), math.Hypot(3, 4), math.Cbrt(27))
	fmt.Println(math.Float64bits(1.5), math.Float32bits(-2), math.Float64frombits(0x7ff0000000000000), math.Signbit(math.Copysign(0, -1)))
	frac, exp := math.Frexp(10)
	i, f := math.Modf(-3.25)
	fmt.Println(frac, exp, i, f)
	u := uint64(1<<64 - 1)
	fmt.Println(float64(u), float32(u), float64(u>>1))
}
