// Arrays, structs, pointers, channels and interfaces as map keys.
package main

import "fmt"

type k struct {
	a [2]string
	i interface{}
}

func main() {
	m := map[k]int{}
	m[k{[2]string{"a", "b"}, 1}] = 1
	m[k{[2]string{"a", "b"}, int64(1)}] = 2
	m[k{[2]string{"a", "b"}, nil}] = 3
	m[k{[2]string{"a", string([]byte{'b'})}, 1}] += 10
	fmt.Println(len(m), m[k{[2]string{"a", "b"}, 1}], m[k{i: 1}])
	x, y := new(int), new(int)
	p := map[*int]string{x: "x", y: "y"}
	fmt.Println(p[x], p[y], len(p))
	c := make(chan int)
	var r interface{} = c
	cs := map[interface{}]bool{c: true, x: true, true: true, 1.5: true, [1]bool{}: true}
	fmt.Println(cs[r], cs[y], cs[true], cs[false], cs[[1]bool{false}])
	f := map[float64]string{0.1: "a", 1e100: "b"}
	one := 0.1
	fmt.Println(f[one], f[one*10/10], f[1e100], len(f))
	cm := map[complex128]int{1 + 2i: 3}
	fmt.Println(cm[complex(1, 2)])
	e := map[struct{}]int{{}: 1}
	e[struct{}{}]++
	fmt.Println(e)
}
