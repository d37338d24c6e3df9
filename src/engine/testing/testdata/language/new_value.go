// new(expression) (Go 1.26): a new variable that holds the value.
package main

import "fmt"

type celsius float64
type person struct {
	name string
	age  *int
	tags []string
}
type color int

const blue color = 3

func generic[T any](x T) *T              { return new(x) }
func zeroOf[T any]() *T                  { return new(T) }
func called(s string, n int) (p *int)    { fmt.Print(s, " "); return new(n) }
func yearsOld(birth, now int) int        { return now - birth }

var global = new(fmt.Sprint("glo", "bal"))

func main() {
	p := new(42)
	fmt.Printf("%T %v\n", p, *p)
	*p++
	fmt.Println(*p, *new(42)) // a variable of its own each time
	fmt.Println(new(1) == new(1), *global)

	// Untyped constants take their default types; typed ones keep theirs.
	fmt.Printf("%T %T %T %T %T %T\n", new(1), new(1.5), new('x'), new("s"), new(true), new(2i))
	fmt.Printf("%T %T %T %T\n", new(celsius(20)), new(blue), new(uint8(1)), new(1<<3))
	fmt.Printf("%T %T\n", new(1 == 2), new(p == nil))

	// Any expression: variables (copied), calls, literals, conversions, functions, receives, assertions, nil of a type.
	x := 7
	q := new(x)
	x = 8
	fmt.Println(*q, x)
	who := person{name: "Ann", age: new(yearsOld(1990, 2026)), tags: []string{"a"}}
	copyOf := new(who)
	copyOf.name, copyOf.tags[0] = "Bob", "shared"
	fmt.Println(who.name, *who.age, who.tags, copyOf.name, copyOf.age == who.age)
	a := [3]int{1, 2, 3}
	pa := new(a)
	pa[0] = 100
	fmt.Println(a, *pa)
	fmt.Printf("%T %v\n", new([]int{1}), *new([]int{1}))
	fmt.Printf("%T %v\n", new(map[string]int{"k": 1}), *new(map[string]int{"k": 1}))
	fmt.Printf("%T %d\n", new(func(n int) int { return n * 2 }), (*new(func(n int) int { return n * 2 }))(21))
	c := make(chan string, 1)
	c <- "received"
	fmt.Println(*new(<-c))
	var i any = "asserted"
	fmt.Println(*new(i.(string)))
	fmt.Printf("%T %v\n", new(i), *new(i))
	var e error
	fmt.Printf("%T %v\n", new(e), *new(e))
	fmt.Printf("%T %v\n", new((*int)(nil)), *new((*int)(nil)))
	pp := new(new(5))
	**pp++
	fmt.Printf("%T %d\n", pp, **pp)
	m := map[string]int{"a": 1}
	fmt.Println(*new(m["a"]), *new(m["absent"]), *new(len("four")), *new(a[1] + x))

	// Still: new(T).
	fmt.Println(*new(int), *new(person), zeroOf[string]() != nil, *generic("g"))
	fmt.Printf("%T %T\n", generic(celsius(1)), new(struct{ n int }))

	// Evaluated once, in order.
	fmt.Println(*called("first", 1) + *new(*called("second", 2)))
	for v := range 3 {
		defer func(p *int) { fmt.Print(*p, " ") }(new(v * v))
	}
	new := func(n int) int { return -n }
	fmt.Println(new(3))
}
