package math

// The Bessel functions by the methods of FreeBSD's e_j0.c, e_j1.c and e_jn.c: below 2 by rational approximations, above by Hankel's expansion
// J = √(2/πx) (P cos χ - Q sin χ), Y = √(2/πx) (P sin χ + Q cos χ) with χ = x - nπ/2 - π/4, and by recurrence in the order.

// phase0 returns √2 times the cosine and the sine of x - π/4; where they cancel, by -cos 2x = (sin x - cos x)(sin x + cos x).
func phase0(x float64) (cos, sin float64) {
	s, c := Sincos(x)
	sin, cos = s-c, s+c
	if x < MaxFloat64/2 {
		z := -Cos(x + x)
		if s*c < 0 {
			cos = z / sin
		} else {
			sin = z / cos
		}
	}
	return cos, sin
}

// phase1 returns √2 times the cosine and the sine of x - 3π/4.
func phase1(x float64) (cos, sin float64) {
	s, c := Sincos(x)
	sin, cos = -s-c, s-c
	if x < MaxFloat64/2 {
		z := Cos(x + x)
		if s*c > 0 {
			cos = z / sin
		} else {
			sin = z / cos
		}
	}
	return cos, sin
}

// Beyond wide the factors of Hankel's expansion are 1 and 0.
const wide = 0x1p129

// hankel0 returns P a + Q b over √(πx), for order 0.
func hankel0(x, a, b float64) float64 {
	if x > wide {
		return (1 / SqrtPi) * a / Sqrt(x)
	}
	return (1 / SqrtPi) * ((1+hankelP0.at(x))*a + (-0.125+hankelQ0.at(x))/x*b) / Sqrt(x)
}

// hankel1 is hankel0 for order 1.
func hankel1(x, a, b float64) float64 {
	if x > wide {
		return (1 / SqrtPi) * a / Sqrt(x)
	}
	return (1 / SqrtPi) * ((1+hankelP1.at(x))*a + (0.375+hankelQ1.at(x))/x*b) / Sqrt(x)
}

// J0 returns the Bessel function of the first kind and order 0.
func J0(x float64) float64 {
	x = Abs(x)
	switch {
	case x != x:
		return x
	case IsInf(x, 1):
		return 0
	case x >= 2:
		cos, sin := phase0(x)
		return hankel0(x, cos, -sin)
	case x < 0x1p-27:
		return 1
	case x < 0x1p-13:
		return 1 - 0.25*x*x
	}
	z := x * x
	q := z * horner(z, j0P) / horner(z, j0Q)
	if x < 1 {
		return 1 + z*(-0.25+q)
	}
	half := 0.5 * x
	return (1+half)*(1-half) + z*q
}

// Y0 returns the Bessel function of the second kind and order 0; NaN for negative x, -Inf for 0.
func Y0(x float64) float64 {
	switch {
	case !(x > 0) || IsInf(x, 1):
		return yExtreme(x)
	case x >= 2:
		cos, sin := phase0(x)
		return hankel0(x, sin, cos)
	case x <= 0x1p-27:
		return y0P[0] + (2/Pi)*Log(x)
	}
	z := x * x
	return horner(z, y0P)/horner(z, y0Q) + (2/Pi)*J0(x)*Log(x)
}

// yExtreme is Y0 and Y1 where x is not a positive number.
func yExtreme(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case x > 0:
		return 0
	}
	return NaN()
}

// J1 returns the Bessel function of the first kind and order 1. As with Go, it is not negative for negative x very near 0.
func J1(x float64) float64 {
	a := Abs(x)
	y := 0.0
	switch {
	case x != x:
		return x
	case IsInf(x, 0):
		return 0
	case a < 0x1p-27:
		return 0.5 * a
	case a >= 2:
		cos, sin := phase1(a)
		y = hankel1(a, cos, -sin)
	default:
		z := a * a
		y = 0.5*a + z*horner(z, j1P)*a/horner(z, j1Q)
	}
	if x < 0 {
		return -y
	}
	return y
}

// Y1 returns the Bessel function of the second kind and order 1; NaN for negative x, -Inf for 0.
func Y1(x float64) float64 {
	switch {
	case !(x > 0) || IsInf(x, 1):
		return yExtreme(x)
	case x >= 2:
		cos, sin := phase1(x)
		return hankel1(x, sin, cos)
	case x <= 0x1p-54:
		return -(2 / Pi) / x
	}
	z := x * x
	return x*(horner(z, y1P)/horner(z, y1Q)) + (2/Pi)*(J1(x)*Log(x)-1/x)
}
