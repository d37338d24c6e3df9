package bits

import "errors"

// Add returns the sum of x, y and carry (0 or 1), and the carry out.
func Add(x, y, carry uint) (sum, carryOut uint) {
	s, c := Add64(uint64(x), uint64(y), uint64(carry))
	return uint(s), uint(c)
}

// Add32 returns the sum of x, y and carry (0 or 1), and the carry out.
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	wide := uint64(x) + uint64(y) + uint64(carry)
	return uint32(wide), uint32(wide >> 32)
}

// Add64 returns the sum of x, y and carry (0 or 1), and the carry out.
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	return sum, (x&y | (x|y)&^sum) >> 63
}

// Sub returns x - y - borrow (0 or 1), and the borrow out.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint(d), uint(b)
}

// Sub32 returns x - y - borrow (0 or 1), and the borrow out.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	wide := uint64(x) - uint64(y) - uint64(borrow)
	return uint32(wide), uint32(wide >> 63)
}

// Sub64 returns x - y - borrow (0 or 1), and the borrow out.
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	return diff, (^x&y | ^(x^y)&diff) >> 63
}

// Mul returns the upper and the lower half of x * y.
func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

// Mul32 returns the upper and the lower half of x * y.
func Mul32(x, y uint32) (hi, lo uint32) {
	wide := uint64(x) * uint64(y)
	return uint32(wide >> 32), uint32(wide)
}

// Mul64 returns the upper and the lower half of x * y.
func Mul64(x, y uint64) (hi, lo uint64) {
	const low = 1<<32 - 1
	x0, x1, y0, y1 := x&low, x>>32, y&low, y>>32
	cross := x1*y0 + x0*y0>>32
	cross2 := x0*y1 + cross&low
	return x1*y1 + cross>>32 + cross2>>32, x * y
}

var (
	errDivide   = errors.New("runtime error: integer divide by zero")
	errOverflow = errors.New("runtime error: integer overflow")
)

// Div returns quotient and remainder of (hi, lo) / y. It panics if y <= hi, which includes y = 0.
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

// Div32 returns quotient and remainder of (hi, lo) / y. It panics if y <= hi, which includes y = 0.
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	if y != 0 && y <= hi {
		panic(errOverflow)
	}
	wide := uint64(hi)<<32 | uint64(lo)
	return uint32(wide / uint64(y)), uint32(wide % uint64(y))
}

// Div64 returns quotient and remainder of (hi, lo) / y. It panics if y <= hi, which includes y = 0.
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	if y == 0 {
		panic(errDivide)
	}
	if y <= hi {
		panic(errOverflow)
	}
	if hi == 0 {
		return lo / y, lo % y
	}
	// Bit by bit: hi is the remainder so far, the quotient fills lo from below.
	for i := 0; i < 64; i++ {
		top := hi >> 63
		hi = hi<<1 | lo>>63
		lo <<= 1
		if top != 0 || hi >= y {
			hi -= y
			lo |= 1
		}
	}
	return lo, hi
}

// Rem returns the remainder of (hi, lo) / y. It panics for y = 0.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }

// Rem32 returns the remainder of (hi, lo) / y. It panics for y = 0.
func Rem32(hi, lo, y uint32) uint32 { return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y)) }

// Rem64 returns the remainder of (hi, lo) / y. It panics for y = 0.
func Rem64(hi, lo, y uint64) uint64 {
	_, rem := Div64(hi%y, lo, y)
	return rem
}
