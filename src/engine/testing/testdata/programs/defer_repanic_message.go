// An unrecovered chain of panics is printed whole.
package main

func main() {
	defer func() {
		r := recover()
		defer func() { panic("third") }()
		panic(r.(string) + " again")
	}()
	defer func() { panic("second") }()
	panic("first")
}
