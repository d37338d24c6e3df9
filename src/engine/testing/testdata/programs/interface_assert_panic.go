// A failed assertion to an interface names the missing method.
package main

type writer interface {
	Close()
	Write(s string) int
}
type half struct{}

func (half) Write(s string) int { return len(s) }

func main() {
	var x interface{} = half{}
	x.(writer).Close()
}
