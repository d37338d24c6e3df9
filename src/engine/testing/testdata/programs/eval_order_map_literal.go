// The elements of a map literal are evaluated and put in one after the other; those of other literals are read behind all calls.
package main

import "fmt"

func bump(p *int) int { *p += 3; return *p }

func main() {
	n := 1
	fmt.Println(map[string]int{"a": n, "b": bump(&n)})
	fmt.Println(map[int]int{n: 1, bump(&n): n, n + 100: bump(&n)})
	fmt.Println([]int{n, bump(&n), n})
	x, y := map[string]int{"a": n}["a"], bump(&n)
	fmt.Println(x, y)
	for k, v := range [3]int{map[string]int{"": n}[""], bump(&n), n} {
		fmt.Println(k, v)
	}
	fmt.Println(map[string][]int{"a": {n, bump(&n)}, "b": {n}}, n)
}
