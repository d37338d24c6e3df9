package math

// stirling returns the logarithm of Gamma(x) for x >= 20 or so, by Stirling's series.
func stirling(x double) double {
	r := double{1, 0}.over(x)
	t := r.hi * r.hi
	// Bernoulli numbers B(2k) / (2k(2k-1)).
	tail := r.hi * t * (-1.0/360 + t*(1.0/1260+t*(-1.0/1680+t*(1.0/1188+t*(-691.0/360360+t*(1.0/156))))))
	l := logarithm(x)
	s := x.plusOne(-0.5).times(l).plus(x.negated())
	return s.plus(halfLog2Pi).plus(r.overOne(12)).plusOne(tail)
}

// logGamma returns the logarithm of Gamma(x) for x > 0.
func logGamma(x float64) double {
	shift := double{1, 0}
	y := double{x, 0}
	for y.hi < 24 {
		shift = shift.times(y)
		y = y.plusOne(1)
	}
	return stirling(y).plus(logarithm(shift).negated())
}

// Gamma returns the gamma function of x.
func Gamma(x float64) float64 {
	switch {
	case x != x || IsInf(x, -1):
		return NaN()
	case x == 0:
		return Copysign(Inf(1), x)
	case x < 0 && x == Trunc(x):
		return NaN()
	case x > 171.7:
		return Inf(1)
	case x == Trunc(x) && x < 24:
		r := 1.0
		for i := 2.0; i < x; i++ {
			r *= i
		}
		return r
	case x < 0.5:
		return reflectedGamma(x)
	}
	return rounded(exponential(logGamma(x)))
}

// reflectedGamma is Gamma for x < 1/2: π / (sin(πx) Gamma(1-x)).
func reflectedGamma(x float64) float64 {
	if Abs(x) < 0x1p-60 {
		return 1 / x
	}
	if x < -190 {
		return Copysign(0, sinPi(x).hi)
	}
	m, k := exponential(logGamma(1 - x))
	q := pi.over(sinPi(x)).over(m)
	if q.hi < 0 {
		return -rounded(q.negated(), -k)
	}
	return rounded(q, -k)
}

// sinPi returns sin(πx).
func sinPi(x float64) double {
	n := RoundToEven(2 * x)
	r := pi.timesOne(x - n/2)
	sin, cos := sineCosine(r)
	switch int64(n) & 3 {
	case 1:
		return cos
	case 2:
		return sin.negated()
	case 3:
		return cos.negated()
	}
	return sin
}

// Lgamma returns the logarithm of |Gamma(x)| and the sign of Gamma(x).
func Lgamma(x float64) (lgamma float64, sign int) {
	switch {
	case x != x:
		return x, 1
	case IsInf(x, 0):
		return Inf(1), 1
	case x == 0:
		if Signbit(x) {
			return Inf(1), -1
		}
		return Inf(1), 1
	case x == 1 || x == 2:
		return 0, 1
	case x > 1<<60:
		return x * (Log(x) - 1), 1
	case x > 0:
		return logGamma(x).value(), 1
	case x == Trunc(x):
		return Inf(1), 1
	case x > -0x1p-60:
		return -Log(-x), -1
	}
	s := sinPi(x)
	sign = 1
	if s.hi < 0 {
		sign, s = -1, s.negated()
	}
	return logarithm(pi.over(s)).plus(logGamma(1 - x).negated()).value(), sign
}

// Erf returns the error function of x.
func Erf(x float64) float64 {
	a := Abs(x)
	switch {
	case x != x:
		return x
	case a < 0x1p-300:
		return x * (2 / SqrtPi)
	case a > 6:
		return Copysign(1, x)
	case a < 2:
		return Copysign(erfSeries(a).value(), x)
	}
	return Copysign(erfcFraction(a).negated().plusOne(1).value(), x)
}

// Erfc returns 1 - Erf(x), precise for large x too.
func Erfc(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > 28:
		return 0
	case x < -6:
		return 2
	case Abs(x) < 2:
		e := erfSeries(Abs(x))
		if x > 0 {
			e = e.negated()
		}
		return e.plusOne(1).value()
	case x > 0:
		return erfcFraction(x).value()
	}
	return erfcFraction(-x).negated().plusOne(2).value()
}

// erfSeries returns erf(x) = 2/√π e**-x² Σ 2**n x**(2n+1) / (1·3···(2n+1)), whose terms are positive.
func erfSeries(x float64) double {
	square := product(x, x)
	term := double{x, 0}
	total := term
	for n := 1; n < 100 && term.hi > total.hi*0x1p-110; n++ {
		term = term.times(square).scaled(2).overOne(float64(2*n + 1))
		total = total.plus(term)
	}
	m, k := exponential(square.negated())
	return total.times(m).scaled(Ldexp(2, k)).over(rootPi)
}

// erfcFraction returns erfc(x) for x >= 2 by Laplace's continued fraction.
func erfcFraction(x float64) double {
	f := double{x, 0}
	for n := 160; n >= 1; n-- {
		f = double{float64(n) / 2, 0}.over(f).plusOne(x)
	}
	m, k := exponential(product(x, x).negated())
	return double{Ldexp(m.hi, k), Ldexp(m.lo, k)}.over(f).over(rootPi)
}
