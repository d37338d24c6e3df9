package math

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
		return powLimit(x, y > 0)
	case y == 0.5:
		return Sqrt(x)
	case y == -0.5:
		return 1 / Sqrt(x)
	case x > 0:
		return powPositive(x, y)
	case y != Trunc(y):
		return NaN()
	case odd(y):
		return -powPositive(-x, y)
	}
	return powPositive(-x, y)
}

func odd(y float64) bool { return Abs(y) < 1<<53 && int64(y)&1 != 0 }

// powLimit returns what x**y comes to as y grows without bounds, or falls.
func powLimit(x float64, grows bool) float64 {
	switch a := Abs(x); {
	case a == 1:
		return 1
	case (a < 1) == grows:
		return 0
	}
	return Inf(1)
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

// powPositive is Pow for finite numbers with x > 0. As in Go, the whole part of y is done by squaring, with fraction and exponent apart and a rounding at
// each multiplication: whole powers have the very digits that Go gives, though others would be nearer.
func powPositive(x, y float64) float64 {
	if Abs(y) >= 1<<63 {
		return powLimit(x, y > 0)
	}
	whole, part := Modf(Abs(y))
	if part > 0.5 {
		whole, part = whole+1, part-1
	}
	frac, exp := 1.0, 0
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

// Powers of ten, from which Pow10 makes all others: as many as there are with exponents below 32, and every 32nd.
var (
	tens = [...]float64{1e00, 1e01, 1e02, 1e03, 1e04, 1e05, 1e06, 1e07, 1e08, 1e09, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
		1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31}
	largeTens = [...]float64{1e00, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288}
	smallTens = [...]float64{1e-00, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320}
)

// Pow10 returns 10**n.
func Pow10(n int) float64 {
	switch {
	case n < -323:
		return 0
	case n > 308:
		return Inf(1)
	case n < 0:
		return smallTens[-n/32] / tens[-n%32]
	}
	return largeTens[n/32] * tens[n%32]
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
	q /= p
	return p * Sqrt(1+q*q)
}

// Cbrt returns the cube root of x.
//
// The method is that of FreeBSD's s_cbrt.c: a third of the exponent, a rational function, and a step of Newton's from an estimate so short that its square is
// exact.
func Cbrt(x float64) float64 {
	if x == 0 || x != x || IsInf(x, 0) {
		return x
	}
	a := Abs(x)
	t := Float64frombits(Float64bits(a)/3 + 715094163<<32)
	if a < 0x1p-1022 {
		t = Float64frombits(Float64bits(0x1p54*a)/3 + 696219795<<32)
	}
	s := 5.42857142857142815906e-01 + t*t/a*t
	t *= 3.57142857142857150787e-01 + 1.60714285714285720630e+00/(s+1.41428571428571436819e+00+-7.05306122448979611050e-01/s)
	t = Float64frombits(Float64bits(t)&(0xFFFFFFFFC<<28) + 1<<30)
	r := a / (t * t)
	return Copysign(t+t*((r-t)/(t+t+r)), x)
}
