// Ranging over an array copies it, over a pointer to it does not; len of a pointer to an array is constant.
package main

import "fmt"

func main() {
	a := [3]int{1, 2, 3}
	for i, v := range a {
		a[2] += 10
		fmt.Print(i, v, " ")
	}
	fmt.Println(a)
	for i, v := range &a {
		a[2] += 10
		fmt.Print(i, v, " ")
	}
	fmt.Println(a)
	var p *[5]string
	const n = len(p)
	fmt.Println(n, cap(p), len([10]float64{}))
	for i := range a[:2] {
		a[i], a[i+1] = a[i+1], a[i]
	}
	fmt.Println(a)
}
