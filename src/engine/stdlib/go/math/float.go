package math

const (
	mantissaBits = 52
	exponentMask = 0x7FF
	bias         = 1023
	signBit      = 1 << 63
	fractionMask = 1<<mantissaBits - 1
)

// Max returns the larger of x and y. An infinity wins over NaN, NaN over numbers, and 0 over -0.
func Max(x, y float64) float64 {
	switch {
	case IsInf(x, 1) || IsInf(y, 1):
		return Inf(1)
	case x != x || y != y:
		return NaN()
	case x == 0 && x == y:
		if Signbit(x) {
			return y
		}
		return x
	case x > y:
		return x
	}
	return y
}

// Min returns the smaller of x and y. A negative infinity wins over NaN, NaN over numbers, and -0 over 0.
func Min(x, y float64) float64 {
	switch {
	case IsInf(x, -1) || IsInf(y, -1):
		return Inf(-1)
	case x != x || y != y:
		return NaN()
	case x == 0 && x == y:
		if Signbit(x) {
			return x
		}
		return y
	case x < y:
		return x
	}
	return y
}

// Dim returns x-y or, if that is negative, 0.
func Dim(x, y float64) float64 {
	d := x - y
	if d <= 0 {
		return 0
	}
	return d
}

// Round returns the nearest whole number, the one further from zero of two that are equally near.
func Round(x float64) float64 {
	t := Trunc(x)
	if Abs(x-t) >= 0.5 {
		return t + Copysign(1, x)
	}
	return t
}

// Modf returns the whole part and the fraction of f, both with f's sign.
func Modf(f float64) (int float64, frac float64) {
	if IsInf(f, 0) {
		return f, NaN()
	}
	int = Trunc(f)
	return int, Copysign(f-int, f)
}

// Frexp returns f as frac * 2**exp with |frac| from 1/2 to less than 1; zero, infinities and NaN as they are with exp 0.
func Frexp(f float64) (frac float64, exp int) {
	if f == 0 || f != f || IsInf(f, 0) {
		return f, 0
	}
	if Abs(f) < 0x1p-1022 {
		f *= 1 << 52
		exp = -52
	}
	b := Float64bits(f)
	exp += int(b>>mantissaBits&exponentMask) - bias + 1
	return Float64frombits(b&^(exponentMask<<mantissaBits) | (bias-1)<<mantissaBits), exp
}

// Ldexp returns frac * 2**exp.
func Ldexp(frac float64, exp int) float64 {
	if frac == 0 || frac != frac || IsInf(frac, 0) {
		return frac
	}
	// In steps that are exact but for the last one: from above with large factors, and the result is rounded only once.
	frac, e := Frexp(frac)
	exp += e
	switch {
	case exp > 1024:
		return Copysign(Inf(1), frac)
	case exp < -1080:
		return Copysign(0, frac)
	case exp >= -1021:
		return frac * 2 * Float64frombits(uint64(exp-1+bias)<<mantissaBits)
	}
	return frac * Float64frombits(uint64(exp+bias+100)<<mantissaBits) * 0x1p-100
}

// Logb returns the binary exponent of x: x is from 2**Logb(x) to less than twice that.
func Logb(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case IsInf(x, 0):
		return Inf(1)
	case x != x:
		return x
	}
	return float64(Ilogb(x))
}

// Ilogb returns the binary exponent of x as an integer.
func Ilogb(x float64) int {
	switch {
	case x == 0:
		return MinInt32
	case x != x || IsInf(x, 0):
		return MaxInt32
	}
	_, exp := Frexp(x)
	return exp - 1
}

// Nextafter returns the number next to x in the direction of y.
func Nextafter(x, y float64) float64 {
	switch {
	case x != x || y != y:
		return NaN()
	case x == y:
		return x
	case x == 0:
		return Copysign(Float64frombits(1), y)
	case (y > x) == (x > 0):
		return Float64frombits(Float64bits(x) + 1)
	}
	return Float64frombits(Float64bits(x) - 1)
}

// Nextafter32 is Nextafter for float32.
func Nextafter32(x, y float32) float32 {
	switch {
	case x != x || y != y:
		return float32(NaN())
	case x == y:
		return x
	case x == 0:
		return float32(Copysign(float64(Float32frombits(1)), float64(y)))
	case (y > x) == (x > 0):
		return Float32frombits(Float32bits(x) + 1)
	}
	return Float32frombits(Float32bits(x) - 1)
}

// split returns |f| as mant * 2**exp; f is finite and not 0.
func split(f float64) (mant uint64, exp int) {
	b := Float64bits(f)
	exp = int(b >> mantissaBits & exponentMask)
	mant = b & fractionMask
	if exp == 0 {
		return mant, 1 - bias - mantissaBits
	}
	return mant | 1<<mantissaBits, exp - bias - mantissaBits
}

// Mod returns the remainder of x/y with the sign of x. It is exact.
func Mod(x, y float64) float64 {
	if y == 0 || IsInf(x, 0) || x != x || y != y {
		return NaN()
	}
	if x == 0 || IsInf(y, 0) || Abs(x) < Abs(y) {
		return x
	}
	m, e := split(x)
	n, f := split(y)
	if e < f { // then y is a multiple of 2**e too
		n <<= uint(f - e)
		f = e
	}
	m %= n
	for ; e > f && m != 0; e-- {
		m = m * 2 % n
	}
	return Copysign(Ldexp(float64(m), f), x)
}

// Remainder returns x - n*y with n the whole number nearest to x/y, the even one of two. It is exact.
func Remainder(x, y float64) float64 {
	if y == 0 || IsInf(x, 0) || x != x || y != y {
		return NaN()
	}
	if IsInf(y, 0) {
		return x
	}
	y = Abs(y)
	r := Abs(x)
	if y <= MaxFloat64/2 {
		r = Mod(r, y+y)
	}
	if y < 0x1p-1021 {
		if r+r > y {
			r -= y
			if r+r >= y {
				r -= y
			}
		}
	} else if half := y / 2; r > half {
		r -= y
		if r >= half {
			r -= y
		}
	}
	if Signbit(x) {
		return -r
	}
	return r
}
