// Infinities, NaN, negative zero, rounding and formatting.
package main

import (
	"fmt"
	"math"
)

func main() {
	zero := 0.0
	inf := 1 / zero
	nan := inf - inf
	fmt.Println(inf, -inf, nan, -1/inf, 1/(-1/inf))
	fmt.Println(nan == nan, nan < 1, nan != nan, inf > math.MaxFloat64)
	fmt.Println(math.Sqrt(2), math.Floor(-1.5), math.Trunc(-1.5), math.Mod(7, -3), math.IsNaN(nan), math.Inf(-1))
	fmt.Println(0.1+0.2, 1e21, 1e20, 1e-7, 123456789.0, float32(0.1), 100000000000000000000000.0)
	fmt.Println(math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxInt64, uint64(math.MaxUint64))
	fmt.Printf("%g %e %f %.3g %8.2f|%-8.2f|%+d %x\n", 1.5, 1.5, 1.5, 1234.5678, 3.14159, 3.14159, 5, 1.5)
	a, b, c := 1e16, 1.0, -1e16
	fmt.Println(a+b+c, a+c+b)
	println(1.5, float32(2.5), -zero, inf, nan)
}
