// A failed assertion to a concrete type.
package main

import "fmt"

type t struct{}

func main() {
	var x interface{} = t{}
	fmt.Println(x.(t))
	fmt.Println(x.(*t))
}
