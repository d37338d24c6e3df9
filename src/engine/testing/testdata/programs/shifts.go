// Counts beyond the width, signed shifts, untyped operands.
package main

import "fmt"

func main() {
	n := uint(70)
	x := 1
	fmt.Println(x<<n, -x>>n, uint8(200)>>1<<1, int8(-128)>>7, int8(x)<<7)
	var s uint = 33
	var i = 1 << s
	var u8 = uint8(1<<s>>s | 1)
	var k = uint64(1 << s)
	fmt.Println(i, u8, k, int32(1)<<s, uint32(1)<<31>>s)
	var w int64 = 1.0 << 3
	fmt.Println(w, len(make([]int, 1.0<<2)))
	y := int32(-5)
	fmt.Println(y>>1, uint32(y)>>1, y<<30, y>>31, y>>40)
	for c := 62; c < 67; c++ {
		fmt.Print(1<<c, " ", uint64(1)<<c, " ")
	}
	fmt.Println()
	var b byte = 0x80
	fmt.Println(b<<1, b>>7, ^b, b&^0x80, 1<<b>>b)
}
