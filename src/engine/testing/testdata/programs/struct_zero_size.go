// Empty structs and arrays: values, channels, maps, methods.
package main

import "fmt"

type token struct{}

func (token) String() string { return "token" }

type pair struct {
	_ token
	n int
	_ [0]int
}

func main() {
	set := map[string]token{"a": {}}
	_, ok := set["b"]
	fmt.Println(len(set), set["a"], ok)
	c := make(chan token, 2)
	c <- token{}
	c <- token{}
	fmt.Println(len(c), <-c)
	s := make([]token, 1000)
	s = append(s, token{}, token{})
	fmt.Println(len(s), [0]int{} == [0]int{}, pair{n: 1} == pair{n: 1})
	n := 0
	for range s {
		n++
	}
	fmt.Println(n, fmt.Sprint(pair{n: 2}.n))
}
