package strconv

import "math/bits"

// natural is a whole number of any size: words of 32 bits, the lowest first, the last one not 0; zero has none.
type natural []uint32

func newNatural(v uint64) natural {
	if v == 0 {
		return nil
	}
	if v>>32 == 0 {
		return natural{uint32(v)}
	}
	return natural{uint32(v), uint32(v >> 32)}
}

// times returns x*m+a, in x's memory if it fits.
func (x natural) times(m, a uint32) natural {
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

// timesPower10 returns x*10**n.
func (x natural) timesPower10(n int) natural {
	for ; n >= 9; n -= 9 {
		x = x.times(1e9, 0)
	}
	for ; n > 0; n-- {
		x = x.times(10, 0)
	}
	return x
}

// shift returns x*2**n in new memory.
func (x natural) shift(n uint) natural {
	if len(x) == 0 {
		return nil
	}
	words := int(n / 32)
	n %= 32
	y := make(natural, words, words+len(x)+1)
	carry := uint64(0)
	for _, w := range x {
		carry |= uint64(w) << n
		y = append(y, uint32(carry))
		carry >>= 32
	}
	if carry != 0 {
		y = append(y, uint32(carry))
	}
	return y
}

// double returns 2*x, in x's memory if it fits.
func (x natural) double() natural {
	carry := uint32(0)
	for i, w := range x {
		x[i] = w<<1 | carry
		carry = w >> 31
	}
	if carry != 0 {
		x = append(x, carry)
	}
	return x
}

// minus returns x-y in x's memory; y <= x.
func (x natural) minus(y natural) natural {
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
	n := len(x)
	for n > 0 && x[n-1] == 0 {
		n--
	}
	return x[:n]
}

func (x natural) compare(y natural) int {
	if len(x) != len(y) {
		if len(x) < len(y) {
			return -1
		}
		return 1
	}
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// compareSum compares x+y with z.
func (x natural) compareSum(y, z natural) int {
	sum := make(natural, 0, len(x)+len(y)+1)
	carry := uint64(0)
	for i := 0; i < len(x) || i < len(y) || carry != 0; i++ {
		if i < len(x) {
			carry += uint64(x[i])
		}
		if i < len(y) {
			carry += uint64(y[i])
		}
		sum = append(sum, uint32(carry))
		carry >>= 32
	}
	return sum.compare(z)
}

// bitLen returns the number of bits of x, 0 for zero.
func (x natural) bitLen() int {
	if len(x) == 0 {
		return 0
	}
	return len(x)*32 - bits.LeadingZeros64(uint64(x[len(x)-1])) + 32
}
