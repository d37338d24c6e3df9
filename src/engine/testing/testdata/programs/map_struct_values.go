// Updating struct values, nested maps, maps of slices and functions, printing sorted.
package main

import "fmt"

type stat struct {
	n   int
	sum float64
}

func main() {
	m := map[string]stat{}
	for i, w := range []string{"a", "b", "a", "c", "a"} {
		s := m[w]
		s.n++
		s.sum += float64(i)
		m[w] = s
	}
	fmt.Println(m)
	nested := map[string]map[string]int{}
	add := func(a, b string) {
		if nested[a] == nil {
			nested[a] = map[string]int{}
		}
		nested[a][b]++
	}
	add("x", "y")
	add("x", "z")
	add("x", "y")
	fmt.Println(nested, len(nested["none"]))
	graph := map[int][]int{1: {2, 3}, 2: {4}, 3: {4}}
	seen := map[int]bool{}
	var order []int
	var visit func(int)
	visit = func(n int) {
		if seen[n] {
			return
		}
		seen[n] = true
		for _, next := range graph[n] {
			visit(next)
		}
		order = append(order, n)
	}
	visit(1)
	fmt.Println(order)
	fmt.Println(map[interface{}]int{2: 2, -1: 3, 1: 5})
	fmt.Printf("%v %d %s\n", map[bool]string{true: "t", false: "f"}, map[int]int{3: 1, -1: 2}, map[string]error{"x": nil})
}
