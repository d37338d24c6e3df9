// Methods on slices, maps, functions, and other named types.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type list []int

func (l list) Len() int           { return len(l) }
func (l list) Less(i, j int) bool { return l[i] < l[j] }
func (l list) Swap(i, j int)      { l[i], l[j] = l[j], l[i] }
func (l *list) push(n int)        { *l = append(*l, n) }

type set map[string]bool

func (s set) add(k string) set { s[k] = true; return s }

type handler func(string) string

func (h handler) handle(s string) string { return h(s) + "!" }

type meters float64

func (m meters) feet() float64 { return float64(m) * 3.25 }

func main() {
	var l list
	for _, n := range []int{3, 1, 2} {
		l.push(n)
	}
	sort.Sort(l)
	fmt.Println(l, len(set{}.add("a").add("b").add("a")))
	fmt.Println(handler(strings.ToUpper).handle("hey"), meters(2).feet())
	sort.Sort(sort.Reverse(l))
	fmt.Println(l)
}
