// Conversions truncate, wrap and extend signs.
package main

import "fmt"

func main() {
	i := -1
	fmt.Println(uint8(i), uint16(i), uint32(i), uint64(i), int8(i))
	u := uint64(1<<63 + 5)
	fmt.Println(int64(u), int32(u), uint8(u), float64(u))
	f := -3.99
	fmt.Println(int(f), int8(f), int64(f*1e10))
	g := 3e9
	fmt.Println(uint32(g), int64(g), float32(16777217.0), float32(g))
	var i8 int8 = -128
	fmt.Println(-i8, i8-1, uint8(i8), int(uint8(i8)), i8/-1)
	var r rune = 'é'
	var b byte = byte(r)
	fmt.Println(r, b, string(r))
	one := len("x")
	fmt.Println(uint32(1<<32-1)+uint32(one) == 0, int32(1<<31-1)+int32(one) < 0)
	h := float64(1 << 62)
	fmt.Println(uint64(h)*2, int64(h))
}
