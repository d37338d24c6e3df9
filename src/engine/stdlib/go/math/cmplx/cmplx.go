// Package cmplx has functions of complex numbers.
package cmplx

import "math"

// Abs returns the absolute value of x.
func Abs(x complex128) float64 { return math.Hypot(real(x), imag(x)) }

// Phase returns the angle of x, from -π to π.
func Phase(x complex128) float64 { return math.Atan2(imag(x), real(x)) }

// Polar returns absolute value and angle of x.
func Polar(x complex128) (r, θ float64) { return Abs(x), Phase(x) }

// Rect returns the number with absolute value r and angle θ.
func Rect(r, θ float64) complex128 {
	s, c := math.Sincos(θ)
	return complex(r*c, r*s)
}

// Conj returns the complex conjugate of x.
func Conj(x complex128) complex128 { return complex(real(x), -imag(x)) }

// Inf returns an infinity.
func Inf() complex128 {
	inf := math.Inf(1)
	return complex(inf, inf)
}

// NaN returns a value that is not a number.
func NaN() complex128 {
	nan := math.NaN()
	return complex(nan, nan)
}

// IsInf reports whether either part of x is an infinity.
func IsInf(x complex128) bool { return infinite(real(x)) || infinite(imag(x)) }

// IsNaN reports whether either part of x is not a number and neither is an infinity.
func IsNaN(x complex128) bool {
	return !IsInf(x) && (math.IsNaN(real(x)) || math.IsNaN(imag(x)))
}

func infinite(x float64) bool { return math.IsInf(x, 0) }

// undefined reports whether x is an infinity or NaN.
func undefined(x float64) bool { return x-x != 0 }

// Exp returns e**x.
func Exp(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case math.IsInf(a, 1) && b == 0 || a != a && b == 0:
		return x
	case math.IsInf(a, 1) && undefined(b):
		return complex(a, math.NaN())
	case math.IsInf(a, -1) && undefined(b):
		return complex(0, math.Copysign(0, b))
	}
	return Rect(math.Exp(a), b)
}

// Log returns the natural logarithm of x.
func Log(x complex128) complex128 { return complex(math.Log(Abs(x)), Phase(x)) }

// Log10 returns the decimal logarithm of x.
func Log10(x complex128) complex128 {
	z := Log(x)
	return complex(math.Log10E*real(z), math.Log10E*imag(z))
}

// Pow returns x**y.
func Pow(x, y complex128) complex128 {
	if x == 0 {
		return powZero(y)
	}
	r, θ := Polar(x)
	angle := real(y) * θ
	size := math.Pow(r, real(y))
	if imag(y) != 0 {
		size *= math.Exp(-imag(y) * θ)
		angle += imag(y) * math.Log(r)
	}
	return Rect(size, angle)
}

// powZero returns 0**y.
func powZero(y complex128) complex128 {
	switch {
	case real(y) == 0:
		return 1
	case real(y) > 0:
		return 0
	case imag(y) == 0:
		return complex(math.Inf(1), 0)
	}
	return Inf()
}

// Sqrt returns the square root of x with a real part that is not negative.
func Sqrt(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case x == 0:
		return complex(0, b)
	case b == 0 && a < 0:
		return complex(0, math.Copysign(math.Sqrt(-a), b))
	case b == 0:
		return complex(math.Sqrt(a), b)
	case infinite(b):
		return complex(math.Inf(1), b)
	case a == 0:
		r := math.Sqrt(0.5 * math.Abs(b))
		return complex(r, math.Copysign(r, b))
	}
	return sqrtScaled(a, b)
}

// sqrtScaled returns the square root of a + bi, scaled by powers of 2 so that nothing overflows or loses digits. The method is that of Cephes.
func sqrtScaled(a, b float64) complex128 {
	by, back := 0x1p54, 0x1p-27
	if math.Abs(a) > 4 || math.Abs(b) > 4 {
		by, back = 0.25, 2
	}
	a *= by
	b *= by
	r := math.Hypot(a, b)
	larger := math.Sqrt(0.5*r + 0.5*math.Abs(a))
	smaller := back * math.Abs((0.5*b)/larger)
	larger *= back
	if b < 0 {
		if a > 0 {
			return complex(larger, -smaller)
		}
		return complex(smaller, -larger)
	}
	if a > 0 {
		return complex(larger, smaller)
	}
	return complex(smaller, larger)
}
