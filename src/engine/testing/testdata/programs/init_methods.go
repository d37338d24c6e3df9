// Dependencies through methods, closures and method values count.
package main

import "fmt"

type t struct{}

func (t) get() int { return second }

var first = t{}.get() + 1
var viaValue = t.get
var third = func() func() int { return func() int { return fourth } }()()
var second = third * 2
var fourth = 21
var table = [...]func() int{func() int { return first }}

func main() {
	fmt.Println(first, second, third, fourth, viaValue(t{}), table[0]())
}
