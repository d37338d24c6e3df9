package main

import "fmt"

type celsius float64
type small int8

func div(a, b int) (q int, err any) {
	defer func() { err = recover() }()
	return a / b, nil
}

func shifts(n uint, m int) {
	var a int8 = -3
	var b uint8 = 200
	var c int64 = -5
	var d uint32 = 1
	fmt.Println(a<<n, a>>n, b<<n, b>>n, c<<n, c>>n, d<<n, d>>n)
	fmt.Println(1<<m, uint64(1)<<m, int32(-1)>>m)
}

func main() {
	var i8 int8 = 127
	i8++
	var u8 uint8 = 0
	u8--
	var i16 int16 = 32767
	i16 += 2
	var u16 uint16 = 1
	u16 -= 3
	var i32 int32 = 1 << 30
	i32 *= 4
	i32 += 7
	var u32 uint32 = 1 << 31
	u32 *= 3
	var i64 int64 = 1 << 62
	i64 *= 3
	fmt.Println(i8, u8, i16, u16, i32, u32, i64)
	min := int64(-1 << 63)
	m1 := int64(-1)
	fmt.Println(min/m1, min%m1, -7/2, -7%2, 7/-2, 7%-2)
	var k8 int8 = -128
	n8 := int8(-1)
	fmt.Println(k8/n8, k8%n8, -k8)
	var k32 int32 = -1 << 31
	n32 := int32(-1)
	fmt.Println(k32/n32, k32%n32)
	fmt.Println(div(7, 2))
	fmt.Println(div(7, 0))
	for _, n := range []uint{0, 1, 7, 8, 31, 32, 33, 63, 64, 100} {
		shifts(n, int(n))
	}
	x := 0xF0F0
	y := 0x0FF0
	fmt.Println(x&y, x|y, x^y, x&^y, ^x, -x, +x)
	var ub uint8 = 0x0F
	fmt.Println(^ub, -ub)
	f := 1.5
	var f32 float32 = 0.1
	fmt.Println(f/0.3, f32*3, f32+f32, -f, float64(f32))
	z := 0.0
	fmt.Println(1/z, -1/z, z/z, f > z, f < z, z/z == z/z, z/z != z/z)
	fmt.Println(int(f), int8(-f*2), uint8(f*10), int64(1e18), uint64(1<<63), int32(-f))
	big := 1e19
	fmt.Println(uint64(big), float32(big), float64(uint64(big)), float64(int64(-5)), float32(uint32(7)))
	c := complex(1, 2)
	d := complex(3, -4)
	fmt.Println(c+d, c-d, c*d, c/d, -c, real(c), imag(d), c == d, c != d)
	var c64 complex64 = complex64(c)
	fmt.Println(c64*c64, c64/c64)
	var t celsius = 36.6
	fmt.Println(t*2, celsius(3)+t)
	var s small = 100
	s += 100
	fmt.Println(s)
	var a, b uint = 3, 5
	fmt.Println(a-b > 0, a%b, b/a, a<<b)
	var p uintptr = 10
	fmt.Println(p*2, uint32(p), rune('a')+1, 'x' - 'a', byte('z'))
	const huge = 1 << 100
	fmt.Println(huge>>98, float64(huge))
	s1 := "abc"
	s2 := "abd"
	fmt.Println(s1 < s2, s1+s2, s1 == "abc", s1 != s2, s1 >= s2, len(s1), s1[1], s1[1:], s1[:2], s1[1:2])
	fmt.Println(i64 == int64(i8), bool(f > 1) && !(f > 2) || false)
	var w int = 5
	w <<= 2
	w |= 3
	w ^= 1
	w %= 7
	w &^= 1
	fmt.Println(w)
}
