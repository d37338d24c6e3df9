// Bit operations.
package main

import (
	"fmt"
	"math/bits"
)

func main() {
	x := uint32(0b1011_0000)
	fmt.Println(x&0xf0, x|1, x^0xff, x&^0x80, ^x, -x, x&-x)
	fmt.Println(bits.OnesCount32(x), bits.LeadingZeros32(x), bits.TrailingZeros32(x), bits.Reverse8(0x12), bits.RotateLeft32(x, 28), bits.Len(1023))
	hi, lo := bits.Mul64(1<<63, 6)
	fmt.Println(hi, lo)
	sum, carry := bits.Add64(1<<63, 1<<63, 1)
	fmt.Println(sum, carry)
	var set uint64
	for _, i := range []uint{1, 5, 63} {
		set |= 1 << i
	}
	for i := 0; set != 0; set &= set - 1 {
		i = bits.TrailingZeros64(set)
		fmt.Print(i, " ")
	}
	fmt.Println()
	h := uint64(14695981039346656037)
	for _, c := range []byte("hello") {
		h ^= uint64(c)
		h *= 1099511628211
	}
	fmt.Println(h, int64(h)>>60, h>>60)
}
