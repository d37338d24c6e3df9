// Bare returns, blank results, many results.
package main

import "fmt"

func div(a, b int) (q, r int, err error) {
	if b == 0 {
		err = fmt.Errorf("%d / 0", a)
		return
	}
	q, r = a/b, a%b
	return
}

func blank() (_ int, s string, _ float64) {
	s = "kept"
	return
}

func five() (a, b, c, d, e int) { return 1, 2, 3, 4, 5 }

func recurse(n int) (r int) {
	if n == 0 {
		return
	}
	r = n
	r += recurse(n - 1)
	return r
}

func main() {
	fmt.Println(div(7, 2))
	fmt.Println(div(7, 0))
	fmt.Println(blank())
	fmt.Println(five())
	fmt.Println(recurse(100))
	_, r, _ := div(9, 4)
	fmt.Println(r)
}
