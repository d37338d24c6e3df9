// Untyped constants are exact.
package main

import "fmt"

const (
	big   = 1 << 100
	small = big >> 98
	third = 1.0 / 3
	huge  = 1e1000 / 1e997
	mixed = 'a' + 1.0
)

func main() {
	fmt.Println(small, huge, third*3 == 1, mixed, big/3%1000)
	fmt.Printf("%T %T %T %T\n", small, huge, mixed, 1i)
	const x = 7 / 2 * 2.0
	const y = 7 / 2. * 2
	fmt.Println(x, y, -7/2, -7%3, 7&^5, ^0, 1<<3|1)
	var f float32 = 1 << 24
	fmt.Println(f, f+1, 0.1+0.2, float32(0.1)+float32(0.2))
	const s = "abc" + "def"
	fmt.Println(len(s), s[1:2], s < "abd")
	var u uint8 = 255
	const m = ^uint8(1)
	fmt.Println(u, m, 5.0 == 5, 1.0<<3)
	fmt.Println(0x1p-2, 0b101, 0o17, 017, 1_000_000, 0x_ff, 1e3, .5, 'x', '\n', '\x41', '\u00e9', "\u00e9\t\101")
}
