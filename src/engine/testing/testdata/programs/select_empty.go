// select{} blocks for good.
package main

func main() {
	println("before")
	select {}
}
