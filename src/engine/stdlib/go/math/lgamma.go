package math

// Approximations of the logarithm of the gamma function from FreeBSD's e_lgamma_r.c, coefficients in rising powers: near 2 (even and odd), near the minimum
// (every third), near 1, above 2, and for large arguments.
var (
	lgammaTwoEven = []float64{
		7.72156649015328655494e-02, 6.73523010531292681824e-02, 7.38555086081402883957e-03, 1.19270763183362067845e-03, 2.20862790713908385557e-04,
		2.52144565451257326939e-05,
	}
	lgammaTwoOdd = []float64{
		3.22467033424113591611e-01, 2.05808084325167332806e-02, 2.89051383673415629091e-03, 5.10069792153511336608e-04, 1.08011567247583939954e-04,
		4.48640949618915160150e-05,
	}
	lgammaLeastFirst  = []float64{4.83836122723810047042e-01, -3.27885410759859649565e-02, 6.10053870246291332635e-03, -1.40346469989232843813e-03, 3.15632070903625950361e-04}
	lgammaLeastSecond = []float64{-1.47587722994593911752e-01, 1.79706750811820387126e-02, -3.68452016781138256760e-03, 8.81081882437654011382e-04, -3.12754168375120860518e-04}
	lgammaLeastThird  = []float64{6.46249402391333854778e-02, -1.03142241298341437450e-02, 2.25964780900612472250e-03, -5.38595305356740546715e-04, 3.35529192635519073543e-04}
	lgammaOneP        = []float64{
		-7.72156649015328655494e-02, 6.32827064025093366517e-01, 1.45492250137234768737e+00, 9.77717527963372745603e-01, 2.28963728064692451092e-01,
		1.33810918536787660377e-02,
	}
	lgammaOneQ   = []float64{1, 2.45597793713041134822e+00, 2.12848976379893395361e+00, 7.69285150456672783825e-01, 1.04222645593369134254e-01, 3.21709242282423911810e-03}
	lgammaAboveP = []float64{
		-7.72156649015328655494e-02, 2.14982415960608852501e-01, 3.25778796408930981787e-01, 1.46350472652464452805e-01, 2.66422703033638609560e-02,
		1.84028451407337715652e-03, 3.19475326584100867617e-05,
	}
	lgammaAboveQ = []float64{
		1, 1.39200533467621045958e+00, 7.21935547567138069525e-01, 1.71933865632803078993e-01, 1.86459191715652901344e-02, 7.77942496381893596434e-04,
		7.32668430744625636189e-06,
	}
	lgammaLarge = []float64{
		8.33333333333329678849e-02, -2.77777777728775536470e-03, 7.93650558643019558500e-04, -5.95187557450339963135e-04, 8.36339918996282139126e-04,
		-1.63092934096575273989e-03,
	}
)

// Lgamma returns the logarithm of |Gamma(x)| and the sign of Gamma(x).
func Lgamma(x float64) (lgamma float64, sign int) {
	a := Abs(x)
	switch {
	case x != x || IsInf(x, 0):
		return x, 1
	case x == 0:
		return zeroLgamma(x)
	case a < 0x1p-70 && x < 0:
		return -Log(a), -1
	case a < 0x1p-70:
		return -Log(a), 1
	case x > 0:
		return lgammaPositive(x), 1
	case a >= 1<<52:
		return Inf(1), 1
	}
	s := minusSinPi(a)
	if s == 0 {
		return Inf(1), 1
	}
	sign = 1
	if s < 0 {
		sign = -1
	}
	return Log(Pi/Abs(s*a)) - lgammaPositive(a), sign
}

func zeroLgamma(x float64) (lgamma float64, sign int) {
	if Signbit(x) {
		return Inf(1), -1
	}
	return Inf(1), 1
}

// minusSinPi returns -sin(πx) for 0 < x < 2**52.
func minusSinPi(x float64) float64 {
	if x < 0.25 {
		return -Sin(Pi * x)
	}
	x = Mod(x, 2)
	switch int(x * 4) {
	case 0:
		return -Sin(Pi * x)
	case 1, 2:
		return -Cos(Pi * (0.5 - x))
	case 3, 4:
		return -Sin(Pi * (1 - x))
	case 5, 6:
		return Cos(Pi * (x - 1.5))
	}
	return -Sin(Pi * (x - 2))
}

// lgammaPositive returns the logarithm of Gamma(x) for x > 0.
func lgammaPositive(x float64) float64 {
	const least = 1.461632144968362245 // where Gamma is least
	switch {
	case x == 1 || x == 2:
		return 0
	case x <= 0.9:
		return -Log(x) + lgammaBelowTwo(x, least-1, 1)
	case x < 2:
		return lgammaBelowTwo(x, least, 2)
	case x < 8:
		return lgammaBelowEight(x)
	case x < 1<<58:
		z := 1 / x
		return (x-0.5)*(Log(x)-1) + (4.18938533204672725052e-01 + z*horner(z*z, lgammaLarge))
	}
	return x * (Log(x) - 1)
}

// lgammaBelowTwo approximates from one, where the logarithm is 0, from the minimum below it, and from one less than it: between 1 and 2, or between 0 and 1 for
// the logarithm of x*Gamma(x).
func lgammaBelowTwo(x, least, one float64) float64 {
	const (
		leastHigh = 1.46163214496836224576e+00 // least for the approximation, and the function there in two parts
		value     = -1.21486290535849611461e-01
		valueLow  = -3.63867699703950536541e-18
	)
	switch {
	case x >= least+0.27:
		y := one - x
		z := y * y
		p := y*horner(z, lgammaTwoEven) + z*horner(z, lgammaTwoOdd)
		return p - 0.5*y
	case x >= least-0.27:
		y := x - (leastHigh - (2 - one))
		z := y * y
		w := z * y
		p := z*horner(w, lgammaLeastFirst) - (valueLow - w*(horner(w, lgammaLeastSecond)+y*horner(w, lgammaLeastThird)))
		return value + p
	}
	y := x - (one - 1)
	return -0.5*y + y*horner(y, lgammaOneP)/horner(y, lgammaOneQ)
}

// lgammaBelowEight goes down to between 2 and 3.
func lgammaBelowEight(x float64) float64 {
	y := x - Trunc(x)
	r := 0.5*y + y*horner(y, lgammaAboveP)/horner(y, lgammaAboveQ)
	product := 1.0
	for i := Trunc(x) - 1; i >= 2; i-- {
		product *= y + i
	}
	return r + Log(product)
}
