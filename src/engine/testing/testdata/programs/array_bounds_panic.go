// An index out of range of an array known only at run time.
package main

import "fmt"

func main() {
	a := [4]int{1, 2, 3, 4}
	i := 2
	fmt.Println(a[i])
	i += 2
	fmt.Println(a[i])
}
