package main

type myBool bool
type either interface {
	func(yield func(int) bool) | func(yield func(string) bool)
}

func generic[T any, F func(func(int) bool), E either, Y func(int) bool, Z func(int) bool | func(string) bool](t T, f F, e E, y func(Y), z func(Z)) {
	for range f {
	}
	for i := range f {
		var _ int = i
	}
	for range e /* ERROR "cannot range over e \(variable of type E constrained by either\): func\(yield func\(int\) bool\) and func\(yield func\(string\) bool\) have different underlying types" */ {
	}
	for i := range y {
		var _ string = i /* ERROR "cannot use i \(variable of type int\) as string value in variable declaration" */
	}
	for range z /* ERROR "cannot range over z \(variable of type func\(Z\)\): func must be func\(yield func\(...\) bool\): in yield type, func\(int\) bool and func\(string\) bool have different underlying types" */ {
	}
}

func zero(yield func() bool)              {}
func one(yield func(int) bool)            {}
func two(yield func(int, string) bool)    {}
func three(yield func(a, b, c int) bool)  {}
func noYield()                            {}
func twoYields(a, b func() bool)          {}
func noFunc(yield int)                    {}
func result(yield func() bool) bool       { return true }
func noBool(yield func(int))              {}
func twoBools(yield func() (bool, bool))  {}
func intYield(yield func() int)           {}
func named(yield func() myBool)           {}
func variadic(yield func(xs ...int) bool) {}
func typed[T any](yield func(T) bool)     {}

func main() {
	const must = 1
	for range noYield /* ERROR "cannot range over noYield \(value of type func\(\)\): func must be func\(yield func\(...\) bool\): wrong argument count" */ {
	}
	for range twoYields /* ERROR "cannot range over twoYields \(value of type func\(a func\(\) bool, b func\(\) bool\)\): func must be func\(yield func\(...\) bool\): wrong argument count|func\(a, b func\(\) bool\)\): func must be func\(yield func\(...\) bool\): wrong argument count" */ {
	}
	for range noFunc /* ERROR "cannot range over noFunc \(value of type func\(yield int\)\): func must be func\(yield func\(...\) bool\): argument is not func" */ {
	}
	for range result /* ERROR "func must be func\(yield func\(...\) bool\): unexpected results" */ {
	}
	for range noBool /* ERROR "func must be func\(yield func\(...\) bool\): yield func does not return bool" */ {
	}
	for range twoBools /* ERROR "func must be func\(yield func\(...\) bool\): yield func does not return bool" */ {
	}
	for range intYield /* ERROR "func must be func\(yield func\(...\) bool\): yield func does not return bool" */ {
	}
	for range named /* ERROR "func must be func\(yield func\(...\) bool\): yield func returns user-defined boolean, not bool" */ {
	}
	for range three /* ERROR "func must be func\(yield func\(...\) bool\): yield func has too many parameters" */ {
	}
	for range one /* ERROR "one\(\) \(no value\) used as value" */ () /* ERROR "not enough arguments in call to one\n\thave \(\)\n\twant \(func\(int\) bool\)" */ {
	}
	for range typed /* ERROR "cannot use generic function typed without instantiation" */ {
	}
	for x := range typed[string] {
		var _ int = x /* ERROR "cannot use x \(variable of type string\) as int value in variable declaration" */
	}
	for i /* ERROR "range over zero \(value of type func\(yield func\(\) bool\)\) permits no iteration variables" */ := range zero {
	}
	for _ /* ERROR "range over zero \(value of type func\(yield func\(\) bool\)\) permits no iteration variables" */ = range zero {
	}
	for i, j /* ERROR "range over one \(value of type func\(yield func\(int\) bool\)\) permits only one iteration variable" */ := range one {
		_ = i
	}
	for a, b, c /* ERROR "range clause permits at most two iteration variables" */ := range two {
		_, _ = a, b
	}
	var s string
	for s /* ERROR "cannot use s \(value of type int\) as string value in assignment" */ = range one {
	}
	for _, s = range two {
		_ = s
	}
	for i, s := range two {
		i = s /* ERROR "cannot use s \(variable of type string\) as int value in assignment" */
	}
	for xs := range variadic {
		var _ int = xs /* ERROR "cannot use xs \(variable of type \[\]int\) as int value in variable declaration" */
	}
	for v /* ERROR "declared and not used: v" */ := range one {
	}
	for range func(yield func(bool) bool) {} {
		break missing /* ERROR "break label not defined: missing" */
	}
L /* ERROR "label L defined and not used" */ :
	for range one {
		func() {
			continue L /* ERROR "continue label not defined: L" */
		}()
	}
	_ = must
}

func missingReturn() int {
	for range one {
		return 1
	}
} /* ERROR "missing return" */

func returns() (int, string) {
	for range one {
		return 1 /* ERROR "not enough return values\n\thave \(number\)\n\twant \(int, string\)" */
	}
	return 1, ""
}
