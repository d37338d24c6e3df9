// nil and empty slices behave alike except against nil.
package main

import "fmt"

func main() {
	var n []int
	e := []int{}
	fmt.Println(n == nil, e == nil, len(n), len(e), n, e)
	fmt.Println(n[:] == nil, n[0:0] == nil, e[:0] == nil, append(n, e...) == nil)
	for range n {
		fmt.Println("never")
	}
	fmt.Printf("%#v %#v %v\n", n, e, [][]int{nil, {}})
	m := make([]int, 0)
	fmt.Println(cap(m), m == nil)
	fmt.Println([]byte("") == nil, []byte(nil) == nil, string([]byte(nil)) == "")
}
