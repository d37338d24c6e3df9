// Package bits counts and moves bits, and does arithmetic beyond 64 of them.
package bits

// UintSize is the size of uint in bits.
const UintSize = 64

// LeadingZeros64 returns the number of zero bits above the highest one; 64 for x = 0.
func LeadingZeros64(x uint64) int

// TrailingZeros64 returns the number of zero bits below the lowest one; 64 for x = 0.
func TrailingZeros64(x uint64) int

// OnesCount64 returns the number of one bits.
func OnesCount64(x uint64) int

// RotateLeft64 moves the bits of x up by k modulo 64; those that leave at the top come back at the bottom. -k moves down.
func RotateLeft64(x uint64, k int) uint64

// LeadingZeros returns the number of zero bits above the highest one; 64 for x = 0.
func LeadingZeros(x uint) int { return LeadingZeros64(uint64(x)) }

// LeadingZeros8 returns the number of zero bits above the highest one; 8 for x = 0.
func LeadingZeros8(x uint8) int { return LeadingZeros64(uint64(x)) - 56 }

// LeadingZeros16 returns the number of zero bits above the highest one; 16 for x = 0.
func LeadingZeros16(x uint16) int { return LeadingZeros64(uint64(x)) - 48 }

// LeadingZeros32 returns the number of zero bits above the highest one; 32 for x = 0.
func LeadingZeros32(x uint32) int { return LeadingZeros64(uint64(x)) - 32 }

// TrailingZeros returns the number of zero bits below the lowest one; 64 for x = 0.
func TrailingZeros(x uint) int { return TrailingZeros64(uint64(x)) }

// TrailingZeros8 returns the number of zero bits below the lowest one; 8 for x = 0.
func TrailingZeros8(x uint8) int { return TrailingZeros64(uint64(x) | 1<<8) }

// TrailingZeros16 returns the number of zero bits below the lowest one; 16 for x = 0.
func TrailingZeros16(x uint16) int { return TrailingZeros64(uint64(x) | 1<<16) }

// TrailingZeros32 returns the number of zero bits below the lowest one; 32 for x = 0.
func TrailingZeros32(x uint32) int { return TrailingZeros64(uint64(x) | 1<<32) }

// OnesCount returns the number of one bits.
func OnesCount(x uint) int { return OnesCount64(uint64(x)) }

// OnesCount8 returns the number of one bits.
func OnesCount8(x uint8) int { return OnesCount64(uint64(x)) }

// OnesCount16 returns the number of one bits.
func OnesCount16(x uint16) int { return OnesCount64(uint64(x)) }

// OnesCount32 returns the number of one bits.
func OnesCount32(x uint32) int { return OnesCount64(uint64(x)) }

// RotateLeft moves the bits of x up by k modulo 64; those that leave at the top come back at the bottom.
func RotateLeft(x uint, k int) uint { return uint(RotateLeft64(uint64(x), k)) }

// RotateLeft8 moves the bits of x up by k modulo 8; those that leave at the top come back at the bottom.
func RotateLeft8(x uint8, k int) uint8 {
	s := uint(k) & 7
	return x<<s | x>>(8-s)
}

// RotateLeft16 moves the bits of x up by k modulo 16; those that leave at the top come back at the bottom.
func RotateLeft16(x uint16, k int) uint16 {
	s := uint(k) & 15
	return x<<s | x>>(16-s)
}

// RotateLeft32 moves the bits of x up by k modulo 32; those that leave at the top come back at the bottom.
func RotateLeft32(x uint32, k int) uint32 {
	s := uint(k) & 31
	return x<<s | x>>(32-s)
}

// Len returns the number of bits needed to write x; 0 for x = 0.
func Len(x uint) int { return 64 - LeadingZeros64(uint64(x)) }

// Len8 returns the number of bits needed to write x; 0 for x = 0.
func Len8(x uint8) int { return 64 - LeadingZeros64(uint64(x)) }

// Len16 returns the number of bits needed to write x; 0 for x = 0.
func Len16(x uint16) int { return 64 - LeadingZeros64(uint64(x)) }

// Len32 returns the number of bits needed to write x; 0 for x = 0.
func Len32(x uint32) int { return 64 - LeadingZeros64(uint64(x)) }

// Len64 returns the number of bits needed to write x; 0 for x = 0.
func Len64(x uint64) int { return 64 - LeadingZeros64(x) }

// Reverse returns x with its bits in the opposite order.
func Reverse(x uint) uint { return uint(Reverse64(uint64(x))) }

// Reverse8 returns x with its bits in the opposite order.
func Reverse8(x uint8) uint8 { return uint8(Reverse64(uint64(x)) >> 56) }

// Reverse16 returns x with its bits in the opposite order.
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }

// Reverse32 returns x with its bits in the opposite order.
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }

// Reverse64 returns x with its bits in the opposite order.
func Reverse64(x uint64) uint64 {
	x = x>>1&0x5555555555555555 | x&0x5555555555555555<<1
	x = x>>2&0x3333333333333333 | x&0x3333333333333333<<2
	x = x>>4&0x0F0F0F0F0F0F0F0F | x&0x0F0F0F0F0F0F0F0F<<4
	return ReverseBytes64(x)
}

// ReverseBytes returns x with its bytes in the opposite order.
func ReverseBytes(x uint) uint { return uint(ReverseBytes64(uint64(x))) }

// ReverseBytes16 returns x with its bytes in the opposite order.
func ReverseBytes16(x uint16) uint16 { return x>>8 | x<<8 }

// ReverseBytes32 returns x with its bytes in the opposite order.
func ReverseBytes32(x uint32) uint32 { return uint32(ReverseBytes64(uint64(x)) >> 32) }

// ReverseBytes64 returns x with its bytes in the opposite order.
func ReverseBytes64(x uint64) uint64 {
	x = x>>8&0x00FF00FF00FF00FF | x&0x00FF00FF00FF00FF<<8
	x = x>>16&0x0000FFFF0000FFFF | x&0x0000FFFF0000FFFF<<16
	return x>>32 | x<<32
}
