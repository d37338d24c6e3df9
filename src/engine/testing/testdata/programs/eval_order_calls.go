// Calls, receives and operators are evaluated from left to right.
package main

import "fmt"

func v(n int) int {
	fmt.Print(n, " ")
	return n
}

func pair(a int) (int, int) { return v(a), v(a + 1) }

type t struct{ n int }

func (x t) add(n int) t { fmt.Print("add", n, " "); return t{x.n + n} }

func main() {
	fmt.Println(v(1)+v(2)*v(3), v(4))
	a := [3]int{v(7), v(8), v(9)}
	m := map[int]int{v(1): v(2), v(3): v(4)}
	fmt.Println(a, len(m))
	fmt.Println(pair(5))
	fmt.Println(t{v(1)}.add(v(2)).add(v(3)).n)
	s := make([]int, v(3), v(4))
	s[v(0)], s[v(1)] = v(10), v(11)
	fmt.Println(s[v(0):v(2)])
	c := make(chan int, 2)
	c <- v(1)
	c <- v(2)
	fmt.Println(<-c*10 + <-c)
	var f func(int) int = func(n int) int { return v(n) * 2 }
	fmt.Println(f(v(f(v(1)))))
}
