package main

type Set[T comparable] = map[T]bool
type Pair[A, B any] = struct {
	a A
	b B
}
type Self[T any] = T /* ERROR "cannot use type parameter declared in alias declaration as RHS" */
type Num[T int | float64] = []T
type Cycle /* ERROR "invalid recursive type" */ [T any] = []Cycle[T]
type Bad[T any] = Set[T /* ERROR "T does not satisfy comparable" */ ]
type Fine[T comparable] = Set[T]
type Named[T any] struct{ v T }
type Alias[T any] = Named[T]
type Ptr[T any] = *Named[T]

type Instance = Named[int]

func (Pair /* ERROR "cannot define new methods on generic alias type Pair\[A, B any\]" */ [A, B]) method(a A) (b B)   { return }
func (a Alias /* ERROR "cannot define new methods on generic alias type Alias\[T any\]" */ [T]) method() (t T)       { return }
func (a *Ptr /* ERROR "cannot define new methods on generic alias type Ptr\[T any\]" */ [T]) method()                {}
func (a Instance /* ERROR "cannot define new methods on instantiated type Named\[int\]" */) method()                 {}
func (a Alias /* ERROR "cannot use generic type Alias\[T any\] without instantiation" */) other()                    {}

var (
	_ Set /* ERROR "cannot use generic type Set\[T comparable\] without instantiation" */
	_ Set[[ /* ERROR "\[\]int does not satisfy comparable" */ ]int]
	_ Num[string /* ERROR "string does not satisfy int \| float64 \(string missing in int \| float64\)" */ ]
	_ Pair /* ERROR "not enough type arguments for type Pair: have 1, want 2" */ [int]
	_ Set[int, string /* ERROR "too many type arguments for type Set: have 2, want 1" */ ]
	_ = Set /* ERROR "cannot use generic type Set\[T comparable\] without instantiation" */ {}
	_ = Pair[int, string]{1, 2 /* ERROR "cannot use 2 \(untyped int constant\) as string value in struct literal" */ }
	_ Set[int] = map /* ERROR "cannot use map\[string\]bool{} \(value of type map\[string\]bool\) as Set\[int\] value in variable declaration" */ [string]bool{}
)

func main() {
	var s Set[int]
	s["a" /* ERROR "cannot use \"a\" \(untyped string constant\) as int value in map index" */ ] = true
	type local[T any] = []T
	var _ local[int] = [ /* ERROR "cannot use \[\]string{} \(value of type \[\]string\) as local\[int\] value in variable declaration" */ ]string{}
	type none = int
	var _ none /* ERROR "none is not a generic type" */ [int]
}
