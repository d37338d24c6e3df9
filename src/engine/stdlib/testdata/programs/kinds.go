// Values of kinds that no other value of the program has, each in a place of its own: code for a kind is only there if a value can be printed.
package main

import "fmt"

type inStruct struct{ f float32 }

type inPointer struct{ p *struct{ c complex64 } }

type inMap map[string]struct{ x [2]uint16 }

type named complex128

type node struct {
	next *node
	any  any
}

func main() {
	fmt.Println(inStruct{1.5})
	fmt.Println(inPointer{&struct{ c complex64 }{1i}}.p)
	fmt.Println(inMap{"k": {[2]uint16{1, 2}}})
	fmt.Println([]any{named(2 - 1i)}, node{nil, map[float64]bool{2.5: true, -1: false}})
	fmt.Printf("%v %6.2f %+v\n", &node{any: []int8{3}}, 2.345, struct{ m map[int]string }{map[int]string{2: "b", 1: "a"}})
	defer func() { fmt.Println(recover()) }()
	panic(fmt.Sprint(named(1)))
}
