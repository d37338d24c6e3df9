// Integer division by zero panics.
package main

import "fmt"

func main() {
	x, y := 1, 0
	defer func() {
		err := recover().(error)
		fmt.Println(err)
		s := []int{x}
		fmt.Println(s[x%(y+1):], s[x])
	}()
	fmt.Println(x / y)
}
