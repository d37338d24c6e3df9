// A method of the value type is called by a nil pointer: wrappers say which.
package main

import "fmt"

type T int

func (T) F() {}

type I interface{ F() }

type S struct{ *T }

var value I

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var t *T
	value = t
	try(func() { value.F() })
	try(func() { (*T).F(t) })
	try(func() { t.F() })
	value = S{}
	try(func() { value.F() })
	value = &S{}
	try(func() { value.F() })
	value = t
	try(func() { f := t.F; f() })
	try(func() { f := value.F; f() })
	try(func() { defer value.F() })
	var s []int
	var i = uint64(1<<63 + 5)
	var a [3]int
	try(func() { _ = s[i] })
	try(func() { _ = a[i] })
	try(func() { _ = "abc"[i] })
	try(func() { _ = s[i:] })
	try(func() { _ = s[:i] })
	try(func() { _ = s[0:i:i] })
	try(func() { _ = "abc"[:i] })
	try(func() { _ = a[i:2] })
	try(func() { _ = s[-int(i>>60):] })
	try(func() { _ = s[uint8(200)] })
}
