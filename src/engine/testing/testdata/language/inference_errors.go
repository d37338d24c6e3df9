package main

func apply[T, U any](list []T, f func(T) U) []U { return nil }
func identity[T any](x T) T                      { return x }
func two[A, B any](a A) (b B)                    { return }
func same[T any](a, b T)                         {}
func number[N int | float64](n ...N)             {}
func variadic[T any](f func(...T))               {}

type getter[T any] interface{ Get() T }
type box struct{}

func (box) Get() string { return "" }

func get[T any](g getter[T]) T                       { return g.Get() }
func getInt[G getter[int]](g G)                      {}
func fetch[G interface{ Get() T }, T any](g G, t T)  {}

func main() {
	_ = identity /* ERROR "cannot use generic function identity without instantiation" */
	f := identity /* ERROR "cannot use generic function identity without instantiation" */
	var g func(int) string = identity /* ERROR "inferred type func\(x int\) int for func\(x T\) T does not match type func\(int\) string of g" */
	var h func(int, int) int = identity /* ERROR "type func\(int, int\) int of h does not match func\(x T\) T \(cannot infer T\)" */
	var i any = identity /* ERROR "cannot use generic function identity without instantiation" */
	two( /* ERROR "in call to two, cannot infer B" */ 1)
	_ = two[ /* ERROR "cannot infer B \(declared at inference_errors.go:5:13\)" */ int]
	var j func(int) string = two[ /* ERROR "type func\(int\) string of j does not match func\(a bool\) \(b B\)" */ bool]
	same(1, "a" /* ERROR "mismatched types untyped int and untyped string \(cannot infer T\)" */)
	same(1, nil /* ERROR "cannot use nil as int value in argument to same" */)
	same( /* ERROR "in call to same, cannot infer T" */ nil, nil)
	var x int
	same(x, 1.5 /* ERROR "cannot use 1.5 \(untyped float constant\) as int value in argument to same \(truncated\)" */)
	same(x, "a" /* ERROR "cannot use \"a\" \(untyped string constant\) as int value in argument to same" */)
	same(int8(1), x /* ERROR "type int of x does not match inferred type int8 for T" */)
	number( /* ERROR "complex128 does not satisfy int \| float64 \(complex128 missing in int \| float64\)" */ 1, 2i)
	number( /* ERROR "rune does not satisfy int \| float64 \(rune missing in int \| float64\)" */ 'a', 1)
	number( /* ERROR "string does not satisfy int \| float64 \(string missing in int \| float64\)" */ "a")
	apply( /* ERROR "in call to apply, cannot infer U" */ []int{1}, two)
	apply([]int{1}, func /* ERROR "type func\(s string\) string of func\(s string\) string {…} does not match inferred type func\(int\) U for func\(T\) U" */ (s string) string { return s })
	variadic(func /* ERROR "type func\(int\) of func\(int\) {} does not match func\(...T\) \(cannot infer T\)" */ (int) {})
	get(x /* ERROR "type int of x does not match getter\[T\] \(cannot infer T\)" */)
	getInt( /* ERROR "in call to getInt, G \(type box\) does not satisfy getter\[int\] \(wrong type for method Get\)\n\t\thave Get\(\) string\n\t\twant Get\(\) int" */ box{})
	fetch(box{}, 1 /* ERROR "cannot use 1 \(untyped int constant\) as string value in argument to fetch" */)
	fetch( /* ERROR "int does not satisfy interface{Get\(\) int} \(missing method Get\)" */ 1, 1)
	identity[int, int /* ERROR "got 2 type arguments but want 1|in call to identity, got 2 type arguments but identity has 1 type parameters" */ ](1)
	_ = []func(int) int{identity /* ERROR "cannot use generic function identity without instantiation" */ }
	ch := make(chan func(int) int)
	ch <- identity /* ERROR "cannot use generic function identity without instantiation" */
	_ = func(int) int(identity /* ERROR "cannot use generic function identity without instantiation" */)
	_, _, _, _, _, _ = f, g, h, i, j, x
}
