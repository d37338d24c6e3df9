// Taking a method value of a nil interface or through a nil pointer panics at once; a pointer receiver may be nil.
package main

import "fmt"

type t struct{ n int }

func (t) value()         {}
func (p *t) safe() bool  { return p == nil }

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	var p *t
	fmt.Println(p.safe())
	f := p.safe
	fmt.Println(f())
	try("value", func() { g := p.value; fmt.Println("bound"); g() })
	try("interface", func() { var e error; g := e.Error; fmt.Println("bound"); g() })
	try("call", func() { p.value() })
}
