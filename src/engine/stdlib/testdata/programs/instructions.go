// Functions that are an instruction here, as values.
package main

import (
	"fmt"
	"math"
	"math/bits"
)

func apply(f func(float64) float64, x float64) float64 { return f(x) }

func main() {
	fmt.Println(apply(math.Sqrt, 2), apply(math.Abs, -2), apply(math.Floor, 2.5))
	f := math.Float64bits
	g := bits.OnesCount64
	h := math.Copysign
	fmt.Println(f(1), g(7), h(1, -2))
}
