// Named basic types show their type.
package main

type msg string

func main() {
	panic(msg("hello"))
}
