// What becomes an interface is copied where it stands, unless it is passed as a word, a string or a slice: then it is read behind the calls.
package main

import "fmt"

type word struct{ n int }
type text struct{ s string }
type two struct{ a, b int }
type list struct{ l []int }

func (w word) Error() string { return fmt.Sprint("word ", w.n) }

func main() {
	n, s, l := 1, "a", []int{1}
	bump := func() int {
		n++
		s += "b"
		l = append(l, n)
		return n
	}
	fmt.Println(n, bump(), n)
	fmt.Println(word{n}, bump(), error(word{n}), bump())
	fmt.Println(two{n, n}, bump(), any(two{n, n}), bump())
	fmt.Println(text{s}, bump(), any(text{s}), bump())
	fmt.Println(list{l}, bump(), any(list{l}), bump())
	fmt.Println([1]int{n}, [2]int{n, n}, bump(), any([2]int{n, n}), bump())
	fmt.Println([]any{n, two{n, n}, bump(), s, int8(n)}, bump())
	w, t := word{n}, two{n, n}
	change := func() int { w.n, t.a = 50, 60; return 7 }
	fmt.Println(w, t, change(), w, t)
}
