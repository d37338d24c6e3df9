package math

// The inverse trigonometric functions, all by the arc tangent of Cephes.

// arctangent returns the arc tangent of x, |x| <= 0.66.
func arctangent(x float64) float64 {
	t := x * x
	t = t * ((((-8.750608600031904122785e-01*t+-1.615753718733365076637e+01)*t+-7.500855792314704667340e+01)*t+-1.228866684490136173410e+02)*t + -6.485021904942025371773e+01) /
		(((((t+2.485846490142306297962e+01)*t+1.650270098316988542046e+02)*t+4.328810604912902668951e+02)*t+4.853903996359136964868e+02)*t + 1.945506571482613964425e+02)
	return x*t + x
}

// angle returns the arc tangent of x >= 0.
func angle(x float64) float64 {
	const low = 6.123233995736765886130e-17 // what π/2 is more than the number
	switch {
	case x <= 0.66:
		return arctangent(x)
	case x > 2.41421356237309504880: // the tangent of 3π/8
		return Pi/2 - arctangent(1/x) + low
	}
	return Pi/4 + arctangent((x-1)/(x+1)) + low/2
}

// Atan returns the arc tangent of x in radians.
func Atan(x float64) float64 {
	if x == 0 || x != x {
		return x
	}
	return Copysign(angle(Abs(x)), x)
}

// Atan2 returns the angle of the point (x, y), from -π to π.
func Atan2(y, x float64) float64 {
	switch {
	case x != x || y != y:
		return NaN()
	case y == 0:
		if Signbit(x) {
			return Copysign(Pi, y)
		}
		return y
	case x == 0:
		return Copysign(Pi/2, y)
	case IsInf(x, 0) && IsInf(y, 0):
		if x > 0 {
			return Copysign(Pi/4, y)
		}
		return Copysign(3*Pi/4, y)
	case IsInf(x, 1):
		return Copysign(0, y)
	case IsInf(x, -1):
		return Copysign(Pi, y)
	case IsInf(y, 0):
		return Copysign(Pi/2, y)
	}
	q := Atan(y / x)
	switch {
	case x > 0:
		return q
	case q <= 0:
		return q + Pi
	}
	return q - Pi
}

// Asin returns the arc sine of x in radians.
func Asin(x float64) float64 {
	a := Abs(x)
	switch {
	case x == 0:
		return x
	case !(a <= 1):
		return NaN()
	}
	adjacent := Sqrt(1 - a*a)
	if a > 0.7 {
		return Copysign(Pi/2-angle(adjacent/a), x)
	}
	return Copysign(angle(a/adjacent), x)
}

// Acos returns the arc cosine of x in radians.
func Acos(x float64) float64 { return Pi/2 - Asin(x) }
