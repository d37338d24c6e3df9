// Types, interfaces, nil, several types in a case, the bound variable's type.
package main

import (
	"errors"
	"fmt"
)

type celsius float64
type pt struct{ x int }

func (p *pt) String() string { return fmt.Sprint("pt", p.x) }

func what(x interface{}) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int:
		return fmt.Sprint("int ", v+1)
	case int8, int16:
		return fmt.Sprintf("small %v", v)
	case string:
		return "string " + v
	case []int:
		return fmt.Sprint("slice ", len(v))
	case error:
		return "error " + v.Error()
	case fmt.Stringer:
		return "stringer " + v.String()
	case func() int:
		return fmt.Sprint("func ", v())
	case map[string]int, chan int:
		return fmt.Sprintf("%T", v)
	case celsius:
		return fmt.Sprint("celsius ", float64(v))
	case struct{ a int }:
		return fmt.Sprint("anonymous ", v.a)
	case *int:
		return fmt.Sprint("pointer ", *v)
	default:
		return fmt.Sprintf("other %T", v)
	}
}

func main() {
	n := 3
	for _, x := range []interface{}{nil, 1, int8(2), int16(3), "s", []int{1}, errors.New("e"), &pt{4}, pt{5}, func() int { return 6 },
		map[string]int{}, make(chan int), celsius(1.5), struct{ a int }{7}, struct{ b int }{7}, &n, 2.5, [2]int{}, celsius.String, uint8(1)} {
		fmt.Println(what(x))
	}
	var e error
	switch e.(type) {
	case error:
		fmt.Println("error")
	case nil:
		fmt.Println("nil error")
	}
	switch x := interface{}(n); y := x.(type) {
	case int:
		y = 8
		fmt.Println(x, y)
	}
}

func (c celsius) String() string { return fmt.Sprintf("%.1f°", float64(c)) }
