// Interfaces compare by dynamic type and value; some values cannot be compared.
package main

import "fmt"

type celsius float64
type pair struct {
	a interface{}
	b string
}

func main() {
	var a, b interface{} = 1, int64(1)
	fmt.Println(a == b, a == 1, b == int64(1), a != nil)
	var c interface{} = celsius(1)
	fmt.Println(c == 1.0, c == celsius(1))
	fmt.Println(pair{1, "x"} == pair{1, "x"}, pair{1, "x"} == pair{1.0, "x"})
	var p *int
	var e interface{} = p
	fmt.Println(e == nil, e == (*int)(nil), p == nil)
	fmt.Println([2]interface{}{1, "a"} == [2]interface{}{1, "a"})
	var err error
	fmt.Println(err == nil, interface{}(err) == nil)
	defer func() { fmt.Println(recover()) }()
	var s interface{} = []int{1}
	fmt.Println(s == s)
}
