// Two and three indices, strings, arrays, pointers to arrays.
package main

import "fmt"

func main() {
	a := [6]int{0, 1, 2, 3, 4, 5}
	s := a[1:3]
	fmt.Println(s, len(s), cap(s), s[:5], s[2:5])
	t := a[1:3:4]
	fmt.Println(len(t), cap(t))
	t = append(t, 30)
	t = append(t, 40)
	t[0] = 10
	fmt.Println(a, t)
	p := &a
	fmt.Println(p[2:], p[:0], len(p[3:3:5]), cap(p[3:3:5]))
	str := "hello"
	fmt.Println(str[1:3], str[:0] == "", str[5:] == "", str[:], str[2:][1:2])
	var n []int
	fmt.Println(n[0:], len(n[:0:0]))
	m := [][]int{{1, 2}, {3, 4, 5}}
	m[0] = m[1][:1]
	m[0][0] = 33
	fmt.Println(m)
}
