// The built-in functions min and max (Go 1.21).
package main

import (
	"fmt"
	"math"
)

type celsius float64
type name string

const (
	c1      = min(1, 2.5, 'a')
	c2      = max(1, 2.5, 'a')
	c3      = min("b", "a", "c")
	c4 int8 = max(-3, 4)
	c5      = min(1<<100, 1<<99) >> 98
)

var array [max(2, 3)]int

func least[T int | string | float64](x T, others ...T) T {
	for _, y := range others {
		x = min(x, y)
	}
	return x
}

func order(s string, x int) int { fmt.Print(s, " "); return x }

func main() {
	fmt.Println(c1, c2, c3, c4, c5, len(array))
	fmt.Printf("%T %T %T %T\n", c1, c2, c3, c4)
	x, y := 3, -4
	fmt.Println(min(x), max(x), min(x, y), max(x, y), min(x, y, -10), max(x, y, 10))
	fmt.Printf("%T %v\n", max(celsius(1), 2, 3.5), max(celsius(1), 2, 3.5))
	fmt.Printf("%T %v\n", min(name("b"), "a"), min(name("b"), "a"))

	// Unsigned and small integers.
	var u8 uint8 = 200
	var i8 int8 = -100
	var u64 uint64 = 1 << 63
	fmt.Println(max(u8, 100), min(u8, 100), max(i8, 100), min(i8, 100), max(u64, 5), min(u64, 5))

	// A constant operand takes the type of the others.
	f := 2.0
	fmt.Println(max(f, 3), min(1, f), max(1, 2, f, 2.25))
	var r rune = 'x'
	fmt.Printf("%T\n", max(r, 'y'))

	// Floats: the negative zero is smaller, and NaN wins over all.
	zero, negative, nan, inf := 0.0, math.Copysign(0, -1), math.NaN(), math.Inf(1)
	fmt.Println(math.Signbit(min(zero, negative)), math.Signbit(min(negative, zero)), math.Signbit(max(zero, negative)), math.Signbit(max(negative, zero)))
	fmt.Println(math.Signbit(min(negative, negative)), math.Signbit(max(negative, negative)))
	fmt.Println(min(nan, 1), min(1, nan), max(nan, inf), max(inf, nan), min(nan, -inf), min(1, 2, nan, 3), max(nan))
	fmt.Println(min(inf, 1), max(-inf, 1), min(-inf, inf))
	z32, n32, nan32 := float32(0), float32(negative), float32(nan)
	fmt.Println(math.Signbit(float64(min(z32, n32))), math.Signbit(float64(max(z32, n32))), min(nan32, 1), max(1, nan32))

	// Strings: by bytes; the first of equal ones.
	a, b := "a", "b"
	fmt.Println(min(a, b), max(a, b), min("", a), max("", a), min("a", "A", a), max("ab", a), max("\xff", "é"))

	// All operands are evaluated, once and in order.
	fmt.Println(max(order("p", 1), order("q", 3), order("r", 2)))
	fmt.Println(least(3, 1, 2), least("q", "p"), least(1.5), least(math.NaN(), 1))

	// As parts of larger expressions.
	s := []int{5, 6, 7}
	fmt.Println(s[min(2, len(s))], s[:min(9, len(s))], max(s[0], s[1])+min(s[1], s[2])*2)
	x = max(x, 10)
	x += min(x, 1)
	fmt.Println(x, max(len(s), cap(s)) == 3, max(1, 2) == 2)
	{
		min := func(a, b int) int { return a*100 + b } // they are not keywords
		fmt.Println(min(1, 2))
	}
}
