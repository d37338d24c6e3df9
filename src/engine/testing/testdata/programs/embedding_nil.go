// A promoted method through a nil embedded pointer panics.
package main

import "fmt"

type base struct{ n int }

func (b *base) Set(n int) { b.n = n }
func (b base) Get() int   { return b.n }

type wrapper struct{ *base }

func main() {
	w := wrapper{&base{}}
	w.Set(3)
	fmt.Println(w.Get())
	w.base = nil
	defer func() { fmt.Println(recover()); var m map[int]int; m[1] = 1 }()
	fmt.Println(w.Get())
}
