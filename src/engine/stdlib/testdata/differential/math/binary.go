package main

import (
	"math"
	"math/rand"

	ours "il/math"
)

var binaries = []struct {
	name string
	f, g func(x, y float64) float64
}{
	{"Pow", ours.Pow, math.Pow}, {"Hypot", ours.Hypot, math.Hypot}, {"Atan2", ours.Atan2, math.Atan2},
	{"Mod", ours.Mod, math.Mod}, {"Remainder", ours.Remainder, math.Remainder}, {"Max", ours.Max, math.Max}, {"Min", ours.Min, math.Min}, {"Dim", ours.Dim, math.Dim},
	{"Nextafter", ours.Nextafter, math.Nextafter}, {"Copysign", ours.Copysign, math.Copysign},
}

// pair draws two arguments that go together more often than chance has it.
func pair(r *rand.Rand) (x, y float64) {
	switch r.Intn(6) {
	case 0:
		return 10 * r.Float64(), 40 * (r.Float64() - 0.5)
	case 1: // a power of a number near 1
		return 1 + (r.Float64()-0.5)*math.Ldexp(1, -r.Intn(50)), (r.Float64() - 0.5) * math.Ldexp(1, r.Intn(60))
	case 2: // neighbours in size
		x = argument(r, -10, 10)
		return x, x * (1 + (r.Float64()-0.5)*math.Ldexp(1, -r.Intn(52)))
	case 3:
		return math.Exp(1000 * (r.Float64() - 0.5)), 4 * (r.Float64() - 0.5)
	case 4:
		return argument(r, -10, 10), float64(r.Intn(81)-40) / 2
	}
	return argument(r, -100, 100), argument(r, -100, 100)
}

// compareBinary draws pairs of arguments for each function, and orders for the Bessel functions.
func compareBinary(r *rand.Rand, rounds int) {
	for _, b := range binaries {
		t := tallyOf(b.name)
		check := func(x, y float64) {
			// Go's logarithm of subnormal numbers is wrong in assembly.
			if b.name != "Pow" || !subnormal(x) || y == math.Trunc(y) {
				t.same(b.f(x, y), b.g(x, y), x, y)
			}
		}
		for _, x := range special {
			for _, y := range special {
				check(x, y)
			}
		}
		for i := 0; i < rounds; i++ {
			check(pair(r))
		}
	}
	bessel := func(n int, x float64) {
		tallyOf("Jn").same(ours.Jn(n, x), math.Jn(n, x), n, x)
		if !subnormal(x) {
			tallyOf("Yn").same(ours.Yn(n, x), math.Yn(n, x), n, x)
		}
	}
	for _, x := range special {
		for n := -4; n < 200; n += 1 + n*n/4 {
			bessel(n, x)
		}
	}
	for i := 0; i < rounds; i++ {
		bessel(r.Intn(60)-15, argument(r, 0, 60))
	}
}

// compareExact compares functions whose results are exact, or no floating-point numbers.
func compareExact(r *rand.Rand, rounds int) {
	for i := 0; i < rounds; i++ {
		x, y := pair(r)
		frac, exp := ours.Frexp(x)
		wfrac, wexp := math.Frexp(x)
		tallyOf("Frexp").same(frac, wfrac, x)
		tallyOf("Frexp, exponent").equal(exp, wexp, x)
		whole, part := ours.Modf(x)
		wwhole, wpart := math.Modf(x)
		tallyOf("Modf").same(whole, wwhole, x)
		tallyOf("Modf, fraction").same(part, wpart, x)
		tallyOf("Ilogb").equal(ours.Ilogb(x), math.Ilogb(x), x)
		_, sign := ours.Lgamma(x)
		_, wsign := math.Lgamma(x)
		tallyOf("Lgamma, sign").equal(sign, wsign, x)
		n := r.Intn(2400) - 1200
		tallyOf("Ldexp").same(ours.Ldexp(x, n), math.Ldexp(x, n), x, n)
		tallyOf("Ldexp").same(ours.Ldexp(x, n*1e6), math.Ldexp(x, n*1e6), x, n*1e6)
		tallyOf("Signbit").equal(ours.Signbit(x), math.Signbit(x), x)
		tallyOf("IsNaN").equal(ours.IsNaN(x), math.IsNaN(x), x)
		tallyOf("IsInf").equal(ours.IsInf(x, n), math.IsInf(x, n), x, n)
		f := float32(x)
		tallyOf("Nextafter32").same(float64(ours.Nextafter32(f, float32(y))), float64(math.Nextafter32(f, float32(y))), f, float32(y))
		compareFMA(r, x, y)
	}
	for n := -400; n < 400; n++ {
		tallyOf("Pow10").same(ours.Pow10(n), math.Pow10(n), n)
		tallyOf("Inf").equal(ours.Inf(n), math.Inf(n), n)
	}
}

// compareFMA compares sums of any kind, and sums that nearly cancel.
func compareFMA(r *rand.Rand, x, y float64) {
	z, _ := pair(r)
	for _, z := range []float64{z, -x * y, -x * y * (1 + (r.Float64()-0.5)*math.Ldexp(1, -r.Intn(110)))} {
		tallyOf("FMA").same(ours.FMA(x, y, z), math.FMA(x, y, z), x, y, z)
	}
}
