package math

// Bessel functions (Abramowitz, Stegun, "Handbook of Mathematical Functions", 1964, chapter 9): up to seriesEnd by their power series, whose terms
// cancel no more than a double can afford, beyond by Hankel's asymptotic expansion, whose smallest term is less than e**(-2x).
const seriesEnd = 25

// eulerGamma is Euler's constant, 0.5772...
var eulerGamma = double{0x1.2788cfc6fb619p-01, -0x1.6cb90701fbfabp-58}

// J0 returns the Bessel function of the first kind and order 0.
func J0(x float64) float64 {
	if undefined(x) {
		return ended(x)
	}
	j, _ := bessel(0, Abs(x), false)
	return j.value()
}

// J1 returns the Bessel function of the first kind and order 1.
func J1(x float64) float64 {
	if undefined(x) {
		return ended(x)
	}
	if Abs(x) < 0x1p-500 {
		return x / 2
	}
	j, _ := bessel(1, Abs(x), false)
	return Copysign(1, x) * j.value()
}

// Y0 returns the Bessel function of the second kind and order 0; NaN for negative x, -Inf for 0.
func Y0(x float64) float64 { return Yn(0, x) }

// Y1 returns the Bessel function of the second kind and order 1; NaN for negative x, -Inf for 0.
func Y1(x float64) float64 { return Yn(1, x) }

// ended is the limit at an infinity, 0; NaN for NaN.
func ended(x float64) float64 {
	if x != x {
		return x
	}
	return 0
}

// Jn returns the Bessel function of the first kind and order n.
func Jn(n int, x float64) float64 {
	sign := 1.0
	if n < 0 {
		n = -n
		sign = parity(n)
	}
	if x < 0 {
		x = -x
		sign *= parity(n)
	}
	switch {
	case undefined(x):
		return ended(x)
	case n == 0:
		return J0(x)
	case n == 1:
		return sign * J1(x)
	case x == 0:
		return 0
	case float64(n) <= x:
		j0, _ := bessel(0, x, false)
		j1, _ := bessel(1, x, false)
		return sign * upwards(n, x, j0, j1).value()
	}
	return sign * downwards(n, x)
}

// parity returns (-1)**n.
func parity(n int) float64 { return float64(1 - 2*(n&1)) }

// Yn returns the Bessel function of the second kind and order n; NaN for negative x, for 0 an infinity.
func Yn(n int, x float64) float64 {
	sign := 1.0
	if n < 0 {
		n = -n
		sign = parity(n)
	}
	switch {
	case x < 0 || x != x:
		return NaN()
	case IsInf(x, 1):
		return 0
	case x == 0:
		return Inf(int(-sign))
	}
	_, y0 := bessel(0, x, true)
	if n == 0 {
		return y0.value()
	}
	y1 := double{-2 / Pi / x, 0}
	if x > 0x1p-500 {
		_, y1 = bessel(1, x, true)
	}
	if n == 1 {
		return sign * y1.value()
	}
	return sign * upwards(n, x, y0, y1).value()
}

func stirlingLog(n int) float64 {
	l, _ := Lgamma(float64(n))
	return l
}

// upwards follows the recurrence f(n+1) = 2n/x f(n) - f(n-1), stable for J while n <= x and for Y always, until nothing is finite.
func upwards(n int, x float64, f0, f1 double) double {
	for k := 1; k < n; k++ {
		var next double
		if x < 0x1p500 { // else a double would overflow, and 2n/x is nothing
			next = f1.scaled(2 * float64(k)).overOne(x)
		}
		next = next.plus(f0.negated())
		if undefined(next.hi) {
			return double{f1.hi * Inf(1), 0}
		}
		f0, f1 = f1, next
	}
	return f1
}

