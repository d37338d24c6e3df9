// Type parameters with constraints, inference from arguments and from constraints.
package main

import (
	"fmt"
	"sort"
	"strconv"
)

type number interface {
	~int | ~int64 | ~float64
}

func sum[T number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

func mapOf[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func scale[S ~[]E, E number](s S, k E) S {
	out := make(S, len(s))
	for i, v := range s {
		out[i] = v * k
	}
	return out
}

func keys[M ~map[K]V, K comparable, V any](m M) []K {
	out := []K{}
	for k := range m {
		out = append(out, k)
	}
	return out
}

type myInt int
type points []float64

func (p points) String() string { return fmt.Sprint(len(p), " points") }

func main() {
	fmt.Println(sum(1, 2, 3), sum(1.5, 2.0), sum[myInt](), sum(myInt(4), 5))
	fmt.Println(mapOf([]int{1, 2}, strconv.Itoa), mapOf([]string{"a"}, func(s string) int { return len(s) }))
	fmt.Println(scale(points{1, 2}, 3))
	k := keys(map[string]bool{"b": true, "a": true})
	sort.Strings(k)
	fmt.Println(k)
	f := sum[float64]
	fmt.Printf("%v %T\n", f(1, 2), f)
}
