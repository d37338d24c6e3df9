package math

// The inverse error function by M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", 1988, coefficients in rising powers: for
// arguments up to 0.85, up to 1 - 2e**-25, and above. The normal deviate is √2 times the function, and its probability half of 1 more; what that makes of
// the coefficients is in their tables.
var (
	erfinvSmallP = []float64{
		3.3871328727963666080e+0 / (2 * Sqrt2), 1.3314166789178437745e+2 / (2 * Sqrt2), 1.9715909503065514427e+3 / (2 * Sqrt2), 1.3731693765509461125e+4 / (2 * Sqrt2),
		4.5921953931549871457e+4 / (2 * Sqrt2), 6.7265770927008700853e+4 / (2 * Sqrt2), 3.3430575583588128105e+4 / (2 * Sqrt2), 2.5090809287301226727e+3 / (2 * Sqrt2),
	}
	erfinvSmallQ = []float64{
		1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
		2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
	}
	erfinvMiddleP = []float64{
		1.42343711074968357734e+0, 4.63033784615654529590e+0, 5.76949722146069140550e+0, 3.64784832476320460504e+0,
		1.27045825245236838258e+0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
	}
	erfinvMiddleQ = []float64{
		Sqrt2, 2.05319162663775882187e+0 * Sqrt2, 1.67638483018380384940e+0 * Sqrt2, 6.89767334985100004550e-1 * Sqrt2,
		1.48103976427480074590e-1 * Sqrt2, 1.51986665636164571966e-2 * Sqrt2, 5.47593808499534494600e-4 * Sqrt2, 1.05075007164441684324e-9 * Sqrt2,
	}
	erfinvLargeP = []float64{
		6.65790464350110377720e+0, 5.46378491116411436990e+0, 1.78482653991729133580e+0, 2.96560571828504891230e-1,
		2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
	}
	erfinvLargeQ = []float64{
		Sqrt2, 5.99832206555887937690e-1 * Sqrt2, 1.36929880922735805310e-1 * Sqrt2, 1.48753612908506148525e-2 * Sqrt2,
		7.86869131145613259100e-4 * Sqrt2, 1.84631831751005468180e-5 * Sqrt2, 1.42151175831644588870e-7 * Sqrt2, 2.04426310338993978564e-15 * Sqrt2,
	}
)

// Erfinv returns the inverse of Erf: NaN beyond -1 and 1, where it is infinite.
func Erfinv(x float64) float64 {
	a := Abs(x)
	switch {
	case !(a <= 1):
		return NaN()
	case a == 1:
		return Inf(int(x))
	case a <= 0.85:
		r := 0.180625 - 0.25*a*a
		return Copysign(a*horner(r, erfinvSmallP)/horner(r, erfinvSmallQ), x)
	}
	r := Sqrt(Ln2 - Log(1-a))
	if r <= 5 {
		r -= 1.6
		return Copysign(horner(r, erfinvMiddleP)/horner(r, erfinvMiddleQ), x)
	}
	r -= 5
	return Copysign(horner(r, erfinvLargeP)/horner(r, erfinvLargeQ), x)
}

// Erfcinv returns the inverse of Erfc: NaN below 0 and above 2.
func Erfcinv(x float64) float64 { return Erfinv(1 - x) }
