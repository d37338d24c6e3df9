// Deep recursion and mutual recursion.
package main

import "fmt"

func down(n int) int {
	if n == 0 {
		return 0
	}
	return down(n-1) + 1
}

func even(n int) bool { return n == 0 || odd(n-1) }
func odd(n int) bool  { return n != 0 && even(n-1) }

func ack(m, n int) int {
	if m == 0 {
		return n + 1
	}
	if n == 0 {
		return ack(m-1, 1)
	}
	return ack(m-1, ack(m, n-1))
}

func perms(s []int, k int, f func([]int)) {
	if k == len(s) {
		f(s)
		return
	}
	for i := k; i < len(s); i++ {
		s[k], s[i] = s[i], s[k]
		perms(s, k+1, f)
		s[k], s[i] = s[i], s[k]
	}
}

func main() {
	fmt.Println(down(100000), even(10001), ack(2, 9))
	n := 0
	perms([]int{1, 2, 3, 4}, 0, func(p []int) {
		if p[0] < p[3] {
			n++
		}
	})
	fmt.Println(n)
}
