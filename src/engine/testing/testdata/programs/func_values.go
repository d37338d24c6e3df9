// Functions as values: fields, maps, nil, several results passed on.
package main

import "fmt"

type op func(int, int) int

func (o op) twice(a, b int) int { return o(o(a, b), b) }

func two() (int, string)          { return 1, "one" }
func show(n int, s ...interface{}) { fmt.Println(n, s) }
func sum(ns ...int) (t int) {
	for _, n := range ns {
		t += n
	}
	return
}

func main() {
	ops := map[string]op{"add": func(a, b int) int { return a + b }, "mul": func(a, b int) int { return a * b }}
	fmt.Println(ops["add"](2, 3), ops["mul"].twice(2, 5), ops["none"] == nil)
	fmt.Println(two())
	fmt.Println(sum(), sum(1), sum([]int{1, 2, 3}...), len(fmt.Sprint(two())))
	show(1)
	show(1, nil)
	show(1, nil...)
	show(2, []interface{}{"a", 3}...)
	show(3, []interface{}{"a"})
	s := struct{ f func() op }{func() op { return ops["mul"] }}
	fmt.Println(s.f()(6, 7))
}
