// A key of an uncomparable dynamic type.
package main

import "fmt"

func main() {
	m := map[interface{}]int{"a": 1}
	defer func() {
		fmt.Println(recover())
		type s struct{ f []int }
		m[s{}] = 1
	}()
	m[[]int{1}] = 2
}
