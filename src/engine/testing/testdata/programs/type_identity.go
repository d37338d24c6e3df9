// Aliases are the same type, defined types are not; conversion between identical structures.
package main

import "fmt"

type A = int
type B int
type F func(A) B
type S struct{ a A }
type T S

func name(x interface{}) string {
	switch x.(type) {
	case int:
		return "int"
	case B:
		return "B"
	case func(int) B:
		return "func"
	case F:
		return "F"
	case S:
		return "S"
	case T:
		return "T"
	case struct{ a int }:
		return "anonymous"
	case []A:
		return "[]int"
	case [2]B:
		return "[2]B"
	}
	return "?"
}

func main() {
	var f F = func(a A) B { return B(a) }
	var g func(int) B = f
	fmt.Println(name(A(1)), name(B(1)), name(f), name(g), name(S{}), name(T{}), name(struct{ a A }{1}), name([]int{}), name([2]B{}))
	t := T(S{4})
	u := struct{ a int }(t)
	fmt.Println(t, u, S(u) == S(t))
	{
		type S struct{ a A }
		fmt.Println(name(S{}))
		fmt.Printf("%T\n", S{})
	}
	var c chan<- int = make(chan int)
	fmt.Printf("%T %T %T %T\n", c, f, map[B][]*S{}, func(...interface{}) (error, bool) { return nil, false })
}
