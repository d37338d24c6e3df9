// A string index out of range in a called function.
package main

func at(s string, i int) byte { return s[i] }

func main() {
	println(at("abc", 2))
	println(at("abc", -len("a")))
}
