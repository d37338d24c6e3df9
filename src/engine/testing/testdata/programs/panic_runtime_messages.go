// Messages of run-time errors.
package main

import (
	"fmt"
	"runtime"
)

func try(f func()) {
	defer func() {
		r := recover()
		_, isRuntime := r.(runtime.Error)
		fmt.Println(isRuntime, r)
	}()
	f()
}

func main() {
	s := []int{1, 2, 3}
	a := [3]int{}
	str := "abc"
	i, j, n := 5, 2, -1
	try(func() { _ = s[i] })
	try(func() { _ = a[i] })
	try(func() { _ = str[i] })
	try(func() { _ = s[n] })
	try(func() { _ = s[i:] })
	try(func() { _ = s[:i] })
	try(func() { _ = s[j:1] })
	try(func() { _ = s[n:] })
	try(func() { _ = s[0:2:i] })
	try(func() { _ = s[0:i:3] })
	try(func() { _ = s[j:1:2] })
	try(func() { _ = str[j:1] })
	try(func() { _ = str[i:] })
	try(func() { _ = a[:i] })
	try(func() { _ = make([]int, n) })
	try(func() { _ = make([]int, 1, n) })
	try(func() { _ = make([]int, i, j) })
	try(func() { _ = make(chan int, n) })
	try(func() { _ = 1 << n })
	try(func() { _ = i / (n + 1) })
	try(func() { var m map[int]int; m[1]++ })
	try(func() { var p *[3]int; _ = p[1] })
	try(func() { var p *[3]int; for range p { }; for _, v := range p { _ = v } })
	u := uint64(1 << 62)
	try(func() { _ = s[u] })
}
