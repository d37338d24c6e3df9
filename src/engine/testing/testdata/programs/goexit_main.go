// Goexit in main lets the others go on, then deadlocks.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	go func() { fmt.Println("other") }()
	runtime.Goexit()
}
