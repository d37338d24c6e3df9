package main

import (
	"math"
	"math/rand"
)

// special are the arguments with results of their own.
var special = []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1.5, 10, 100, -100, 0.1, 1e-5, -1e-5, 1e-20, 1e-310, 5e-324, -5e-324, 1e300, -1e300,
	709.4, 709.79, 710, 745, -745.2, -746, 1024, -1022, -1074, -1075, math.Pi, math.Pi / 2, math.Pi / 4, 1e6, 1e15, 1e22, math.MaxFloat64, -math.MaxFloat64,
	math.Inf(1), math.Inf(-1), math.NaN(), 0x1p-1022, 0x1p52, 0x1p53 + 2, 170, 171.6, -170.5, -184, 26, 27.2, 6.5, 20, 1 - 0x1p-53, 1 + 0x1p-52, -1 + 0x1p-53}

// corners are where functions go from one formula to another, and their zeros and poles.
var corners = []float64{1e-9, 0x1p-13, 0x1p-27, 0x1p-28, 0x1p-29, 0x1p-54, 0x1p-56, 0x1p-70, 0.2316, 0.25, math.Ln2 / 2, 0.35, math.Sqrt2 - 1, 0.5, 0.625, 0.66, 0.7, math.Sqrt2 / 2, 0.7316, 0.84375, 0.85, 0.9, 1,
	3 * math.Ln2 / 2, 1.2316, 1.25, 1.4616, 1.7316, 2, math.Sqrt2 + 1, 1 / 0.35, 2.8571, 3, 4.5454, 5, 6, 8, 20, 21, 28, 33, 56 * math.Ln2, 44, 143.01608, 171.6243, 200, 0x1p28, 0x1p29, 0x1p52, 0x1p53, 0x1p58, 0x1p129, 0x1p302,
	math.Pi / 4, math.Pi / 2, math.Pi, 3 * math.Pi / 2, 2 * math.Pi, 100 * math.Pi, 1e5 * math.Pi, 0x1p40 * math.Pi, 2.404825557695773, 3.8317059702075125, 0.8935769662791675, 2.197141326031017, 1 - math.Exp(-25), math.Exp(-25), 709.43, 745.13, 1022, 1074}

// argument draws a number of any kind, usually one between low and high or near a corner.
func argument(r *rand.Rand, low, high float64) float64 {
	switch r.Intn(10) {
	case 0:
		return math.Float64frombits(r.Uint64())
	case 1:
		return float64(r.Intn(801)-400) / []float64{1, 2, 4}[r.Intn(3)]
	case 2:
		return math.Ldexp(r.Float64()-0.5, r.Intn(120)-60)
	case 3:
		return nearCorner(r)
	case 4:
		if r.Intn(20) == 0 {
			return math.Float64frombits(r.Uint64() &^ (0x7FF << 52)) // subnormal
		}
		return nearCorner(r)
	}
	return low + (high-low)*r.Float64()
}

// nearCorner draws a number near a corner, with as many digits in common as not.
func nearCorner(r *rand.Rand) float64 {
	x := corners[r.Intn(len(corners))] * (1 + (r.Float64()-0.5)*math.Ldexp(1, -r.Intn(54)))
	if r.Intn(2) == 0 {
		return -x
	}
	return x
}

// subnormal reports whether x is so small that the digits of its mantissa are fewer.
func subnormal(x float64) bool { return x != 0 && math.Abs(x) < 0x1p-1022 }
