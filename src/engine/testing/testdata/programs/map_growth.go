// Many keys of several kinds.
package main

import (
	"fmt"
	"sort"
)

func main() {
	m := make(map[int]int, 10)
	for i := 0; i < 20000; i++ {
		m[i*7919%20011] = i
	}
	for i := 0; i < 20000; i += 2 {
		delete(m, i*7919%20011)
	}
	sum := 0
	for k, v := range m {
		sum += k ^ v
	}
	fmt.Println(len(m), sum)
	s := map[string]int{}
	for i := 0; i < 3000; i++ {
		s[fmt.Sprint("key", i%1000)] += i
	}
	keys := []string{}
	for k := range s {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(len(keys), keys[0], keys[999], s["key7"])
}
