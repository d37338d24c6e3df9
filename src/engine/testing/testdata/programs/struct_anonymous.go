// Anonymous structs, identical types, tags, embedded by alias and by pointer.
package main

import "fmt"

type pt struct{ X, Y int }
type alias = pt
type tagged struct {
	X int `json:"x"`
	Y int
}
type holder struct {
	alias
	*tagged
	fmt.Stringer
}

func main() {
	a := struct{ X, Y int }{1, 2}
	p := pt(a)
	a = p
	t := tagged(p)
	fmt.Println(p, a, t, a == p)
	h := holder{alias: pt{3, 4}, tagged: &t}
	fmt.Println(h.alias.X, h.tagged.Y, h.Stringer == nil)
	list := []struct {
		name string
		want int
	}{{"a", 1}, {name: "b"}}
	for _, c := range list {
		fmt.Print(c.name, c.want, " ")
	}
	fmt.Printf("%T %v\n", a, struct{}{})
	var e struct{}
	var z [0]int
	fmt.Println(e, len(z), z)
}
