package math

// parity returns (-1)**n.
func parity(n int) float64 { return float64(1 - 2*(n&1)) }

// Jn returns the Bessel function of the first kind and order n.
func Jn(n int, x float64) float64 {
	switch {
	case x != x:
		return x
	case IsInf(x, 0):
		return 0
	case n == 0:
		return J0(x)
	case x == 0:
		return 0
	}
	if n < 0 {
		n, x = -n, -x
	}
	if n == 1 {
		return J1(x)
	}
	y := jnPositive(n, Abs(x))
	if x < 0 {
		return parity(n) * y
	}
	return y
}

// jnPositive is Jn for n > 1 and x > 0.
func jnPositive(n int, x float64) float64 {
	switch {
	case float64(n) <= x && x >= 0x1p302:
		return farOut(n, x)
	case float64(n) <= x:
		return upwards(n, x, J0(x), J1(x))
	case x >= 0x1p-29:
		return downwards(n, x)
	case n > 33:
		return 0
	}
	half := 0.5 * x
	power, factorial := half, 1.0
	for i := 2; i <= n; i++ {
		factorial *= float64(i)
		power *= half
	}
	return power / factorial
}

// farOut returns √(2/πx) cos(x - nπ/2 - π/4), which is all that counts for huge x.
func farOut(n int, x float64) float64 {
	s, c := Sincos(x)
	switch n & 3 {
	case 0:
		c += s
	case 1:
		c = -c + s
	case 2:
		c = -c - s
	case 3:
		c -= s
	}
	return (1 / SqrtPi) * c / Sqrt(x)
}

// upwards follows the recurrence f(k+1) = 2k/x f(k) - f(k-1), stable for J while k <= x.
func upwards(n int, x, previous, here float64) float64 {
	for k := 1; k < n; k++ {
		previous, here = here, here*(float64(k+k)/x)-previous
	}
	return here
}

// downwards computes J of an order n > x by the recurrence backwards, from the ratio of J(n) and J(n-1), scaled by J0.
func downwards(n int, x float64) float64 {
	ratio := besselRatio(n, x)
	// Does anything overflow on the way?
	order := float64(n)
	large := order*Log(Abs(2/x*order)) >= 7.09782712893383973096e+02
	above, here := ratio, 1.0
	for i := n - 1; i > 0; i-- {
		above, here = here, here*float64(i+i)/x-above
		if large && here > 1e100 {
			above /= here
			ratio /= here
			here = 1
		}
	}
	return ratio * J0(x) / here
}

// besselRatio returns J(n,x) / J(n-1,x) by its continued fraction, x/(2n - x²/(2(n+1) - ...)), as deep as its convergents show to be needed.
func besselRatio(n int, x float64) float64 {
	w, h := float64(n+n)/x, 2/x
	z := w + h
	previous, here := w, w*z-1
	depth := 1
	for here < 1e9 {
		depth++
		z += h
		previous, here = here, z*here-previous
	}
	t := 0.0
	for i := 2 * (n + depth); i >= n+n; i -= 2 {
		t = 1 / (float64(i)/x - t)
	}
	return t
}

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
	case n == 0:
		return Y0(x)
	case x == 0:
		return Inf(int(-sign))
	case n == 1:
		return sign * Y1(x)
	case x >= 0x1p302:
		return sign * farOut(n+1, x)
	}
	previous, here := Y0(x), Y1(x)
	for k := 1; k < n && !IsInf(here, -1); k++ {
		previous, here = here, float64(k+k)/x*here-previous
	}
	return sign * here
}
