// Deleting while ranging: what is deleted is not seen again.
package main

import "fmt"

func main() {
	m := map[int]bool{}
	for i := 0; i < 100; i++ {
		m[i] = true
	}
	seen := 0
	for k := range m {
		seen++
		delete(m, k)
		delete(m, (k+50)%100)
	}
	fmt.Println(seen, len(m))
	for i := 0; i < 1000; i++ {
		m[i%10] = i%3 == 0
	}
	sum := 0
	for k, v := range m {
		if v {
			sum += k
		}
	}
	fmt.Println(len(m), sum)
	for k := range m {
		delete(m, k)
	}
	fmt.Println(len(m))
}
