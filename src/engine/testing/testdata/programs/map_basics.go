// Reading, writing, deleting, missing keys, nil maps, length.
package main

import "fmt"

type key struct {
	a int
	b string
}

func main() {
	m := map[string][]int{}
	m["a"] = append(m["a"], 1)
	m["a"] = append(m["a"], 2)
	v, ok := m["b"]
	fmt.Println(m, v == nil, ok, len(m))
	delete(m, "zz")
	delete(m, "a")
	fmt.Println(len(m), m)
	var n map[int]string
	_, ok = n[1]
	delete(n, 1)
	fmt.Println(n[1] == "", ok, len(n), n == nil)
	k := map[key]int{{1, "x"}: 1, {1, "y"}: 2}
	k[key{1, "x"}] += 10
	fmt.Println(k[key{1, "x"}], k[key{2, "x"}])
	i := map[interface{}]string{1: "int", 1.0: "float", "1": "string", key{}: "key", [1]int{1}: "array", nil: "nil"}
	fmt.Println(i[1], i[1.0], i["1"], i[key{}], i[[1]int{1}], i[nil], i[int8(1)] == "")
	s := map[string]struct{ n int }{"a": {1}}
	x := s["a"]
	x.n = 2
	fmt.Println(s["a"].n, x.n, s["none"].n)
	for key := range map[bool]bool{true: true} {
		fmt.Println(key)
	}
}
