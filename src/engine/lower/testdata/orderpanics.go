package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

// What gc evaluates where it stands panics before what it evaluates when it is used.
var sink any
var v []int
var z int
var pp *struct{ a, b int }
var s = "abc"
var x any = uint8(3)
var n = -1
var mp map[string]int
var tt = true

type P struct{ a, b int }

func two(a, b any)  {}
func ints(a, b int) {}

func main() {
	try("index+assert", func() { z = v[1] + x.(int) })
	try("array index, assert", func() { sink = [2]int{v[1], x.(int)} })
	try("slice lit", func() { sink = []int{v[1], x.(int)} })
	try("struct lit", func() { sink = P{v[1], x.(int)} })
	try("call args", func() { ints(v[1], x.(int)) })
	try("call args iface", func() { two(v[1], x.(int)) })
	try("index+slice", func() { sink = []int{v[1], len(s[z+5:])} })
	try("slice+index", func() { sink = []string{s[z+5:], fmt.Sprint(v[1])} })
	try("index+make", func() { sink = []int{v[1], len(make([]int, n))} })
	try("div assert", func() { z = 1/z + x.(int) })
	try("nil field assert", func() { z = pp.a + x.(int) })
	try("ptr assert", func() { sink = [2]*P{{v[1], 2}, x.(*P)} })
	try("ptr assert2", func() { sink = P{v[1], x.(*P).a} })
	try("and", func() { sink = []bool{v[1] == 2, tt && x.(int) == 2} })
	try("and2", func() { sink = []bool{v[1] == 2, tt && 1/z == 2} })
	try("two values", func() { a, b := v[1], x.(int); _, _ = a, b })
	try("assign", func() { v[1], z = 3, x.(int) })
	try("assign2", func() { v[1] = x.(int) })
	try("return", func() { func() (int, int) { return v[1], x.(int) }() })
	try("map index", func() { z = v[1] + mp["a"] + x.(int) })
	try("compare", func() { sink = v[1] == x.(int) })
	try("if", func() {
		if v[1] == x.(int) {
			z++
		}
	})
	try("switch", func() {
		switch v[1] {
		case x.(int):
		}
	})
	try("conv", func() { sink = v[1] + int(x.(int8)) })
	try("iface cmp", func() { sink = []bool{v[1] == 1, x == any([]int{})} })
	try("slice to array", func() { sink = []int{v[1], len((*[2]int)(v))} })
	try("concat", func() { sink = string(s[z+5]) + x.(string) })
	try("shift", func() { sink = []int{1 << n, x.(int)} })
	try("mapset", func() { mp["a"] = v[1] + x.(int) })
	try("append", func() { v = append(v, v[1], x.(int)) })
	try("min copy", func() { copy(v[1:], v[x.(int):]) })
	try("send", func() { c := make(chan int, 1); c <- v[1] + x.(int) })
	try("closure call", func() { var f func(int, int); f(v[1], x.(int)) })
	try("conv iface", func() { sink = []any{v[1], x.(int)} })
	try("fmt", func() { fmt.Println(v[1], x.(int)) })
	try("str index", func() { z = int(s[z+7]) + len(x.(string)) })
	try("chain", func() { z = v[1] + v[x.(int)] })
	try("ptr deref", func() { var p *int; z = *p + x.(int) })
}