// downwards computes J of an order n > x by Miller's algorithm: the recurrence backwards from an order so high that its value does not matter, scaled by
// J(0) + 2J(2) + 2J(4) + ... = 1.
func downwards(n int, x float64) float64 {
	if float64(n)*(Ln2-Log(x))+stirlingLog(n+1) > 760 {
		return 0 // the first term of the power series, which bounds it
	}
	if x <= seriesEnd {
		return besselSeries(n, x).value()
	}
	top := n + 60 + int(Sqrt(40*float64(n)))
	top += top & 1
	const small, large = 0x1p-600, 0x1p300
	above, here := double{}, double{small, 0}
	var total, wanted double
	for k := top; k > 0; k-- {
		below := here.scaled(2 * float64(k)).overOne(x).plus(above.negated())
		above, here = here, below
		if Abs(here.hi) > large {
			above, here = above.scaled(1/large), here.scaled(1/large)
			total, wanted = total.scaled(1/large), wanted.scaled(1/large)
		}
		if k-1 == n {
			wanted = here
		}
		if (k-1)&1 == 0 && k > 1 {
			total = total.plus(here.scaled(2))
		}
	}
	return wanted.over(total.plus(here)).value()
}

// bessel returns J and, if asked for, Y of order 0 or 1 for x > 0.
func bessel(order int, x float64, second bool) (j, y double) {
	if x > seriesEnd {
		return hankel(order, x)
	}
	j = besselSeries(order, x)
	if second {
		y = neumannSeries(order, x, j)
	}
	return j, y
}

// besselSeries returns J(n,x) = (x/2)**n Σ (-x²/4)**k / (k! (k+n)!).
func besselSeries(n int, x float64) double {
	q := product(x, x).scaled(-0.25)
	term := double{1, 0}
	for k := 1; k <= n; k++ {
		term = term.timesOne(x / 2).overOne(float64(k))
	}
	total := term
	for k := 1; k < 100; k++ {
		term = term.times(q).overOne(float64(k * (k + n)))
		total = total.plus(term)
	}
	return total
}

// neumannSeries returns Y(n,x) = 2/π (ln(x/2)+γ) J(n,x) [- 2/(πx) if n = 1] - 1/π (x/2)**n Σ (H(k)+H(k+n)) (-x²/4)**k / (k! (k+n)!), H being the
// harmonic numbers.
func neumannSeries(n int, x float64, j double) double {
	q := product(x, x).scaled(-0.25)
	term := double{1, 0}
	harmonic, other := double{}, double{}
	if n == 1 {
		term = double{x / 2, 0}
		other = double{1, 0}
	}
	total := term.times(other)
	for k := 1; k < 100; k++ {
		term = term.times(q).overOne(float64(k * (k + n)))
		harmonic = harmonic.plus(double{1, 0}.overOne(float64(k)))
		other = other.plus(double{1, 0}.overOne(float64(k + n)))
		total = total.plus(term.times(harmonic.plus(other)))
	}
	y := logarithm(double{x, 0}).plus(ln2.negated()).plus(eulerGamma).times(j).scaled(2).plus(total.negated())
	if n == 1 {
		y = y.plus(double{-2, 0}.overOne(x))
	}
	return y.over(pi)
}

// hankel returns J(n,x) = √(2/πx) (P cos χ - Q sin χ) and Y(n,x) = √(2/πx) (P sin χ + Q cos χ) where χ = x - nπ/2 - π/4. P and Q are the even and the
// odd terms of a series whose signs change every other time.
func hankel(n int, x float64) (j, y double) {
	sin, cos := turned(x)
	scale := 1.0
	if x > 0x1p900 {
		x, scale = x*0x1p-200, 0x1p-100 // lest products of doubles overflow; P is 1 and Q 0 either way
	}
	p, q := double{1, 0}, double{}
	term := double{1, 0}
	for k := 1; k < 60; k++ {
		odd := float64(2*k - 1)
		next := term.timesOne(float64(4*n*n) - odd*odd).overOne(8 * float64(k)).overOne(x)
		if Abs(next.hi) > Abs(term.hi) || Abs(next.hi) < 0x1p-115 {
			break
		}
		term = next
		switch k & 3 {
		case 0:
			p = p.plus(term)
		case 1:
			q = q.plus(term)
		case 2:
			p = p.plus(term.negated())
		case 3:
			q = q.plus(term.negated())
		}
	}
	// cos χ and sin χ, times √2; a quarter turn for n = 1.
	c, s := cos.plus(sin), sin.plus(cos.negated())
	if n == 1 {
		c, s = s, c.negated()
	}
	factor := double{1, 0}.over(pi.timesOne(x)).root().scaled(scale)
	return p.times(c).plus(q.times(s).negated()).times(factor), p.times(s).plus(q.times(c)).times(factor)
}
