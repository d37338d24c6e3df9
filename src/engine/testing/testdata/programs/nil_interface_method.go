// Calling a method on a nil interface.
package main

type greeter interface{ Greet() string }

func main() {
	var g greeter
	println(g == nil)
	println(g.Greet())
}
