// The forms of for.
package main

import "fmt"

func main() {
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, " ")
	}
	n := 0
	for n < 3 {
		n++
	}
	for {
		n *= 2
		if n > 20 {
			break
		}
		if n%4 == 0 {
			continue
		}
		fmt.Print("n", n, " ")
	}
	fmt.Println(n)
	for range [3]struct{}{} {
		fmt.Print("x")
	}
	var p *[4]int
	for i := range p {
		fmt.Print(i)
	}
	for i, r := range "aé€\xff😀" {
		fmt.Print(" ", i, ":", r)
	}
	fmt.Println()
	s := []int{1, 2, 3}
	for i, v := range s {
		if i == 0 {
			s = append(s, 4)
			s[1] = 20
		}
		fmt.Print(v, " ")
	}
	fmt.Println(len(s))
	for range s {
		n--
	}
	fmt.Println(n)
}
