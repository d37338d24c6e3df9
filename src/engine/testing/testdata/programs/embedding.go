// Promotion through values and pointers, shadowing by depth, interfaces embedded in structs.
package main

import "fmt"

type animal struct{ name string }

func (a animal) Name() string      { return a.name }
func (a *animal) Rename(n string)  { a.name = n }
func (a animal) Sound() string     { return "..." }

type dog struct {
	animal
	age int
}

func (d dog) Sound() string { return "woof, not " + d.animal.Sound() }

type puppy struct {
	*dog
	name int
}

type namer interface{ Name() string }
type logged struct{ namer }

func (l logged) Name() string { return "<" + l.namer.Name() + ">" }

func main() {
	p := puppy{&dog{animal{"rex"}, 3}, 7}
	p.Rename("max")
	fmt.Println(p.Name(), p.name, p.dog.name, p.age, p.Sound())
	var n namer = p
	fmt.Println(n.Name(), logged{n}.Name(), logged{logged{p.dog}}.Name())
	d := *p.dog
	d.Rename("copy")
	fmt.Println(d.Name(), p.Name())
	f := p.Rename
	f("bound")
	fmt.Println(d.name, p.dog.animal.name)
}
