package math

// Sinh returns the hyperbolic sine of x.
func Sinh(x float64) float64 {
	a := Abs(x)
	y := 0.0
	switch {
	case a > 21:
		y = Exp(a) * 0.5
	case a > 0.5:
		e := Exp(a)
		y = (e - 1/e) * 0.5
	default: // number 2029 of Hart and others, "Computer Approximations", 1968
		t := a * a
		y = (((-0.2630563213397497062819489e+2*t+-0.2894211355989563807284660366e+4)*t+-0.8991272022039509355398013511e+5)*t + -0.6307673640497716991184787251e+6) * a
		y /= ((t+-0.1736789535582336995334509110e+3)*t+0.1521517378790019070696485176e+5)*t + -0.6307673640497716991212077277e+6
	}
	return Copysign(y, x)
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	e := Exp(Abs(x))
	if Abs(x) > 21 {
		return e * 0.5
	}
	return (e + 1/e) * 0.5
}

// Tanh returns the hyperbolic tangent of x. The method is that of Cephes.
func Tanh(x float64) float64 {
	a := Abs(x)
	switch {
	case x == 0:
		return x
	case a > 44.014845965556527: // half the greatest argument of Exp that Cephes has
		return Copysign(1, x)
	case a >= 0.625:
		return Copysign(1-2/(Exp(2*a)+1), x)
	}
	t := x * x
	return x + x*t*((-9.64399179425052238628e-1*t+-9.92877231001918586564e1)*t+-1.61468768441708447952e3)/(((t+1.12811678491632931402e2)*t+2.23548839060100448583e3)*t+4.84406305325125486048e3)
}

// Asinh returns the inverse hyperbolic sine of x. The method is that of FreeBSD's s_asinh.c.
func Asinh(x float64) float64 {
	a := Abs(x)
	y := 0.0
	switch {
	case x != x || IsInf(x, 0) || a < 0x1p-28:
		return x
	case a > 0x1p28:
		y = Log(a) + Ln2
	case a > 2:
		y = Log(2*a + 1/(Sqrt(a*a+1)+a))
	default:
		y = Log1p(a + a*a/(1+Sqrt(1+a*a)))
	}
	return Copysign(y, x)
}

// Acosh returns the inverse hyperbolic cosine of x. The method is that of FreeBSD's e_acosh.c.
func Acosh(x float64) float64 {
	switch {
	case !(x >= 1):
		return NaN()
	case x == 1:
		return 0
	case x >= 0x1p28:
		return Log(x) + Ln2
	case x > 2:
		return Log(2*x - 1/(x+Sqrt(x*x-1)))
	}
	t := x - 1
	return Log1p(t + Sqrt(2*t+t*t))
}

// Atanh returns the inverse hyperbolic tangent of x. The method is that of FreeBSD's e_atanh.c.
func Atanh(x float64) float64 {
	a := Abs(x)
	y := 0.0
	switch {
	case !(a <= 1):
		return NaN()
	case a == 1:
		y = Inf(1)
	case a < 0x1p-28:
		y = a
	case a < 0.5:
		y = a + a
		y = 0.5 * Log1p(y+y*a/(1-a))
	default:
		y = 0.5 * Log1p((a+a)/(1-a))
	}
	return Copysign(y, x)
}
