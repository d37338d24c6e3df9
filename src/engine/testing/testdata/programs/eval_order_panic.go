// The right side is evaluated before an index of the left side fails; a nil map fails last.
package main

import "fmt"

func say(s string) int {
	fmt.Println(s)
	return 0
}

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	var s []int
	var m map[string]int
	var p *struct{ n int }
	try("slice", func() { s[0] = say("value") })
	try("map", func() { m["a"] = say("value") })
	try("pointer", func() { p.n = say("value") })
	try("function", func() { var f func(int); f(say("argument")) })
	try("interface", func() { var e error; _ = e.Error() })
	try("multi", func() { a := []int{1}; i := 5; a[0], a[i] = 2, say("b"); fmt.Println(a) })
}
