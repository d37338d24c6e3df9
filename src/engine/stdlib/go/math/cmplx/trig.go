package cmplx

import "math"

// sinhcosh returns both with one exponential.
func sinhcosh(x float64) (sh, ch float64) {
	if math.Abs(x) <= 0.5 {
		return math.Sinh(x), math.Cosh(x)
	}
	e := math.Exp(x)
	inverse := 0.5 / e
	e *= 0.5
	return e - inverse, e + inverse
}

// Sin returns the sine of x.
func Sin(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case b == 0 && undefined(a), infinite(b) && undefined(a):
		return complex(math.NaN(), b)
	case a == 0 && undefined(b):
		return x
	}
	s, c := math.Sincos(a)
	sh, ch := sinhcosh(b)
	return complex(s*ch, c*sh)
}

// Sinh returns the hyperbolic sine of x.
func Sinh(x complex128) complex128 {
	w := Sin(complex(imag(x), real(x))) // sinh(a+bi) = i sin(b-ai), and conjugates go with it
	return complex(imag(w), real(w))
}

// Cos returns the cosine of x.
func Cos(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case b == 0 && undefined(a):
		return complex(math.NaN(), -b*math.Copysign(0, a))
	case infinite(b) && a == 0:
		return complex(math.Inf(1), -a*math.Copysign(0, b))
	case infinite(b) && undefined(a):
		return complex(math.Inf(1), math.NaN())
	case a == 0 && b != b:
		return complex(b, 0)
	}
	s, c := math.Sincos(a)
	sh, ch := sinhcosh(b)
	return complex(c*ch, -s*sh)
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case a == 0 && undefined(b):
		return complex(math.NaN(), a*math.Copysign(0, b))
	case infinite(a) && b == 0:
		return complex(math.Inf(1), b*math.Copysign(0, a))
	case infinite(a) && undefined(b):
		return complex(math.Inf(1), math.NaN())
	case b == 0 && a != a:
		return x
	}
	s, c := math.Sincos(b)
	sh, ch := sinhcosh(a)
	return complex(c*ch, s*sh)
}

// Tan returns the tangent of x. The method is that of Cephes.
func Tan(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case infinite(b):
		return complex(signOfSine(a), math.Copysign(1, b))
	case a == 0 && b != b:
		return x
	}
	d := math.Cos(2*a) + math.Cosh(2*b)
	if math.Abs(d) < 0.25 {
		d = coshMinusCos(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*a)/d, math.Sinh(2*b)/d)
}

// Tanh returns the hyperbolic tangent of x.
func Tanh(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case infinite(a):
		return complex(math.Copysign(1, a), signOfSine(b))
	case b == 0 && a != a:
		return x
	}
	d := math.Cosh(2*a) + math.Cos(2*b)
	if d == 0 {
		return Inf()
	}
	return complex(math.Sinh(2*a)/d, math.Sin(2*b)/d)
}

// signOfSine returns a zero with the sign of sin 2x; of x where there is none.
func signOfSine(x float64) float64 {
	if undefined(x) {
		return math.Copysign(0, x)
	}
	return math.Copysign(0, math.Sin(2*x))
}

// Cot returns the cotangent of x.
func Cot(x complex128) complex128 {
	a, b := real(x), imag(x)
	d := math.Cosh(2*b) - math.Cos(2*a)
	if math.Abs(d) < 0.25 {
		d = coshMinusCos(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*a)/d, -math.Sinh(2*b)/d)
}

// coshMinusCos returns cosh 2b - cos 2a for x = a + bi, by the series of both, in which what they have in common is left out; a is taken modulo π/2, which
// for the tangent makes it cosh 2b + cos 2a.
func coshMinusCos(x complex128) float64 {
	a, b := reduce(math.Abs(2*real(x))), math.Abs(2*imag(x))
	a *= a
	b *= b
	as, bs, factorial, n, sum := 1.0, 1.0, 1.0, 0.0, 0.0
	next := func() {
		factorial *= n + 1
		n += 2
		factorial *= n
		as *= a
		bs *= b
	}
	for {
		next()
		sum += (bs + as) / factorial
		next()
		t := (bs - as) / factorial
		sum += t
		if !(math.Abs(t/sum) > 0x1p-53) {
			return sum
		}
	}
}
