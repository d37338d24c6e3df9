// Functions compare with nil only; as map values and struct fields they are called in place.
package main

import "fmt"

type handler func(int) (int, error)

func (h handler) orZero(n int) int {
	if h == nil {
		return 0
	}
	v, err := h(n)
	if err != nil {
		return -1
	}
	return v
}

func main() {
	table := map[string]handler{
		"double": func(n int) (int, error) { return 2 * n, nil },
		"fail":   func(n int) (int, error) { return 0, fmt.Errorf("no %d", n) },
	}
	for _, k := range []string{"double", "fail", "missing"} {
		fmt.Println(k, table[k] == nil, table[k].orZero(21))
	}
	fs := [...]func() string{0: func() string { return "zero" }, 2: func() string { return "two" }}
	for i, f := range fs {
		if f != nil {
			fmt.Println(i, f())
		}
	}
	defer func() { fmt.Println(recover()) }()
	m := map[interface{}]int{}
	m[table["double"]] = 1
}
