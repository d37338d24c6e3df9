// Every width wraps around.
package main

import "fmt"

func main() {
	var a int8 = 127
	a++
	var b uint8
	b--
	var c int16 = -32768
	c--
	var d uint16 = 65535
	d += 2
	var e int32 = 1<<31 - 1
	e += e
	var f uint32 = 1 << 31
	f *= 2
	var g int64 = 1<<63 - 1
	g++
	var h uint64
	h--
	fmt.Println(a, b, c, d, e, f, g, h)
	x := int8(100)
	fmt.Println(x+x, x*x, -x-x, x<<1, ^x, uint8(x)<<2>>2)
	m := uint32(0xdeadbeef)
	fmt.Println(m*m, m<<16|m>>16, int32(m), int64(int32(m)), uint64(m)*uint64(m))
	k := 0x7fffffff
	fmt.Println(int32(k)+1 < 0, int32(k+1))
}
