package main

func generic[T any, A [2]int | []int, M map[int]int | []int, P *[]int | *[2]int](t T, a A, m M, p P) {
	clear(t /* ERROR "invalid argument: cannot clear t \(variable of type T constrained by any\): argument must be \(or constrained by\) map or slice" */)
	clear(a /* ERROR "invalid argument: cannot clear a \(variable of type A constrained by \[2\]int \| \[\]int\): argument must be \(or constrained by\) map or slice" */)
	clear(m)
	clear(p /* ERROR "invalid argument: cannot clear p" */)
}

func main() {
	clear /* ERROR "invalid operation: not enough arguments for clear\(\) \(expected 1, found 0\)" */ ()
	s := []int{}
	clear /* ERROR "invalid operation: too many arguments for clear\(s, s\) \(expected 1, found 2\)" */ (s, s)
	clear(nil /* ERROR "invalid argument: cannot clear nil: argument must be \(or constrained by\) map or slice" */)
	clear("x" /* ERROR "invalid argument: cannot clear \"x\" \(untyped string constant\): argument must be \(or constrained by\) map or slice" */)
	clear([ /* ERROR "invalid argument: cannot clear \[2\]int{} \(value of type \[2\]int\): argument must be \(or constrained by\) map or slice" */ 2]int{})
	clear(& /* ERROR "invalid argument: cannot clear &s \(value of type \*\[\]int\): argument must be \(or constrained by\) map or slice" */ s)
	clear(make /* ERROR "invalid argument: cannot clear make\(chan int\) \(value of type chan int\): argument must be \(or constrained by\) map or slice" */ (chan int))
	_ = clear /* ERROR "clear\(s\) \(no value\) used as value" */ (s)
	clear /* ERROR "clear \(built-in\) must be called" */
	clear /* ERROR "invalid operation: invalid use of ... with built-in clear" */ (s...)
	x /* ERROR "undefined: x" */ = clear /* ERROR "clear\(s\) \(no value\) used as value" */ (s)
}
