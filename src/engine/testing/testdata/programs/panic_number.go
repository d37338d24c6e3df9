// Numbers are shown with their type.
package main

func main() {
	defer func() {
		panic(recover().(float64) + 1)
	}()
	panic(1.5)
}
