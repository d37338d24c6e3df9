// Functions stored in structs, slices and maps, and closures over loop state.
package main

import "fmt"

type machine struct {
	state string
	on    map[string]func(*machine) string
}

func main() {
	m := &machine{state: "idle"}
	m.on = map[string]func(*machine) string{
		"start": func(m *machine) string { return "running" },
		"stop":  func(m *machine) string { return "stopped after " + m.state },
	}
	for _, e := range []string{"start", "stop", "start"} {
		m.state = m.on[e](m)
		fmt.Println(m.state)
	}
	memo := map[int]int{}
	var fib func(int) int
	fib = func(n int) int {
		if v, ok := memo[n]; ok {
			return v
		}
		r := n
		if n > 1 {
			r = fib(n-1) + fib(n-2)
		}
		memo[n] = r
		return r
	}
	fmt.Println(fib(80), len(memo))
	var steps []func(int) int
	for i := 1; i <= 3; i++ {
		k := i
		steps = append(steps, func(x int) int { k++; return x*k + i - i })
	}
	x := 1
	for _, s := range append(steps, steps...) {
		x = s(x)
	}
	fmt.Println(x)
}
