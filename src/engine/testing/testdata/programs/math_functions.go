// Transcendental functions, to the digits printed.
package main

import (
	"fmt"
	"math"
)

func main() {
	for _, x := range []float64{0.5, 1, 2, 10} {
		fmt.Printf("%.10g %.10g %.10g %.10g %.10g\n", math.Sin(x), math.Cos(x), math.Exp(x), math.Log(x), math.Atan(x))
	}
	fmt.Println(math.Pow(2, 10), math.Pow(2, 0.5), math.Pow(-8, 1.0/3), math.Log2(8), math.Log10(1000), math.Abs(-3))
	fmt.Println(math.MaxInt, math.MinInt64, uint(math.MaxUint32), math.MaxFloat32)
}
