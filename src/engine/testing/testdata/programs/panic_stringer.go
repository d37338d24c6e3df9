// A Stringer in a panic is asked for its text.
package main

import "fmt"

type s struct{ n int }

func (x s) String() string { return fmt.Sprint("stringer ", x.n) }

func main() {
	panic(s{5})
}
