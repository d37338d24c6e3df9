package main

type named []int
type strings2 [2]string

func generic[T [2]int | [2]string](s []int) T {
	return T(s /* ERROR "cannot convert s \(variable of type \[\]int\) to type T: cannot convert \[\]int \(in \[\]int\) to type \[2\]string \(in T\)|cannot convert s \(variable of type \[\]int\) to type T: cannot convert \[\]int to type \[2\]string \(in T\)" */)
}

func main() {
	s := []int{1, 2}
	_ = [2]int64(s /* ERROR "cannot convert s \(variable of type \[\]int\) to type \[2\]int64" */)
	_ = strings2(s /* ERROR "cannot convert s \(variable of type \[\]int\) to type strings2" */)
	_ = [2]int(named(s))
	var a [2]int
	_ = []int(a /* ERROR "cannot convert a \(variable of type \[2\]int\) to type \[\]int" */)
	a = s /* ERROR "cannot use s \(variable of type \[\]int\) as \[2\]int value in assignment" */
	_ = [2]byte("ab" /* ERROR "cannot convert \"ab\" \(untyped string constant\) to type \[2\]byte" */)
	var b = [ /* ERROR "invalid use of \[...\] array \(outside a composite literal\)" */ ...]int(s)
	const c = [ /* ERROR "\[2\]int\(s\) \(value of type \[2\]int\) is not constant" */ 2]int(s)
	[ /* ERROR "\[2\]int\(s\) \(value of type \[2\]int\) is not used" */ 2]int(s)
	_ = &[ /* ERROR "invalid operation: cannot take address of \[2\]int\(s\) \(value of type \[2\]int\)" */ 2]int(s)
	[ /* ERROR "cannot assign to \[2\]int\(s\)\[0\] \(neither addressable nor a map index expression\)" */ 2]int(s)[0] = 1
}
