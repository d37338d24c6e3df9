package main

import (
	"fmt"
)

type Seq[V any] func(yield func(V) bool)
type Seq2[K, V any] func(yield func(K, V) bool)

func count(n int) Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
		fmt.Println("finished")
	}
}

func pairs(words ...string) Seq2[int, string] {
	return func(yield func(int, string) bool) {
		defer fmt.Println("pairs cleanup")
		for i, w := range words {
			if !yield(i, w) {
				return
			}
		}
	}
}

func thrice(yield func() bool) { _ = yield() && yield() && yield() }

func find(n int) (res string, ok bool) {
	for v := range count(10) {
		if v == n {
			return fmt.Sprint("found ", v), true
		}
	}
	return "none", false
}

func unnamed(n int) (int, error) {
	for i := range count(5) {
		for j := range count(5) {
			if i*j == n {
				return i*10 + j, nil
			}
		}
	}
	return -1, fmt.Errorf("no %d", n)
}

func nested() {
outer:
	for i := range count(5) {
		for j, w := range pairs("a", "b", "c") {
			switch {
			case i == 0 && j == 1:
				continue outer
			case i == 1 && w == "c":
				break outer
			case i == 1:
				continue
			}
			fmt.Println(i, j, w)
		}
	}
}

func deferred() {
	defer fmt.Println("first defer")
	for i := range count(3) {
		defer fmt.Println("deferred", i)
	}
	fmt.Println("body done")
}

func collect[T any](s Seq[T]) (out []T) {
	for v := range s {
		out = append(out, v)
	}
	return
}

func gotoOut() {
	for i := range count(4) {
		if i == 2 {
			goto done
		}
	}
	fmt.Println("not reached")
done:
	fmt.Println("done")
}

func closures() {
	var fs []func() int
	for i := range count(3) {
		fs = append(fs, func() int { i *= 2; return i })
	}
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 100; return i })
	}
	for i, s := range []string{"x", "y"} {
		fs = append(fs, func() int { return i + len(s) })
	}
	for i := range 2 {
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), "; ")
	}
	fmt.Println()
}

type tree struct {
	l, r *tree
	v    int
}

func (t *tree) all(yield func(int) bool) bool {
	return t == nil || t.l.all(yield) && yield(t.v) && t.r.all(yield)
}
func (t *tree) Walk(yield func(int) bool) { t.all(yield) }

func sum() (total int) {
	t := &tree{&tree{nil, nil, 1}, &tree{nil, nil, 3}, 2}
	for v := range t.Walk {
		total += v
	}
	x := 0
	for x = range count(3) {
		total += x
	}
	return total*10 + x
}

func recoverable() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered %v", r)
		}
	}()
	for i := range count(3) {
		if i == 1 {
			panic("inside")
		}
	}
	return nil
}

type Number interface{ ~int | ~float64 }

func main() {
	for i := range 3 {
		fmt.Print(i, " ")
	}
	var n8 int8 = 3
	for i := range n8 {
		fmt.Printf("%T%d ", i, i)
	}
	fmt.Println()
	fmt.Println(find(3))
	fmt.Println(find(30))
	fmt.Println(unnamed(6))
	fmt.Println(unnamed(7))
	nested()
	deferred()
	fmt.Println(collect(count(4)))
	gotoOut()
	closures()
	fmt.Println(sum())
	fmt.Println(recoverable())
	k := 0
	for range thrice {
		k++
	}
	fmt.Println(k)
	fmt.Println(min(3, 1, 2), max(2.5, 1), min("b", "a"), max(k, 2))
	m := map[int]int{1: 2}
	clear(m)
	s := []int{1, 2, 3}
	clear(s[:2])
	fmt.Println(len(m), s)
	a := [2]int([]int{5, 6})
	fmt.Println(a)
	p := new(42)
	*p++
	fmt.Println(*p)
	for i := range uint64(1<<63 + 2) {
		if i == 2 {
			break
		}
		fmt.Println(i)
	}
	for range int8(-1) {
		fmt.Println("never")
	}
}
