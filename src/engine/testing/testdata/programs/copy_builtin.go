// copy moves what fits, also when both overlap, and from strings.
package main

import "fmt"

func main() {
	a := []int{1, 2, 3, 4, 5}
	fmt.Println(copy(a[1:], a), a)
	a = []int{1, 2, 3, 4, 5}
	fmt.Println(copy(a, a[2:]), a)
	b := make([]byte, 3)
	fmt.Println(copy(b, "hello"), string(b), copy(b, ""), copy(b[3:], "x"))
	var n []string
	fmt.Println(copy(n, []string{"x"}), copy([]string{"y"}, n))
}
