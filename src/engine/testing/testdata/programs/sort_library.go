// Sorting stably and not, searching.
package main

import (
	"fmt"
	"sort"
)

type person struct {
	name string
	age  int
}
type byAge []person

func (a byAge) Len() int           { return len(a) }
func (a byAge) Less(i, j int) bool { return a[i].age < a[j].age }
func (a byAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }

func main() {
	p := []person{{"a", 3}, {"b", 1}, {"c", 3}, {"d", 2}, {"e", 1}}
	sort.Stable(byAge(p))
	fmt.Println(p)
	sort.SliceStable(p, func(i, j int) bool { return p[i].name > p[j].name })
	fmt.Println(p)
	n := []int{}
	x := 12345
	for i := 0; i < 200; i++ {
		x = (x*1103515245 + 12345) % 2147483648
		n = append(n, x%1000)
	}
	sort.Ints(n)
	fmt.Println(sort.IntsAreSorted(n), n[:5], sort.SearchInts(n, 500))
	s := []string{"pear", "apple", "fig"}
	sort.Sort(sort.Reverse(sort.StringSlice(s)))
	fmt.Println(s, sort.Search(100, func(i int) bool { return i*i >= 50 }))
	sort.Slice(n, func(i, j int) bool { return n[i] > n[j] })
	fmt.Println(n[:3])
}
