// A slice converted to an array pointer shares its elements.
package main

import "fmt"

func main() {
	s := []int{1, 2, 3, 4}
	p := (*[2]int)(s)
	p[0] = 10
	fmt.Println(s, *p, len(p))
	q := (*[0]int)(s[4:])
	fmt.Println(q != nil, (*[0]int)([]int(nil)) == nil)
	defer func() { fmt.Println(recover() != nil) }()
	fmt.Println((*[5]int)(s))
}
