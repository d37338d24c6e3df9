package math

// Log returns the natural logarithm of x.
//
// The method is that of FreeBSD's e_log.c: x = 2**k (1+f) with 1+f between √½ and √2, and log(1+f) = 2 artanh s, s = f/(2+f), by Remez's approximation.
func Log(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case !(x > 0):
		return NaN()
	case IsInf(x, 1):
		return x
	}
	m, exp := Frexp(x)
	if m < Sqrt2/2 {
		m *= 2
		exp--
	}
	f, k := m-1, float64(exp)
	s := f / (2 + f)
	t := s * s
	w := t * t
	r := t*(6.666666666666735130e-01+w*(2.857142874366239149e-01+w*(1.818357216161805012e-01+w*1.479819860511658591e-01))) +
		w*(3.999999999940941908e-01+w*(2.222219843214978396e-01+w*1.531383769920937332e-01))
	half := 0.5 * f * f
	return k*ln2High - ((half - (s*(half+r) + k*ln2Low)) - f)
}

// Log2 returns the binary logarithm of x; exactly for powers of two.
func Log2(x float64) float64 {
	m, exp := Frexp(x)
	if m == 0.5 {
		return float64(exp - 1)
	}
	return Log(m)*(1/Ln2) + float64(exp)
}

// Log10 returns the decimal logarithm of x.
func Log10(x float64) float64 { return Log(x) * (1 / Ln10) }

// Log1p returns the natural logarithm of 1+x, precise for small x too.
//
// The method is that of FreeBSD's s_log1p.c: 1+x = 2**k (1+f), c is what the sum loses.
func Log1p(x float64) float64 {
	a := Abs(x)
	switch {
	case x == -1:
		return Inf(-1)
	case !(x > -1):
		return NaN()
	case IsInf(x, 1) || a < 0x1p-54:
		return x
	case a < 0x1p-29:
		return x - x*x*0.5
	}
	f, c, k := reduceLog1p(x)
	half := 0.5 * f * f
	s := f / (2 + f)
	z := s * s
	r := z * (6.666666666666735130e-01 + z*(3.999999999940941908e-01+z*(2.857142874366239149e-01+z*(2.222219843214978396e-01+z*(1.818357216161805012e-01+z*(1.531383769920937332e-01+z*1.479819860511658591e-01))))))
	if k == 0 {
		return f - (half - s*(half+r))
	}
	return k*ln2High - ((half - (s*(half+r) + (k*ln2Low + c))) - f)
}

// reduceLog1p returns f with log(1+x) = k*ln2 + log(1+f) + c, 1+f between √½ and √2.
func reduceLog1p(x float64) (f, c, k float64) {
	if x > Sqrt2/2-1 && x < Sqrt2-1 {
		return x, 0, 0
	}
	u := x
	if x < 1<<53 {
		u = 1 + x
		if u >= 2 {
			c = 1 - (u - x)
		} else {
			c = x - (u - 1)
		}
		c /= u
	}
	m, exp := Frexp(u)
	if m < Sqrt2/2 {
		m *= 2
		exp--
	}
	return m - 1, c, float64(exp)
}
