// Division truncates toward zero; the remainder has the dividend's sign.
package main

import "fmt"

func main() {
	for _, p := range [][2]int{{7, 2}, {-7, 2}, {7, -2}, {-7, -2}} {
		fmt.Println(p[0]/p[1], p[0]%p[1])
	}
	min := int64(-1 << 63)
	m1 := int64(-1)
	fmt.Println(min/m1, min%m1)
	i8, n1 := int8(-128), int8(-1)
	fmt.Println(i8/n1, i8%n1, uint8(200)/uint8(7), uint64(1<<63)/3)
	x := -9
	fmt.Println(x/4, x>>2, x%4, x&3, x/8, uint32(x)/8)
	f := 7.0
	fmt.Println(f/2, f/0*0 == f, -f/2)
}
