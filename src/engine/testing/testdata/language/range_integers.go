// Range over integers (Go 1.22).
package main

import "fmt"

type count int
type small uint8

func upTo[T ~int](n T) (list []T) {
	for i := range n {
		list = append(list, i)
	}
	return list
}

var evaluated int

func limit(n int) int { evaluated++; return n }

const five = 5

type key struct{ at int }

func main() {
	for i := range 3 {
		fmt.Printf("%T %d ", i, i)
	}
	fmt.Println()
	var n8 int8 = 2
	for i := range n8 {
		fmt.Printf("%T %d ", i, i)
	}
	for i := range count(2) {
		fmt.Printf("%T %d ", i, i)
	}
	for i := range 'b' - 'a' {
		fmt.Printf("%T %d ", i, i)
	}
	for i := range uint64(1) {
		fmt.Printf("%T %d ", i, i)
	}
	fmt.Println()

	// n <= 0: no iterations.
	for i := range 0 {
		fmt.Println("never", i)
	}
	for range -5 {
		fmt.Println("never")
	}
	negative := -1
	for i := range negative {
		fmt.Println("never", i)
	}

	// Without a variable, blank, assigned to an existing one (which gives an untyped constant its type).
	rounds := 0
	for range 4 {
		rounds++
	}
	for _ = range 4 {
		rounds++
	}
	for range limit(2) {
		rounds++
	}
	var u small
	for u = range 10 {
	}
	k := key{}
	for k.at = range 3 {
	}
	list := make([]int, 3)
	for list[limit(1)] = range 3 {
	}
	m := map[string]int{}
	for m["x"] = range 8 {
	}
	var f int = 7
	for f = range 0 {
	}
	fmt.Println(rounds, u, k, list, m, f)

	// The operand is evaluated once, before the loop.
	evaluated = 0
	sum := 0
	for i := range limit(4) {
		sum += i
	}
	n := 3
	for i := range n {
		n = 10
		sum += i * 100
	}
	fmt.Println(evaluated, sum, n)

	// Assigning to the variable does not change the course.
	for i := range 3 {
		fmt.Print(i, " ")
		i += 10
		fmt.Print(i, " ")
	}
	fmt.Println()
	var outer int
	for outer = range 3 {
		fmt.Print(outer, " ")
		outer = 100
	}
	fmt.Println(outer)

	// Each iteration has its own variable.
	var fs []func() int
	for i := range 3 {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()

	// break, continue, goto, labels, return.
rows:
	for i := range 4 {
		for j := range 4 {
			switch {
			case j == i:
				continue rows
			case i == 3 && j == 1:
				break rows
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println(first(50), first(2))
	for i := range 5 {
		if i == 2 {
			goto done
		}
	}
	fmt.Println("never")
done:

	// The largest values end, too.
	times := 0
	for range uint8(255) {
		times++
	}
	for range int8(127) {
		times++
	}
	for i := range uint64(1<<64 - 1) {
		if i == 5 {
			times += int(i)
			break
		}
	}
	fmt.Println(times, upTo(count(3)), len(upTo(-1)))

	// A shift of an untyped constant by a variable is an int, or what it is assigned to.
	s := 2
	for i := range 1 << s {
		fmt.Printf("%T", i)
		break
	}
	var i16 int16
	for i16 = range 1 << s {
	}
	fmt.Println(i16)
	for i := range len("abc") {
		fmt.Print("abc"[i:], " ")
	}
	fmt.Println()
	for i := range 3 {
		defer func() { fmt.Print("deferred ", i, "; ") }()
	}
	for i := range 10 {
		fmt.Println(10 / (3 - i))
	}
}

func first(stop int) string {
	for i := range 10 {
		if i == stop {
			return fmt.Sprint("found ", i)
		}
	}
	return "none"
}
