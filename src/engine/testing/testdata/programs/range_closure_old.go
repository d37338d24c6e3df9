// A variable declared inside the body is fresh in every iteration.
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		i := i
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	var ps []*int
	for _, v := range []int{1, 2, 3} {
		v := v
		ps = append(ps, &v)
	}
	fmt.Println(*ps[0], *ps[1], *ps[2])
}
