// When main returns, the others are not waited for.
package main

import "fmt"

func main() {
	go func() {
		for {
		}
	}()
	go func() {
		select {}
	}()
	defer fmt.Println("deferred in main")
	fmt.Println("main")
}
