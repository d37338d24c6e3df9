package main

func f[T comparable](T)            {}
func g[K comparable, V any](map[K]V) {}

type set[K comparable] map[K]bool
type fn struct{ f func() }
type withAny struct{ a any }
type stringer interface {
	comparable
	String() string
}
type list interface{ []int | []string }

func inner[T any, C comparable, I interface{ M() }, L list, S ~[]int | ~int, N int | any]() {
	f /* ERROR "f\[T\] \(value of type func\(T\)\) is not used" */ [T /* ERROR "T does not satisfy comparable" */ ]
}

func calls[T any, C comparable, I interface{ M() }, L list, S ~[]int | ~int, N interface{ int | string }](t T, c C, i I, l L, s S, n N) {
	f( /* ERROR "T does not satisfy comparable" */ t)
	f(c)
	f( /* ERROR "I does not satisfy comparable" */ i)
	f( /* ERROR "L does not satisfy comparable" */ l)
	f( /* ERROR "S does not satisfy comparable" */ s)
	f(n)
	_ = t /* ERROR "invalid operation: t == t \(incomparable types in type set\)" */ == t
	_ = s /* ERROR "invalid operation: s == s \(incomparable types in type set\)" */ == s
	_ = n == n
	_ = map[T /* ERROR "invalid map key type T \(missing comparable constraint\)" */ ]int{}
	_ = map[C]int{}
}

func main() {
	f[any](1)
	f(withAny{})
	f([2]error{})
	f( /* ERROR "\[\]int does not satisfy comparable" */ []int{})
	f( /* ERROR "fn does not satisfy comparable" */ fn{})
	f( /* ERROR "func\(\) does not satisfy comparable" */ func() {})
	f( /* ERROR "\[2\]fn does not satisfy comparable" */ [2]fn{})
	f[map /* ERROR "map\[int\]int does not satisfy comparable" */ [int]int](nil)
	var _ set[[ /* ERROR "\[\]int does not satisfy comparable" */ ]int]
	var _ set[withAny]
	var _ comparable /* ERROR "cannot use type comparable outside a type constraint: interface is \(or embeds\) comparable" */
	var _ stringer /* ERROR "cannot use type stringer outside a type constraint: interface is \(or embeds\) comparable" */
	var m map[fn /* ERROR "invalid map key type fn" */ ]int
	g( /* ERROR "fn does not satisfy comparable" */ m)
	_ = fn /* ERROR "invalid operation: fn{} == fn{} \(struct containing func\(\) cannot be compared\)" */ {} == fn{}
}
