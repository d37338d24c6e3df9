package main

import (
	"math"
	"math/cmplx"
	"math/rand"

	ours "il/math/cmplx"
)

var complexes = []struct {
	name string
	f, g func(complex128) complex128
}{
	{"Exp", ours.Exp, cmplx.Exp}, {"Log", ours.Log, cmplx.Log}, {"Log10", ours.Log10, cmplx.Log10}, {"Sqrt", ours.Sqrt, cmplx.Sqrt},
	{"Sin", ours.Sin, cmplx.Sin}, {"Cos", ours.Cos, cmplx.Cos}, {"Tan", ours.Tan, cmplx.Tan}, {"Cot", ours.Cot, cmplx.Cot},
	{"Sinh", ours.Sinh, cmplx.Sinh}, {"Cosh", ours.Cosh, cmplx.Cosh}, {"Tanh", ours.Tanh, cmplx.Tanh},
	{"Asin", ours.Asin, cmplx.Asin}, {"Acos", ours.Acos, cmplx.Acos}, {"Atan", ours.Atan, cmplx.Atan},
	{"Asinh", ours.Asinh, cmplx.Asinh}, {"Acosh", ours.Acosh, cmplx.Acosh}, {"Atanh", ours.Atanh, cmplx.Atanh}, {"Conj", ours.Conj, cmplx.Conj},
}

// compareComplex compares both parts of the results.
func compareComplex(r *rand.Rand, rounds int) {
	check := func(name string, got, want complex128, args ...any) {
		t := tallyOf("cmplx." + name)
		t.same(real(got), real(want), args...)
		t.same(imag(got), imag(want), args...)
	}
	all := func(x complex128) {
		if delicate(x) {
			return
		}
		for _, c := range complexes {
			check(c.name, c.f(x), c.g(x), x)
		}
		tallyOf("cmplx.Abs").same(ours.Abs(x), cmplx.Abs(x), x)
		tallyOf("cmplx.Phase").same(ours.Phase(x), cmplx.Phase(x), x)
		r, θ := ours.Polar(x)
		wr, wθ := cmplx.Polar(x)
		check("Polar", complex(r, θ), complex(wr, wθ), x)
		check("Rect", ours.Rect(real(x), imag(x)), cmplx.Rect(real(x), imag(x)), x)
		tallyOf("cmplx.IsInf").equal(ours.IsInf(x), cmplx.IsInf(x), x)
		tallyOf("cmplx.IsNaN").equal(ours.IsNaN(x), cmplx.IsNaN(x), x)
	}
	for _, a := range special {
		for _, b := range special {
			all(complex(a, b))
			if delicate(complex(a, b)) {
				continue
			}
			for _, y := range []complex128{0, 1, -1, 2, 1i, -0.5, complex(-0.5, 3), complex(math.Inf(1), 0)} {
				check("Pow", ours.Pow(complex(a, b), y), cmplx.Pow(complex(a, b), y), complex(a, b), y)
			}
		}
	}
	for i := 0; i < rounds; i++ {
		x := complex(argument(r, -10, 10), argument(r, -10, 10))
		all(x)
		y := complex(argument(r, -4, 4), argument(r, -4, 4))
		if !delicate(x) && !delicate(complex(imag(y)*cmplx.Phase(x), 0)) {
			check("Pow", ours.Pow(x, y), cmplx.Pow(x, y), x, y)
		}
	}
}

// delicate reports whether a logarithm of a subnormal number may come up, or an exponential between the bounds above which Go's overflows and should: wanted
// tells why these are not Go's.
func delicate(x complex128) bool {
	part := func(x float64) bool {
		a := math.Abs(x)
		return a > 0 && a < 1e-290 || a > 709.4 && a < 709.79 || a > 709.4/2 && a < 709.79/2
	}
	return part(real(x)) || part(imag(x))
}
