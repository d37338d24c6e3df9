// Slices passed on are shared; none given is nil.
package main

import "fmt"

func first(ns ...int) { ns[0] = 99 }
func isNil(ns ...int) bool { return ns == nil }
func mixed(s string, xs ...interface{}) string { return fmt.Sprintf(s, xs...) }

type logger struct{ prefix string }

func (l logger) log(args ...string) string {
	return l.prefix + fmt.Sprint(len(args), args)
}

func main() {
	s := []int{1, 2, 3}
	first(s...)
	first(4, 5)
	fmt.Println(s, isNil(), isNil(s[:0]...), isNil(nil...), isNil(1))
	fmt.Println(mixed("%d-%s", 1, "x"), mixed("none"))
	l := logger{"> "}
	f := l.log
	fmt.Println(f("a", "b"), f())
	g := logger.log
	fmt.Println(g(l, "c"))
	defer func(xs ...int) { fmt.Println("deferred", xs) }(1, 2)
	go func(xs ...string) {}("a")
}
