// Operations on operands of type parameter type, each by its own rule (since Go 1.25 without the notion of core types).
package main

import "fmt"

type bytes interface{ ~[]byte | ~string }
type mine []byte
type text string
type recv <-chan int

func length[T bytes](x T) int        { return len(x) }
func at[T bytes](x T, i int) byte    { return x[i] }
func cut[T bytes](x T, i, j int) T   { return x[i:j] }
func add[T bytes](to []byte, x T) []byte { return append(to, x...) }
func copyOf[T bytes](x T) ([]byte, int) {
	to := make([]byte, 3)
	n := copy(to, x)
	return to, n
}
func rangeOver[M ~map[K]V, K comparable, V any](m M) (n int) {
	for range m {
		n++
	}
	return n
}
func each[T ~[]int | ~[3]int | ~*[3]int](x T) int { return x[1] }
func eachKey[M ~map[int]int](m M) int { return m[1] }
func set[T ~[]int | ~*[3]int](x T, v int) { x[2] = v }
func capOf[T ~[]int | ~[4]int | ~chan int](x T) (int, int)       { return len(x), cap(x) }
func receive[C chan int | <-chan int | recv](c C) int            { v, ok := <-c; _ = ok; return v }
func send[C ~chan int | ~chan<- int](c C, v int)                 { c <- v }
func drain[C ~chan int | ~<-chan int](c C) (list []int) {
	for v := range c {
		list = append(list, v)
	}
	return list
}
func closing[C ~chan int | ~chan<- int](c C) { close(c) }
func call[F ~func(int) int](f F, x int) int  { return f(x) }
func makeOf[T ~[]E, E any](n int) T          { return make(T, n, n*2) }
func makeMap[T ~map[int]string]() T          { t := make(T); t[1] = "one"; return t }
func makeChan[T ~chan int]() T               { return make(T, 2) }
func literal[S ~[]E, E any](x, y E) S        { return S{x, y} }
func keyed[T ~struct{ a, b int }]() T        { return T{b: 2} }
func deref[P ~*E, E any](p P) E              { return *p }
func slices[T ~[]E, E any](x T) T             { return x[:1:2] }
func deleteKey[M ~map[string]V, V any](m M)  { delete(m, "k") }
func appendTo[S ~[]E, E any](s S, x ...E) S  { return append(s, x...) }
func convert[T ~int | ~float64, U ~int | ~float64 | ~uint8](x T) U { return U(x) }
func toText[T ~[]byte | ~[]rune | ~string](x T) string { return string(x) }
func number[T ~int | ~float64 | ~complex128](x T) T { return -x*2 + 1 }
func shift[T ~int8 | ~uint16](x T, n uint) T        { return x<<n | 1 }

func main() {
	fmt.Println(length("abc"), length(mine("ab")), at(text("xyz"), 1), at([]byte{7}, 0))
	fmt.Printf("%v %T %v\n", cut(text("hello"), 1, 3), cut(text("hello"), 1, 3), cut(mine{1, 2, 3}, 0, 2))
	fmt.Println(string(add([]byte("a"), text("bc"))), string(add([]byte("a"), mine("d"))))
	fmt.Println(copyOf("wxyz"))
	fmt.Println(copyOf(mine{1}))
	fmt.Println(rangeOver(map[int]int{1: 1, 2: 2}))
	fmt.Println(each([]int{1, 2}), each([3]int{3, 4}), each(&[3]int{5, 6}), eachKey(map[int]int{1: 8}))
	s, m := []int{0, 0, 0}, &[3]int{}
	set(s, 1)
	set(m, 2)
	fmt.Println(s, m)
	fmt.Println(capOf(make([]int, 1, 3)))
	fmt.Println(capOf([4]int{}))
	fmt.Println(capOf(make(chan int, 5)))
	c := makeChan[chan int]()
	send(c, 1)
	send((chan<- int)(c), 2)
	fmt.Println(receive(c), receive(recv(c)))
	send(c, 3)
	closing((chan<- int)(c))
	fmt.Println(drain((<-chan int)(c)), receive((<-chan int)(c)))
	fmt.Println(call(func(x int) int { return x + 1 }, 1))
	z := makeOf[[]string](2)
	fmt.Printf("%q %d %v\n", z, cap(z), makeMap[map[int]string]())
	fmt.Println(literal[[]int](1, 2), keyed[struct{ a, b int }](), deref(&s), slices(s))
	k := map[string]bool{"k": true, "l": true}
	deleteKey(k)
	fmt.Println(k, appendTo(mine{1}, 2, 3))
	fmt.Println(convert[float64, int](2.9), convert[int, uint8](300), convert[int, float64](-1))
	fmt.Println(toText([]rune{'ä'}), toText(mine("b")), toText(text("c")))
	fmt.Println(number(3), number(0.25), number(1i), shift(int8(64), 1), shift(uint16(1), 15))
}
