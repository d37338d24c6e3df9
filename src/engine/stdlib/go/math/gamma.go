package math

// Approximation of Gamma between 2 and 3 from Cephes, coefficients in rising powers.
var (
	gammaP = []float64{
		9.99999999999999996796e-01, 4.94214826801497100753e-01, 2.07448227648435975150e-01, 4.76367800457137231464e-02, 1.04213797561761569935e-02,
		1.19135147006586384913e-03, 1.60119522476751861407e-04,
	}
	gammaQ = []float64{
		1.00000000000000000320e+00, 7.14304917030273074085e-02, -2.34591795718243348568e-01, 3.58236398605498653373e-02, 1.18139785222060435552e-02,
		-4.45641913851797240494e-03, 5.39605580493303397842e-04, -2.31581873324120129819e-05,
	}
)

// Gamma returns the gamma function of x. The method is that of Cephes.
func Gamma(x float64) float64 {
	switch {
	case x != x || IsInf(x, -1) || x < 0 && x == Trunc(x):
		return NaN()
	case IsInf(x, 1):
		return x
	case x == 0:
		return Copysign(Inf(1), x)
	case x > 33:
		y, rest := stirling(x)
		return y * rest
	case x < -33:
		return reflected(-x)
	}
	return gammaNear(x)
}

// gammaNear moves x to between 2 and 3.
func gammaNear(x float64) float64 {
	z := 1.0
	for x >= 3 {
		x--
		z *= x
	}
	for x < 2 {
		if x > -1e-9 && x < 1e-9 {
			if x == 0 {
				return Inf(1)
			}
			return z / ((1 + 0.57721566490153286060651209008240243104215933593992*x) * x)
		}
		z /= x
		x++
	}
	if x == 2 {
		return z
	}
	x -= 2
	return z * horner(x, gammaP) / horner(x, gammaQ)
}

// reflected returns Gamma(-x) for x > 33 that is not whole: π / (x sin(πx) Gamma(x)).
func reflected(x float64) float64 {
	whole := Floor(x)
	sign := -1.0
	if int64(whole)&1 != 0 {
		sign = 1
	}
	part := x - whole
	if part > 0.5 {
		part = x - (whole + 1)
	}
	s := Abs(x * Sin(Pi*part))
	if s == 0 {
		return Inf(int(sign))
	}
	y, rest := stirling(x)
	if d := s * y * rest; !IsInf(d, 0) {
		return sign * Pi / d
	}
	return sign * Pi / s / y / rest
}

// stirling returns two factors of Gamma(x) for x > 33, by Stirling's formula; each is finite where their product is not.
func stirling(x float64) (y, rest float64) {
	if x > 200 {
		return Inf(1), 1
	}
	w := 1 / x
	w = 1 + w*((((7.87311395793093628397e-4*w+-2.29549961613378126380e-4)*w+-2.68132617805781232825e-3)*w+3.47222221605458667310e-3)*w+8.33333333333482257126e-2)
	const root = 2.506628274631000502417 // of 2π
	if x > 143.01608 {
		half := Pow(x, 0.5*x-0.25)
		return half, root * w * (half / Exp(x))
	}
	return Pow(x, x-0.5) / Exp(x), root * w
}
