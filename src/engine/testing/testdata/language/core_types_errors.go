package main

type mixed interface{ []int | map[int]int | [4]int }
type chans interface{ chan int | chan string }
type dirs interface{ <-chan int | chan<- int }
type funcs interface{ func(int) | func(string) }
type texts interface{ []byte | string }
type structs interface{ struct{ a int } | struct{ b int } }

func any0[T any](x T, m map[int]T) {
	for range x /* ERROR "cannot range over x \(variable of type T constrained by any\): no specific type" */ {
	}
	x /* ERROR "invalid operation: cannot call x \(variable of type T constrained by any\): no specific type" */ ()
	_ = x /* ERROR "cannot slice x \(variable of type T constrained by any\): no specific type in T" */ [:]
	_ = x /* ERROR "invalid operation: cannot index x \(variable of type T constrained by any\)" */ [0]
	_ = <-x /* ERROR "invalid operation: cannot receive from x \(variable of type T constrained by any\): no specific channel type" */
	x /* ERROR "invalid operation: cannot send to x \(variable of type T constrained by any\): no specific channel type" */ <- 1
	_ = make(T /* ERROR "invalid argument: cannot make T: no specific type" */)
	_ = T /* ERROR "invalid composite literal type T \(no common underlying type\)" */ {}
	_ = append(x /* ERROR "invalid append: argument must be a slice; have x \(variable of type T constrained by any\)" */, 1)
	copy(x /* ERROR "invalid copy: argument must be a slice; have x \(variable of type T constrained by any\)" */, x)
	_ = len(x /* ERROR "invalid argument: x \(variable of type T constrained by any\) for built-in len" */)
	delete(x /* ERROR "invalid argument: x \(variable of type T constrained by any\) is not a map" */, 1)
	close(x /* ERROR "invalid operation: cannot close non-channel x \(variable of type T constrained by any\)" */)
	_ = *x /* ERROR "invalid operation: cannot indirect x \(variable of type T constrained by any\)" */
	_ = x /* ERROR "operator \+ not defined on x \(variable of type T constrained by any\)" */ + x
}

func several[M mixed, C chans, D dirs, F funcs, B texts, S structs](m M, c C, d D, f F, b B, s S) {
	for range m /* ERROR "cannot range over m \(variable of type M constrained by mixed\): \[\]int and map\[int\]int have different underlying types" */ {
	}
	for range c /* ERROR "cannot range over c \(variable of type C constrained by chans\): channels chan int and chan string have different element types" */ {
	}
	for range d /* ERROR "cannot range over d \(variable of type D constrained by dirs\): receive from send-only channel chan<- int" */ {
	}
	_ = m /* ERROR "cannot slice m \(variable of type M constrained by mixed\): \[\]int and map\[int\]int have different underlying types" */ [:]
	f /* ERROR "invalid operation: cannot call f \(variable of type F constrained by funcs\): func\(int\) and func\(string\) have different underlying types" */ (1)
	m /* ERROR "invalid operation: cannot call m \(variable of type M constrained by mixed\): \[\]int is not a function" */ (1)
	_ = <-c /* ERROR "invalid operation: cannot receive from c \(variable of type C constrained by chans\): channels chan int and chan string have different element types" */
	_ = <-d /* ERROR "invalid operation: cannot receive from d \(variable of type D constrained by dirs\): send-only channel chan<- int" */
	d /* ERROR "invalid operation: cannot send to d \(variable of type D constrained by dirs\): receive-only channel <-chan int" */ <- 1
	m /* ERROR "invalid operation: cannot send to m \(variable of type M constrained by mixed\): non-channel \[\]int" */ <- 1
	_ = make(M /* ERROR "invalid argument: cannot make M: type must be slice, map, or channel|invalid argument: cannot make M: \[\]int and map\[int\]int have different underlying types" */, 1)
	_ = M /* ERROR "invalid composite literal type M \(no common underlying type\)" */ {}
	_ = S /* ERROR "invalid composite literal type S \(no common underlying type\)" */ {}
	_ = F /* ERROR "invalid composite literal type F \(no common underlying type\)" */ {}
	_ = []B{{ /* ERROR "invalid composite literal element type B \(no common underlying type\)" */ }}
	_ = append(b /* ERROR "invalid append: argument must be a slice; have b \(variable of type B constrained by texts\)" */, 1)
	_ = s.a /* ERROR "s.a undefined \(type S has no field or method a\)" */
	m /* ERROR "invalid operation: cannot index m \(variable of type M constrained by mixed\)" */ [0] = 1
	b /* ERROR "cannot assign to b\[0\] \(neither addressable nor a map index expression\)" */ [0] = 1
	_ = &b /* ERROR "invalid operation: cannot take address of b\[0\]" */ [0]
}

func main() {
	x, p, ch, send, recv := 1, &struct{}{}, make(chan int), make(chan<- int), make(<-chan int)
	x /* ERROR "invalid operation: cannot call x \(variable of type int\): int is not a function" */ ()
	p /* ERROR "invalid operation: cannot call p \(variable of type \*struct{}\): \*struct{} is not a function" */ (1)
	_ = <-x /* ERROR "invalid operation: cannot receive from non-channel x \(variable of type int\)" */
	_ = <-send /* ERROR "invalid operation: cannot receive from send-only channel send \(variable of type chan<- int\)" */
	x /* ERROR "invalid operation: cannot send to non-channel x \(variable of type int\)" */ <- 1
	recv /* ERROR "invalid operation: cannot send to receive-only channel recv \(variable of type <-chan int\)" */ <- 1
	ch <- "a" /* ERROR "cannot use \"a\" \(untyped string constant\) as int value in send" */
	_ = int /* ERROR "invalid composite literal type int" */ {}
	_ = append(x /* ERROR "invalid append: argument must be a slice; have x \(variable of type int\)" */, 1)
	_ = append(nil /* ERROR "invalid append: argument must be a slice; have untyped nil" */, 1)
	copy([ /* ERROR "invalid copy: arguments \[\]int{} \(value of type \[\]int\) and \[\]string{} \(value of type \[\]string\) have different element types int and string" */ ]int{}, []string{})
	copy("a" /* ERROR "invalid copy: argument must be a slice; have \"a\" \(untyped string constant\)" */, []byte{})
	copy([ /* ERROR "invalid copy: arguments \[\]int{} \(value of type \[\]int\) and \"a\" \(untyped string constant\) have different element types int and byte" */ ]int{}, "a")
}
