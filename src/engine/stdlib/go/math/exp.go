package math

// ln2 in two parts, the first with so few digits that whole multiples of it are exact (Cody, Waite, "Software Manual for the Elementary Functions", 1980).
const (
	ln2High = 6.93147180369123816490e-01
	ln2Low  = 1.90821492927058770002e-10
)

// Exp returns e**x. Very large values overflow to 0 or +Inf.
//
// The method is that of N. Shibata, "Efficient evaluation methods of elementary functions suitable for SIMD computation", 2010, which Go follows on amd64:
// x = n*ln2 + 16r; 16r leaves the series of e**r - 1 by doubling it four times, (1+y)² - 1 = y(y+2).
func Exp(x float64) float64 {
	switch {
	case x != x || IsInf(x, 1):
		return x
	case x > 7.09782712893383973096e+02:
		return Inf(1)
	case x < -7.4513321910194110842e+02:
		return 0
	}
	const (
		high = 0.69314718055966295651160180568695068359375
		low  = 0.28235290563031577122588448175013436025525412068e-12
	)
	n := RoundToEven(x * Log2E)
	r := (x - n*high - n*low) / 16
	p := ((((1.0/40320*r+1.0/5040)*r+1.0/720)*r+1.0/120)*r+1.0/24)*r + 1.0/6
	y := r * fused(fused(p, r, 0.5), r, 1)
	y *= y + 2
	y *= y + 2
	y *= y + 2
	y = fused(y, y+2, 1)
	if n <= -1022 || n >= 1024 {
		return Ldexp(y, int(n))
	}
	return y * Float64frombits(uint64(int(n)+bias)<<mantissaBits)
}

// fused returns a*b + c, rounded once, for |c| >= |a*b| of a usual size: as processors do it on which Go has a use for that. (Where the last places of a*b
// hardly ever count, Exp does without.)
func fused(a, b, c float64) float64 {
	// The error of the product, by halves of 26 bits (Dekker, "A Floating-Point Technique for Extending the Available Precision", 1971).
	p := a * b
	t := a * (1<<27 + 1)
	ah := t - (t - a)
	t = b * (1<<27 + 1)
	bh := t - (t - b)
	al, bl := a-ah, b-bh
	low := ((ah*bh - p) + ah*bl + al*bh) + al*bl
	s := c + p
	return s + ((p - (s - c)) + low)
}

// Exp2 returns 2**x.
func Exp2(x float64) float64 {
	switch {
	case x != x || IsInf(x, 1):
		return x
	case x > 1.0239999999999999e+03:
		return Inf(1)
	case x < -1.0740e+03:
		return 0
	}
	n := Trunc(x + Copysign(0.5, x))
	t := x - n
	// e**(high-low) by Remez's approximation of r(e**r+1)/(e**r-1) = 2 + r²/6 - ... (FreeBSD's e_exp.c).
	high, low := t*ln2High, -t*ln2Low
	r := high - low
	s := r * r
	c := r - s*(1.66666666666666657415e-01+s*(-2.77777777770155933842e-03+s*(6.61375632143793436117e-05+s*(-1.65339022054652515390e-06+s*4.13813679705723846039e-08))))
	return Ldexp(1-((low-(r*c)/(2-c))-high), int(n))
}

// Expm1 returns e**x - 1, precise for small x too.
//
// The method is that of FreeBSD's s_expm1.c: x = k*ln2 + r - c, and e**r - 1 by a rational function of r² from which the error c is taken off.
func Expm1(x float64) float64 {
	a := Abs(x)
	switch {
	case x != x || IsInf(x, 1) || a < 0x1p-54:
		return x
	case x > 7.09782712893383973096e+02:
		return Inf(1)
	case x <= -3.88162421113569373274e+01: // 56*ln2
		return -1
	}
	r, c, k := reduceExp(x)
	half := r / 2
	square := r * half
	q := 1 + square*(-3.33333333333331316428e-02+square*(1.58730158725481460165e-03+square*(-7.93650757867487942473e-05+square*(4.00821782732936239552e-06+square*-2.01099218183624371326e-07))))
	t := 3 - q*half
	e := square * ((q - t) / (6 - r*t))
	if k == 0 {
		return r - (r*e - square)
	}
	e = r*(e-c) - c - square
	return scaleExpm1(r, e, k)
}

// reduceExp returns x as k*ln2 + r - c, |r| <= ln2/2.
func reduceExp(x float64) (r, c float64, k int) {
	a := Abs(x)
	if a <= Ln2/2 {
		return x, 0, 0
	}
	k = int(Copysign(1, x))
	if a >= 3*Ln2/2 {
		k = int(x*Log2E + Copysign(0.5, x))
	}
	n := float64(k)
	high, low := x-n*ln2High, n*ln2Low
	r = high - low
	return r, (high - r) - low, k
}

// scaleExpm1 returns 2**k (1 + r - e) - 1, in the order that loses the least.
func scaleExpm1(r, e float64, k int) float64 {
	switch {
	case k == -1:
		return (r-e)/2 - 0.5
	case k == 1 && r < -0.25:
		return -2 * (e - (r + 0.5))
	case k == 1:
		return 1 + 2*(r-e)
	case k < 0 || k > 56:
		return addExponent(1-(e-r), k) - 1
	}
	small := Float64frombits(uint64(bias-k) << mantissaBits) // 2**-k
	if k < 20 {
		return addExponent((1-small)-(e-r), k)
	}
	return addExponent(r-(e+small)+1, k)
}

// addExponent returns y * 2**k where neither is out of range.
func addExponent(y float64, k int) float64 {
	return Float64frombits(Float64bits(y) + uint64(k)<<mantissaBits)
}
