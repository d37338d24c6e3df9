// Capacities as the runtime rounds them.
package main

import "fmt"

func main() {
	var ints []int
	var bytes []byte
	last, lastB := -1, -1
	for i := 0; i < 3000; i++ {
		ints = append(ints, i)
		bytes = append(bytes, byte(i))
		if cap(ints) != last {
			last = cap(ints)
			fmt.Print(last, " ")
		}
		if cap(bytes) != lastB {
			lastB = cap(bytes)
			fmt.Print("b", lastB, " ")
		}
	}
	fmt.Println()
	fmt.Println(cap(append([]int{1, 2, 3}, 4, 5, 6, 7)), cap(append([]string(nil), "a", "b", "c")), cap(append([]byte("hello"), "world!"...)))
}
