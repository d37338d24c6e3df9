package main

type number interface{ ~int | ~float64 }
type ints interface{ ~int | ~int8 }

func generic[T any, N number, I ints, U ~int](t T, n N, i I, u U) {
	for range t /* ERROR "cannot range over t \(variable of type T constrained by any\): no specific type" */ {
	}
	for range n /* ERROR "cannot range over n \(variable of type N constrained by number\): int and float64 have different underlying types" */ {
	}
	for range i /* ERROR "cannot range over i \(variable of type I constrained by ints\): int and int8 have different underlying types" */ {
	}
	for x := range u {
		var _ U = x
		var _ int = x /* ERROR "cannot use x \(variable of type U constrained by ~int\) as int value in variable declaration" */
	}
}

func main() {
	n := 3
	for range 1.5 /* ERROR "cannot range over 1.5 \(untyped float constant\)" */ {
	}
	for range 2.0 /* ERROR "cannot range over 2.0 \(untyped float constant 2\)" */ {
	}
	for range float64 /* ERROR "cannot range over float64\(2\) \(constant 2 of type float64\)" */ (2) {
	}
	for range true /* ERROR "cannot range over true \(untyped bool constant\)" */ {
	}
	for range 1i /* ERROR "cannot range over 1i" */ {
	}
	for range nil /* ERROR "cannot range over nil" */ {
	}
	for range int /* ERROR "int \(type\) is not an expression" */ {
	}
	for i, j /* ERROR "range over n \(variable of type int\) permits only one iteration variable" */ := range n {
		_ = i
	}
	for i, j /* ERROR "range over 10 \(untyped int constant\) permits only one iteration variable" */ := range 10 {
		_ = i
	}
	for _, _ /* ERROR "range over n \(variable of type int\) permits only one iteration variable" */ = range n {
	}
	for range 1 /* ERROR "cannot use 1 << 64 \(untyped int constant 18446744073709551616\) as int value in range clause \(overflows\)" */ << 64 {
	}
	for i := range 1 /* ERROR "cannot use 1 << 64 \(untyped int constant 18446744073709551616\) as int value in range clause \(overflows\)" */ << 64 {
		_ = i
	}
	var u8 uint8
	for u8 = range 256 /* ERROR "cannot use 256 \(untyped int constant\) as uint8 value in range clause \(overflows\)" */ {
	}
	for u8 = range n /* ERROR "cannot use n \(variable of type int\) as uint8 value in range clause" */ {
	}
	var f float64
	for f /* ERROR "cannot use iteration variable of type float64" */ = range 10 {
	}
	var s string
	for s = range 10 /* ERROR "cannot use 10 \(untyped int constant\) as string value in range clause" */ {
	}
	const c = 1
	for c /* ERROR "cannot assign to c \(neither addressable nor a map index expression\)" */ = range 10 {
	}
	for i /* ERROR "declared and not used: i" */ := range 10 {
	}
	for i := range 10 {
		i = "a" /* ERROR "cannot use \"a\" \(untyped string constant\) as int value in assignment" */
	}
	var any0 any
	for any0 = range 3 {
	}
	_, _, _, _ = u8, f, s, any0
}
