// Bound variables of a type switch shadow; switches with functions and no condition.
package main

import "fmt"

func f(x interface{}, y interface{}) (s string) {
	switch x := x.(type) {
	case int:
		switch y := y.(type) {
		case int:
			s = fmt.Sprint(x + y)
		case string:
			s = fmt.Sprint(x) + y
		}
	case fmt.Stringer, error:
		s = fmt.Sprintf("%T", x)
	case func() interface{}:
		s = f(x(), y)
	}
	if s == "" {
		return "none"
	}
	return
}

func main() {
	fmt.Println(f(1, 2), f(1, "a"), f("a", 1), f(fmt.Errorf("e"), nil), f(func() interface{} { return 5 }, 6))
	var i interface{} = 3
	switch i := i.(type) {
	case int, int8:
		if n, ok := i.(int); ok {
			fmt.Println(n * 2)
		}
	}
	switch n, ok := i.(int); {
	case ok && n > 2:
		fmt.Println("big")
		fallthrough
	case false:
		fmt.Println("fell")
	default:
		fmt.Println("default")
	}
}
