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
func IsInf(x complex128) bool { return math.IsInf(real(x), 0) || math.IsInf(imag(x), 0) }

// IsNaN reports whether either part of x is not a number and neither is an infinity.
func IsNaN(x complex128) bool {
	return !IsInf(x) && (math.IsNaN(real(x)) || math.IsNaN(imag(x)))
}

// Exp returns e**x.
func Exp(x complex128) complex128 {
	if imag(x) == 0 {
		return complex(math.Exp(real(x)), imag(x))
	}
	return Rect(math.Exp(real(x)), imag(x))
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
		switch {
		case y == 0:
			return 1
		case real(y) < 0 && imag(y) == 0:
			return complex(math.Inf(1), 0)
		case real(y) < 0:
			return Inf()
		}
		return 0
	}
	r, θ := Polar(x)
	angle := real(y) * θ
	if imag(y) != 0 {
		angle += imag(y) * math.Log(r)
		return Rect(math.Pow(r, real(y))*math.Exp(-imag(y)*θ), angle)
	}
	return Rect(math.Pow(r, real(y)), angle)
}

// Sqrt returns the square root of x with a real part that is not negative.
func Sqrt(x complex128) complex128 {
	a, b := real(x), imag(x)
	if b == 0 {
		if a < 0 {
			return complex(0, math.Copysign(math.Sqrt(-a), b))
		}
		return complex(math.Sqrt(a), b)
	}
	if a == 0 {
		r := math.Sqrt(math.Abs(b) / 2)
		return complex(r, math.Copysign(r, b))
	}
	r := math.Sqrt((math.Abs(a) + Abs(x)) / 2)
	other := math.Abs(b) / (2 * r)
	if a < 0 {
		r, other = other, r
	}
	return complex(r, math.Copysign(other, b))
}

// Sin returns the sine of x.
func Sin(x complex128) complex128 {
	s, c := math.Sincos(real(x))
	return complex(s*math.Cosh(imag(x)), c*math.Sinh(imag(x)))
}

// Cos returns the cosine of x.
func Cos(x complex128) complex128 {
	s, c := math.Sincos(real(x))
	return complex(c*math.Cosh(imag(x)), -s*math.Sinh(imag(x)))
}

// Tan returns the tangent of x.
func Tan(x complex128) complex128 { return Sin(x) / Cos(x) }

// Cot returns the cotangent of x.
func Cot(x complex128) complex128 { return Cos(x) / Sin(x) }

// Sinh returns the hyperbolic sine of x.
func Sinh(x complex128) complex128 {
	s, c := math.Sincos(imag(x))
	return complex(c*math.Sinh(real(x)), s*math.Cosh(real(x)))
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x complex128) complex128 {
	s, c := math.Sincos(imag(x))
	return complex(c*math.Cosh(real(x)), s*math.Sinh(real(x)))
}

// Tanh returns the hyperbolic tangent of x.
func Tanh(x complex128) complex128 { return Sinh(x) / Cosh(x) }

// times returns i*x.
func times(x complex128) complex128 { return complex(-imag(x), real(x)) }

// Asin returns the arc sine of x.
func Asin(x complex128) complex128 {
	z := Log(times(x) + Sqrt(1-x*x))
	return complex(imag(z), -real(z))
}

// Acos returns the arc cosine of x.
func Acos(x complex128) complex128 {
	w := Asin(x)
	return complex(math.Pi/2-real(w), -imag(w))
}

// Atan returns the arc tangent of x.
func Atan(x complex128) complex128 {
	z := Log(1-times(x)) - Log(1+times(x))
	return times(z) / 2
}

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x complex128) complex128 { return Log(x + Sqrt(1+x*x)) }

// Acosh returns the inverse hyperbolic cosine of x.
func Acosh(x complex128) complex128 { return Log(x + Sqrt(x+1)*Sqrt(x-1)) }

// Atanh returns the inverse hyperbolic tangent of x.
func Atanh(x complex128) complex128 { return (Log(1+x) - Log(1-x)) / 2 }
