package main

func nothing()          {}
func two() (int, error) { return 0, nil }
func generic[T any](T)  {}

type Set[T comparable] map[T]bool

func main() {
	_ = new /* ERROR "invalid operation: not enough arguments for new\(\) \(expected 1, found 0\)" */ ()
	_ = new /* ERROR "invalid operation: too many arguments for new\(1, 2\) \(expected 1, found 2\)" */ (1, 2)
	_ = new(nil /* ERROR "use of untyped nil in argument to new" */)
	_ = new(nothing /* ERROR "nothing\(\) \(no value\) used as value" */ ())
	_ = new(two /* ERROR "multiple-value two\(\) \(value of type \(int, error\)\) in argument to new|multiple-value two\(\) \(value of type \(int, error\)\) in single-value context" */ ())
	_ = new(generic /* ERROR "cannot use generic function generic without instantiation" */)
	_ = new(Set /* ERROR "cannot use generic type Set without instantiation" */)
	_ = new(undefined /* ERROR "undefined: undefined" */)
	_ = new(len /* ERROR "len \(built-in\) must be called" */)
	_ = new(1 /* ERROR "cannot use 1 << 64 \(untyped int constant 18446744073709551616\) as int value in argument to new \(overflows\)" */ << 64)
	var s *string = new /* ERROR "cannot use new\(1\) \(value of type \*int\) as \*string value in variable declaration" */ (1)
	var i8 *int8 = new /* ERROR "cannot use new\(1\) \(value of type \*int\) as \*int8 value in variable declaration" */ (1)
	new /* ERROR "new\(1\) \(value of type \*int\) is not used" */ (1)
	new /* ERROR "cannot assign to new\(1\) \(neither addressable nor a map index expression\)" */ (1) = nil
	*new(1) = 2
	_ = &new /* ERROR "invalid operation: cannot take address of new\(1\) \(value of type \*int\)" */ (1)
	const c = new /* ERROR "new\(1\) \(value of type \*int\) is not constant" */ (1)
	_ = new /* ERROR "invalid operation: invalid use of ... with built-in new" */ ([]int{1}...)
	x := 1
	_ = new(x)
	_, _ = s, i8
}
