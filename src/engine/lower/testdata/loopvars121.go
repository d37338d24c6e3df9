//go:build go1.21

package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	for i, s := range []string{"a", "bb"} {
		fs = append(fs, func() int { return i*10 + len(s) })
	}
	var ps []*int
	for _, v := range []int{1, 2} {
		ps = append(ps, &v)
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println(*ps[0], *ps[1], ps[0] == ps[1])
}
