package decimal

import "math/bits"

// A Natural is a whole number of any size: words of 32 bits, the lowest first, the last one not 0; zero has none.
type Natural []uint32

// NewNatural returns v.
func NewNatural(v uint64) Natural { return Natural{uint32(v), uint32(v >> 32)}.trimmed() }

func (x Natural) trimmed() Natural {
	n := len(x)
	for n > 0 && x[n-1] == 0 {
		n--
	}
	return x[:n]
}

// Times returns x*m+a, in x's memory if it fits.
func (x Natural) Times(m, a uint32) Natural {
	carry := uint64(a)
	for i, w := range x {
		carry += uint64(w) * uint64(m)
		x[i] = uint32(carry)
		carry >>= 32
	}
	if carry != 0 {
		x = append(x, uint32(carry))
	}
	return x
}

// TimesPower10 returns x*10**n.
func (x Natural) TimesPower10(n int) Natural {
	for ; n >= 9; n -= 9 {
		x = x.Times(1e9, 0)
	}
	for ; n > 0; n-- {
		x = x.Times(10, 0)
	}
	return x
}

// Shift returns x*2**n in new memory.
func (x Natural) Shift(n int) Natural {
	y := append(make(Natural, n/32, n/32+len(x)+1), x...)
	if n/32 == len(y) {
		return nil
	}
	return y.Times(1<<uint(n%32), 0)
}

// Minus returns x-y in x's memory; y <= x.
func (x Natural) Minus(y Natural) Natural {
	borrow := int64(0)
	for i := range x {
		borrow += int64(x[i])
		if i < len(y) {
			borrow -= int64(y[i])
		} else if borrow == int64(x[i]) {
			break
		}
		x[i] = uint32(borrow)
		borrow >>= 32
	}
	return x.trimmed()
}

// Compare returns a number below, at or above 0 as x is to y.
func (x Natural) Compare(y Natural) int { return x.CompareSum(nil, y) }

// CompareSum compares x+y with z: the difference from the highest word down; once it is more than one, the words below cannot change it, y being less
// than its next power of two.
func (x Natural) CompareSum(y, z Natural) int {
	d := int64(0)
	for i := max(len(x), len(y), len(z)) - 1; i >= 0; i-- {
		d = d<<32 + x.word(i) + y.word(i) - z.word(i)
		if d > 0 {
			return 1
		}
		if d < -1 {
			return -1
		}
	}
	return int(d)
}

func (x Natural) word(i int) int64 {
	if i < len(x) {
		return int64(x[i])
	}
	return 0
}

func max(a, b, c int) int {
	if b > a {
		a = b
	}
	if c > a {
		a = c
	}
	return a
}

// BitLen returns the number of bits of x, 0 for zero.
func (x Natural) BitLen() int {
	if len(x) == 0 {
		return 0
	}
	return len(x)*32 - bits.LeadingZeros64(uint64(x[len(x)-1])) + 32
}
