package math

// Sine, cosine and tangent by the methods of Cephes (S. Moshier, "Methods and Programs for Mathematical Functions", 1989).

// sineSeries returns the sine of r, |r| <= π/4.
func sineSeries(r float64) float64 {
	t := r * r
	return r + r*t*((((((1.58962301576546568060e-10*t+-2.50507477628578072866e-8)*t+2.75573136213857245213e-6)*t+-1.98412698295895385996e-4)*t+8.33333333332211858878e-3)*t)+-1.66666666666666307295e-1)
}

// cosineSeries returns the cosine of r, |r| <= π/4.
func cosineSeries(r float64) float64 {
	t := r * r
	return 1 - 0.5*t + t*t*((((((-1.13585365213876817300e-11*t+2.08757008419747316778e-9)*t+-2.75573141792967388112e-7)*t+2.48015872888517045348e-5)*t+-1.38888888888730564116e-3)*t)+4.16666666666665929218e-2)
}

// Sin returns the sine of x in radians.
func Sin(x float64) float64 {
	switch {
	case x-x != 0:
		return NaN()
	case x == 0:
		return x
	}
	octant, r := octants(Abs(x))
	y := 0.0
	if octant&2 == 0 {
		y = sineSeries(r)
	} else {
		y = cosineSeries(r)
	}
	if (octant >= 4) != (x < 0) {
		return -y
	}
	return y
}

// Cos returns the cosine of x in radians.
func Cos(x float64) float64 {
	if x-x != 0 {
		return NaN()
	}
	octant, r := octants(Abs(x))
	switch octant {
	case 0:
		return cosineSeries(r)
	case 2:
		return -sineSeries(r)
	case 4:
		return -cosineSeries(r)
	}
	return sineSeries(r)
}

// Sincos returns Sin(x) and Cos(x).
func Sincos(x float64) (sin, cos float64) {
	return Sin(x), Cos(x)
}

// Tan returns the tangent of x in radians.
func Tan(x float64) float64 {
	switch {
	case x-x != 0:
		return NaN()
	case x == 0:
		return x
	}
	octant, r := octants(Abs(x))
	y := r
	if t := r * r; t > 1e-14 {
		y = r + r*(t*(((-1.30936939181383777646e4*t)+1.15351664838587416140e6)*t+-1.79565251976484877988e7)/((((t+1.36812963470692954678e4)*t+-1.32089234440210967447e6)*t+2.50083801823357915839e7)*t+-5.38695755929454629881e7))
	}
	if octant&2 != 0 {
		y = -1 / y
	}
	if x < 0 {
		return -y
	}
	return y
}
