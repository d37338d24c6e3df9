package cmplx

import "math"

// Asin returns the arc sine of x.
func Asin(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case b == 0 && math.Abs(a) <= 1:
		return complex(math.Asin(a), b)
	case a == 0 && math.Abs(b) <= 1:
		return complex(a, math.Asinh(b))
	case undefined(a) || undefined(b):
		return asinLimit(a, b)
	}
	square := x * x
	w := Log(complex(-b, a) + Sqrt(complex(1-real(square), -imag(square))))
	return complex(imag(w), -real(w))
}

// asinLimit is Asin where a part is infinite or NaN.
func asinLimit(a, b float64) complex128 {
	switch {
	case b != b && a == 0:
		return complex(a, b)
	case b != b && infinite(a):
		return complex(b, a)
	case a != a && infinite(b):
		return complex(a, b)
	case a != a || b != b:
		return NaN()
	case infinite(b) && infinite(a):
		return complex(math.Copysign(math.Pi/4, a), b)
	case infinite(b):
		return complex(math.Copysign(0, a), b)
	}
	return complex(math.Copysign(math.Pi/2, a), math.Copysign(a, b))
}

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case b == 0 && math.Abs(a) <= 1:
		return complex(math.Asinh(a), b)
	case a == 0 && math.Abs(b) <= 1:
		return complex(a, math.Asin(b))
	case undefined(a) || undefined(b):
		w := asinLimit(b, a) // asinh(a+bi) = i asin(b-ai), and conjugates go with it
		return complex(imag(w), real(w))
	}
	square := x * x
	return Log(x + Sqrt(complex(1+real(square), imag(square))))
}

// Acos returns the arc cosine of x.
func Acos(x complex128) complex128 {
	w := Asin(x)
	return complex(math.Pi/2-real(w), -imag(w))
}

// Acosh returns the inverse hyperbolic cosine of x.
func Acosh(x complex128) complex128 {
	if x == 0 {
		return complex(0, math.Copysign(math.Pi/2, imag(x)))
	}
	w := Acos(x)
	if imag(w) <= 0 {
		return complex(-imag(w), real(w))
	}
	return complex(imag(w), -real(w))
}

// Atan returns the arc tangent of x. The method is that of Cephes.
func Atan(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case b == 0:
		return complex(math.Atan(a), b)
	case a == 0 && math.Abs(b) <= 1:
		return complex(a, math.Atanh(b))
	case IsInf(x) && a != a:
		return complex(a, math.Copysign(0, b))
	case IsInf(x):
		return complex(math.Copysign(math.Pi/2, a), math.Copysign(0, b))
	case a != a || b != b:
		return NaN()
	}
	square := a * a
	d := 1 - square - b*b
	if d == 0 {
		return NaN()
	}
	angle := reduce(0.5 * math.Atan2(2*a, d))
	below := square + (b-1)*(b-1)
	if below == 0 {
		return NaN()
	}
	return complex(angle, 0.25*math.Log((square+(b+1)*(b+1))/below))
}

// Atanh returns the inverse hyperbolic tangent of x.
func Atanh(x complex128) complex128 {
	z := Atan(complex(-imag(x), real(x)))
	return complex(imag(z), -real(z))
}
