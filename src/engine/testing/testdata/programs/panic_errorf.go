// fmt.Errorf in a panic.
package main

import "fmt"

func main() {
	panic(fmt.Errorf("wrapped: %w", fmt.Errorf("cause %d", 7)))
}
