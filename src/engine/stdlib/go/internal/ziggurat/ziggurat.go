// Package ziggurat has the tables for random numbers that are not uniform.
package ziggurat

import "math"

// A Table is a ziggurat of Marsaglia and Tsang ("The Ziggurat Method for Generating Random Variables", 2000): the area under a curve is covered by layers of equal
// area; a point in a layer is mostly under the curve, which one comparison of integers tells.
type Table struct {
	K    []uint32  // up to where a layer is under the curve for certain
	W, F []float32 // widths of the layers over the range of the integers, heights
}

// Where the lowest layers of the normal and of the exponential distribution begin.
const (
	NormalTail      = 3.442619855899
	ExponentialTail = 7.69711747013104972
)

var (
	normal      *Table
	exponential *Table
)

// build computes a ziggurat of n layers of an area each; f is the curve and inverse its inverse, scale the range of the integers.
func build(n int, tail, area, scale float64, f, inverse func(float64) float64) *Table {
	z := &Table{make([]uint32, n), make([]float32, n), make([]float32, n)}
	x := tail
	q := area / f(x)
	z.K[0] = uint32(x / q * scale)
	z.W[0] = float32(q / scale)
	z.W[n-1] = float32(x / scale)
	z.F[0] = 1
	z.F[n-1] = float32(f(x))
	for i := n - 2; i > 0; i-- {
		below := x
		x = inverse(area/x + f(x))
		z.K[i+1] = uint32(x / below * scale)
		z.F[i] = float32(f(x))
		z.W[i] = float32(x / scale)
	}
	return z
}

// Normal returns the table of the normal distribution: 128 layers, for integers of 31 bits and a sign.
func Normal() *Table {
	if normal != nil {
		return normal
	}
	f := func(x float64) float64 { return math.Exp(-0.5 * x * x) }
	inverse := func(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) }
	normal = build(128, NormalTail, 9.91256303526217e-3, 1<<31, f, inverse)
	return normal
}

// Exponential returns the table of the exponential distribution: 256 layers, for integers of 32 bits.
func Exponential() *Table {
	if exponential != nil {
		return exponential
	}
	f := func(x float64) float64 { return math.Exp(-x) }
	inverse := func(y float64) float64 { return -math.Log(y) }
	exponential = build(256, ExponentialTail, 3.949659822581572e-3, 1<<32, f, inverse)
	return exponential
}
