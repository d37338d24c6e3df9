package math

// exponential returns e**x as m * 2**k; |x| < 2000.
func exponential(x double) (m double, k int) {
	n := Floor(x.hi*(1/Ln2) + 0.5)
	// e**r with |r| <= ln(2)/2, by the series of r/64, squared six times. One less is squared, lest small r lose bits: (1+a)² - 1 = 2a + a².
	r := x.plus(ln2.timesOne(n).negated()).scaled(1.0 / 64)
	a := double{1.0 / 11, 0}
	for i := 10; i >= 2; i-- {
		a = a.times(r).plusOne(1).overOne(float64(i))
	}
	a = a.times(r).plusOne(1).times(r)
	for i := 0; i < 6; i++ {
		a = a.scaled(2).plus(a.times(a))
	}
	return a.plusOne(1), int(n)
}

// logarithm returns the natural logarithm of x > 0, by the series of artanh.
func logarithm(x double) double {
	m, k := Frexp(x.hi)
	if m < Sqrt2/2 {
		k--
	}
	y := double{Ldexp(x.hi, -k), Ldexp(x.lo, -k)}
	s := y.plusOne(-1).over(y.plusOne(1))
	t := s.times(s)
	p := double{1.0 / 45, 0}
	for i := 43; i >= 1; i -= 2 {
		p = p.times(t).plus(double{1, 0}.overOne(float64(i)))
	}
	return ln2.timesOne(float64(k)).plus(s.times(p).scaled(2))
}

// rounded returns m * 2**k.
func rounded(m double, k int) float64 {
	if k < -1021 {
		// The sum of both parts would be rounded twice: round where the bits end.
		if k < -1080 {
			return 0
		}
		shift := Ldexp(1, k+1074) // a unit of the result is 1/shift of m
		n := m.scaled(shift)
		whole := RoundToEven(n.hi)
		switch rest := n.hi - whole + n.lo; {
		case rest > 0.5:
			whole++
		case rest < -0.5:
			whole--
		}
		return Ldexp(whole, -1074)
	}
	return Ldexp(m.value(), k)
}

// Exp returns e**x.
func Exp(x float64) float64 {
	switch {
	case x != x || IsInf(x, 1):
		return x
	case x > 710:
		return Inf(1)
	case x < -746:
		return 0
	}
	return rounded(exponential(double{x, 0}))
}

// Exp2 returns 2**x.
func Exp2(x float64) float64 {
	switch {
	case x != x || IsInf(x, 1):
		return x
	case x > 1025:
		return Inf(1)
	case x < -1080:
		return 0
	}
	whole := Floor(x)
	m, k := exponential(ln2.timesOne(x - whole))
	return rounded(m, k+int(whole))
}

// expm1 returns e**x - 1 for |x| < 710.
func expm1(x double) double {
	if Abs(x.hi) < 0x1p-10 {
		a := double{1.0 / 9, 0}
		for i := 8; i >= 2; i-- {
			a = a.times(x).plusOne(1).overOne(float64(i))
		}
		return a.times(x).plusOne(1).times(x)
	}
	m, k := exponential(x)
	return double{Ldexp(m.hi, k), Ldexp(m.lo, k)}.plusOne(-1)
}

// Expm1 returns e**x - 1, precise for small x too.
func Expm1(x float64) float64 {
	switch {
	case x != x || x == 0 || IsInf(x, 1):
		return x
	case x > 709.7:
		return Exp(x)
	case x < -50:
		return -1
	case Abs(x) < 0x1p-300:
		return x
	}
	return expm1(double{x, 0}).value()
}

// Log returns the natural logarithm of x.
func Log(x float64) float64 {
	if x == 0 {
		return Inf(-1)
	}
	if !(x > 0) {
		return NaN()
	}
	if IsInf(x, 1) {
		return x
	}
	return logarithm(double{x, 0}).value()
}

// Log2 returns the binary logarithm of x; exactly for powers of two.
func Log2(x float64) float64 {
	if !(x > 0) || IsInf(x, 1) {
		return Log(x)
	}
	frac, exp := Frexp(x)
	if frac == 0.5 {
		return float64(exp - 1)
	}
	return logarithm(double{x, 0}).over(ln2).value()
}

// Log10 returns the decimal logarithm of x.
func Log10(x float64) float64 {
	if !(x > 0) || IsInf(x, 1) {
		return Log(x)
	}
	return logarithm(double{x, 0}).over(ln10).value()
}

// Log1p returns the natural logarithm of 1+x, precise for small x too.
func Log1p(x float64) float64 {
	switch {
	case x == -1:
		return Inf(-1)
	case !(x > -1):
		return NaN()
	case IsInf(x, 1) || Abs(x) < 0x1p-300:
		return x
	}
	return logarithm(sum(1, x)).value()
}

// Pow returns x**y.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case x != x || y != y:
		return NaN()
	case y == 1:
		return x
	case x == 0 || IsInf(x, 0):
		return powExtreme(x, y)
	case IsInf(y, 0):
		if x == -1 {
			return 1
		}
		if (Abs(x) < 1) == IsInf(y, 1) {
			return 0
		}
		return Inf(1)
	case y == 0.5:
		return Sqrt(x)
	case y == -0.5:
		return 1 / Sqrt(x)
	}
	negative := false
	if x < 0 {
		if y != Trunc(y) {
			return NaN()
		}
		negative = odd(y)
		x = -x
	}
	r := powPositive(x, y)
	if negative {
		return -r
	}
	return r
}

func odd(y float64) bool { return Abs(y) < 1<<53 && int64(y)&1 != 0 }

