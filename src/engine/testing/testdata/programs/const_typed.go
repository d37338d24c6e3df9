// Typed constants, overflow by conversion of variables, constant expressions in array lengths and cases.
package main

import (
	"fmt"
	"math"
)

type size uint8

const (
	small size = 1 << iota
	medium
	large
	all = small | medium | large
)
const n = len([...]int{5: 0}) + len("abc")

func main() {
	var a [n + 1]int
	fmt.Println(len(a), all, ^all, all&^medium, large>>1)
	fmt.Printf("%T %T %T\n", all, n, 'a')
	const max = math.MaxUint32
	var u uint32 = max
	fmt.Println(u+1, max+1, math.MaxInt8, -math.MaxInt64-1)
	const f float32 = 1.0 / 3
	fmt.Println(f, float64(f), f == 1.0/3, math.Pi, float32(math.Pi))
	const c = len("héllo")
	switch 6 {
	case c:
		fmt.Println("six bytes")
	}
	const r = 'é'
	s := string(r) + "x"
	fmt.Println(s, r/2, uint8(r))
	const t = "a" < "b" && !(1 > 2)
	fmt.Println(t, -5%3, -5/3, 5.0/2, 1/2.0, 1/2)
	x := 10
	fmt.Println(x/4*4.0, float64(x)/4, 1<<x, uint8(1)<<7)
}
