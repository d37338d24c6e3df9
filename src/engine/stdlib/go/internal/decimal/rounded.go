package decimal

import "math/bits"

// SetRounded sets d to mant*2**exp rounded, ties to even, to count digits after the point (absolute) or in all.
func (d *Number) SetRounded(mant uint64, exp, count int, absolute bool) {
	d.Digits, d.Point = d.Digits[:0], 0
	if mant == 0 || absolute && d.setScaled(mant, exp, count) {
		return
	}
	q, point := Fraction(mant, exp)
	if point >= 0 {
		q.Den = q.Den.TimesPower10(point)
	} else {
		q.Num = q.Num.TimesPower10(-point)
	}
	if q.Num.Compare(q.Den) >= 0 {
		point++
		q.Den = q.Den.Times(10, 0)
	}
	if absolute {
		count += point
	}
	if count < 0 {
		return
	}
	d.Point = point
	for len(d.Digits) < count && len(q.Num) > 0 {
		d.Digits = append(d.Digits, q.Next())
	}
	odd := len(d.Digits) > 0 && d.Digits[len(d.Digits)-1]&1 != 0
	if q.Num.passes(q.Num, q.Den, odd) {
		d.increment()
	}
	if len(d.Digits) == 0 {
		d.Point = 0
	}
}

// increment adds one to the last digit.
func (d *Number) increment() {
	for i := len(d.Digits) - 1; i >= 0; i-- {
		if d.Digits[i] != '9' {
			d.Digits[i]++
			d.Digits = d.Digits[:i+1]
			return
		}
	}
	d.Digits = append(d.Digits[:0], '1')
	d.Point++
}

// setScaled does what SetRounded does where mant * 10**places and the result fit in 128 and 64 bits.
func (d *Number) setScaled(mant uint64, exp, places int) bool {
	if exp > 0 || exp <= -128 || places > 19 {
		return false
	}
	power := uint64(1)
	for i := 0; i < places; i++ {
		power *= 10
	}
	hi, lo := bits.Mul64(mant, power)
	shift := uint(-exp)
	if shift == 0 {
		if hi != 0 {
			return false
		}
		d.SetInteger(lo, places)
		return true
	}
	// whole is the product >> shift; rest the bits shifted out, moved to the top of 128.
	var whole, restHi, restLo uint64
	switch {
	case shift < 64:
		if hi>>shift != 0 {
			return false
		}
		whole = hi<<(64-shift) | lo>>shift
		restHi = lo << (64 - shift)
	case shift == 64:
		whole, restHi = hi, lo
	default:
		whole = hi >> (shift - 64)
		restHi = hi<<(128-shift) | lo>>(shift-64)
		restLo = lo << (128 - shift)
	}
	if half := uint64(1 << 63); restHi > half || restHi == half && (restLo != 0 || whole&1 != 0) {
		whole++
		if whole == 0 {
			return false
		}
	}
	d.SetInteger(whole, places)
	return true
}