// powPositive is Pow for finite numbers with x > 0. As in Go, the whole part of y is done by squaring, with fraction and exponent apart and a rounding at
// each multiplication: whole powers have the very digits that Go gives, though others would be nearer.
func powPositive(x, y float64) float64 {
	n := Abs(y)
	switch {
	case n < 1<<63:
	case x == 1:
		return 1
	case (x < 1) == (y > 0):
		return 0
	default:
		return Inf(1)
	}
	whole, part := Modf(n)
	frac, exp := 1.0, 0
	if part > 0.5 {
		whole, part = whole+1, part-1
	}
	if part != 0 {
		frac = Exp(part * Log(x))
	}
	square, squareExp := Frexp(x)
	for i := int64(whole); i != 0; i >>= 1 {
		if squareExp < -1<<12 || squareExp > 1<<12 { // far out of range, and more would overflow
			exp += squareExp
			break
		}
		if i&1 == 1 {
			frac *= square
			exp += squareExp
		}
		square *= square
		squareExp <<= 1
		if square < 0.5 {
			square += square
			squareExp--
		}
	}
	if y < 0 {
		frac, exp = 1/frac, -exp
	}
	return Ldexp(frac, exp)
}

// powExtreme is Pow for x = 0 and infinities.
func powExtreme(x, y float64) float64 {
	r := 0.0
	if (x == 0) == (y < 0) {
		r = Inf(1)
	}
	if Signbit(x) && y == Trunc(y) && odd(y) {
		return -r
	}
	return r
}

// Pow10 returns 10**n.
func Pow10(n int) float64 {
	switch {
	case n < -323:
		return 0
	case n > 308:
		return Inf(1)
	}
	return rounded(exponential(logarithm(double{10, 0}).timesOne(float64(n))))
}

// Cbrt returns the cube root of x.
func Cbrt(x float64) float64 {
	if x == 0 || x != x || IsInf(x, 0) {
		return x
	}
	m, k := exponential(logarithm(double{Abs(x), 0}).overOne(3))
	y := Ldexp(m.value(), k)
	return Copysign(y, x)
}

// Hypot returns Sqrt(p*p + q*q) without needless overflow.
func Hypot(p, q float64) float64 {
	switch {
	case IsInf(p, 0) || IsInf(q, 0):
		return Inf(1)
	case p != p || q != q:
		return NaN()
	}
	p, q = Abs(p), Abs(q)
	if p < q {
		p, q = q, p
	}
	if p == 0 {
		return 0
	}
	_, exp := Frexp(p)
	p, q = Ldexp(p, -exp), Ldexp(q, -exp)
	return Ldexp(product(p, p).plus(product(q, q)).root().value(), exp)
}

// Sinh returns the hyperbolic sine of x.
func Sinh(x float64) float64 {
	a := Abs(x)
	if x != x || IsInf(x, 0) || a < 0x1p-300 {
		return x
	}
	if a > 700 {
		return Copysign(rounded(halfExp(a)), x)
	}
	e := expm1(double{a, 0})
	return Copysign(e.plus(e.over(e.plusOne(1))).value()/2, x)
}

// halfExp returns e**x / 2.
func halfExp(x float64) (m double, k int) {
	if x > 711 {
		x = 1000
	}
	m, k = exponential(double{x, 0})
	return m, k - 1
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	a := Abs(x)
	if x != x || IsInf(x, 0) {
		return a
	}
	if a > 700 {
		return rounded(halfExp(a))
	}
	e := expm1(double{a, 0}).plusOne(1)
	return e.plus(double{1, 0}.over(e)).value() / 2
}

// Tanh returns the hyperbolic tangent of x.
func Tanh(x float64) float64 {
	a := Abs(x)
	if x != x || a < 0x1p-300 {
		return x
	}
	if a > 30 {
		return Copysign(1, x)
	}
	e := expm1(double{2 * a, 0})
	return Copysign(e.over(e.plusOne(2)).value(), x)
}

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x float64) float64 {
	a := Abs(x)
	switch {
	case x != x || IsInf(x, 0) || a < 0x1p-300:
		return x
	case a > 1<<60:
		return Copysign(logarithm(double{a, 0}).plus(ln2).value(), x)
	}
	// ln(1 + a + a²/(1+sqrt(1+a²)))
	square := product(a, a)
	y := square.over(square.plusOne(1).root().plusOne(1)).plusOne(a)
	return Copysign(log1p(y).value(), x)
}

// log1p returns the logarithm of 1+x with full precision for small x.
func log1p(x double) double {
	if x.hi > 0x1p-8 {
		return logarithm(x.plusOne(1))
	}
	s := x.over(x.plusOne(2))
	t := s.times(s)
	p := double{1.0 / 15, 0}
	for i := 13; i >= 1; i -= 2 {
		p = p.times(t).plus(double{1, 0}.overOne(float64(i)))
	}
	return s.times(p).scaled(2)
}

// Acosh returns the inverse hyperbolic cosine of x.
func Acosh(x float64) float64 {
	switch {
	case !(x >= 1):
		return NaN()
	case x == 1:
		return 0
	case IsInf(x, 1):
		return x
	case x > 1<<60:
		return logarithm(double{x, 0}).plus(ln2).value()
	}
	t := sum(x, -1)
	return log1p(t.plus(t.times(sum(x, 1)).root())).value()
}

// Atanh returns the inverse hyperbolic tangent of x.
func Atanh(x float64) float64 {
	a := Abs(x)
	switch {
	case !(a <= 1):
		return NaN()
	case a == 1:
		return Copysign(Inf(1), x)
	case a < 0x1p-300:
		return x
	}
	return Copysign(log1p(double{2 * a, 0}.over(sum(1, -a))).value()/2, x)
}
