package math

// Erfinv returns the inverse of Erf: NaN beyond -1 and 1, where it is infinite.
func Erfinv(x float64) float64 {
	switch {
	case x != x || x < -1 || x > 1:
		return NaN()
	case Abs(x) == 1:
		return Inf(int(x))
	case Abs(x) < 0x1p-300:
		return x * (SqrtPi / 2)
	case Abs(x) < 0.5:
		return erfinvNear(x)
	}
	return Copysign(erfcinvSmall(double{1, 0}.plusOne(-Abs(x))), x)
}

// Erfcinv returns Erfinv(1 - x), precise for small x too.
func Erfcinv(x float64) float64 {
	switch {
	case x != x || x < 0 || x > 2:
		return NaN()
	case x == 0:
		return Inf(1)
	case x == 2:
		return Inf(-1)
	case x < 0.5:
		return erfcinvSmall(double{x, 0})
	case x > 1.5:
		return -erfcinvSmall(double{2, 0}.plusOne(-x))
	}
	return Erfinv(1 - x)
}

// erfinvNear solves erf(y) = x for |x| < 1/2 by Halley's method from the first terms of the series.
func erfinvNear(x float64) float64 {
	t := SqrtPi / 2 * x
	y := double{t * (1 + t*t*(1.0/3+t*t*(7.0/30+t*t*(127.0/630)))), 0}
	for i := 0; i < 3; i++ {
		e := erfSeries(Abs(y.hi))
		if x < 0 {
			e = e.negated()
		}
		// erf of the low part of y is its slope times that part.
		slope := 2 / SqrtPi * Exp(-y.hi*y.hi)
		u := e.plusOne(-x).overOne(slope).plusOne(y.lo)
		y = double{y.hi, 0}.plus(u.overOne(-(1 + y.hi*u.hi)))
	}
	return y.value()
}

// erfcinvSmall solves erfc(y) = q for q <= 1/2: Newton's method for ln erfc(y), which is nearly a parabola.
func erfcinvSmall(q double) float64 {
	l := logarithm(q)
	// erfc(y) is about e**(-y²) / (y√π).
	y := Sqrt(-l.hi)
	if y > 1.5 {
		y = Sqrt(-l.hi - Log(y*SqrtPi))
	}
	var u float64
	for i := 0; i < 60; i++ {
		e := erfcOf(y)
		// d/dy ln erfc(y) = -2/√π e**(-y²) / erfc(y)
		slope := -2 / SqrtPi / scaledErfc(y)
		u = logarithm(e).plus(l.negated()).hi / slope
		y -= u
		if Abs(u) < 0x1p-52*y {
			break
		}
	}
	return y
}

func erfcOf(y float64) double {
	if y < 2 {
		return erfSeries(y).negated().plusOne(1)
	}
	return erfcFraction(y)
}

// scaledErfc returns e**(y²) erfc(y), which is finite where its factors are not.
func scaledErfc(y float64) float64 {
	if y < 2 {
		return Exp(y*y) * erfcOf(y).hi
	}
	f := y
	for n := 160; n >= 1; n-- {
		f = y + float64(n)/2/f
	}
	return 1 / (f * SqrtPi)
}
