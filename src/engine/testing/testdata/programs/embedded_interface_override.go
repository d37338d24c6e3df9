// A struct overrides some methods of an interface it embeds; the embedded nil fails only when used.
package main

import (
	"fmt"
	"sort"
)

type backwards struct{ sort.Interface }

func (b backwards) Less(i, j int) bool { return b.Interface.Less(j, i) }

type partial struct{ fmt.Stringer }

func main() {
	n := []int{3, 1, 2}
	sort.Sort(backwards{sort.IntSlice(n)})
	fmt.Println(n)
	var s fmt.Stringer = partial{}
	defer func() { fmt.Println(recover()) }()
	fmt.Println(s.String())
}
