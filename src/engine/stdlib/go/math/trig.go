package math

// sineCosine returns sine and cosine of r, |r| <= π/4, by their series.
func sineCosine(r double) (sin, cos double) {
	t := r.times(r).negated()
	sin, cos = double{1, 0}, double{1, 0}
	for i := 26; i >= 2; i -= 2 {
		n := float64(i)
		sin = sin.times(t).overOne(n * (n + 1)).plusOne(1)
		cos = cos.times(t).overOne(n * (n - 1)).plusOne(1)
	}
	return sin.times(r), cos
}

// turned returns sine and cosine of q*π/2 + r.
func turned(x float64) (sin, cos double) {
	q, r := reduce(x)
	s, c := sineCosine(r)
	switch q {
	case 1:
		return c, s.negated()
	case 2:
		return s.negated(), c.negated()
	case 3:
		return c.negated(), s
	}
	return s, c
}

func undefined(x float64) bool { return x-x != 0 }

// Sin returns the sine of x in radians.
func Sin(x float64) float64 {
	if undefined(x) {
		return NaN()
	}
	if Abs(x) < 0x1p-300 {
		return x
	}
	sin, _ := turned(x)
	return sin.value()
}

// Cos returns the cosine of x in radians.
func Cos(x float64) float64 {
	if undefined(x) {
		return NaN()
	}
	_, cos := turned(x)
	return cos.value()
}

// Sincos returns Sin(x) and Cos(x).
func Sincos(x float64) (sin, cos float64) {
	return Sin(x), Cos(x)
}

// Tan returns the tangent of x in radians.
func Tan(x float64) float64 {
	if undefined(x) {
		return NaN()
	}
	if Abs(x) < 0x1p-300 {
		return x
	}
	sin, cos := turned(x)
	return sin.over(cos).value()
}

// arctangent returns the arc tangent of y/x for y >= 0, x >= 0, not both 0, y <= x.
func arctangent(y, x double) double {
	q := y.hi / x.hi
	if q < 0x1p-300 {
		return y.over(x)
	}
	// A first guess by two half angles and the series; then one step of Newton's.
	t := q / (1 + Sqrt(1+q*q))
	t /= 1 + Sqrt(1+t*t)
	square := t * t
	p := 0.0
	for i := 17; i >= 1; i -= 2 {
		p = 1/float64(i) - p*square
	}
	guess := 4 * t * p
	sin, cos := sineCosine(double{guess, 0})
	numerator := y.times(cos).plus(x.times(sin).negated())
	denominator := x.times(cos).plus(y.times(sin))
	return numerator.over(denominator).plusOne(guess)
}

// angle returns the arc tangent of y/x for y, x >= 0, not both 0.
func angle(y, x double) double {
	if y.hi > x.hi {
		return halfPi.plus(arctangent(x, y).negated())
	}
	return arctangent(y, x)
}

// Atan returns the arc tangent of x in radians.
func Atan(x float64) float64 {
	switch {
	case x != x || x == 0:
		return x
	case Abs(x) > 1<<60:
		return Copysign(Pi/2, x)
	}
	return Copysign(angle(double{Abs(x), 0}, double{1, 0}).value(), x)
}

// Atan2 returns the angle of the point (x, y), from -π to π.
func Atan2(y, x float64) float64 {
	switch {
	case x != x || y != y:
		return NaN()
	case y == 0:
		if x > 0 || x == 0 && !Signbit(x) {
			return y
		}
		return Copysign(Pi, y)
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
	// Near 1, so that products neither overflow nor vanish.
	_, ex := Frexp(x)
	_, ey := Frexp(y)
	if ey > ex {
		ex = ey
	}
	a := angle(double{Ldexp(Abs(y), -ex), 0}, double{Ldexp(Abs(x), -ex), 0})
	if x < 0 {
		a = pi.plus(a.negated())
	}
	return Copysign(a.value(), y)
}

// adjacent returns sqrt(1-x²).
func adjacent(x float64) double { return sum(1, -x).times(sum(1, x)).root() }

// Asin returns the arc sine of x in radians.
func Asin(x float64) float64 {
	if !(Abs(x) <= 1) {
		return NaN()
	}
	if x == 0 {
		return x
	}
	return Copysign(angle(double{Abs(x), 0}, adjacent(x)).value(), x)
}

// Acos returns the arc cosine of x in radians.
func Acos(x float64) float64 {
	if !(Abs(x) <= 1) {
		return NaN()
	}
	if x == 1 {
		return 0
	}
	a := angle(adjacent(x), double{Abs(x), 0})
	if x < 0 {
		a = pi.plus(a.negated())
	}
	return a.value()
}
