// A NaN key never equals anything, itself included.
package main

import (
	"fmt"
	"math"
)

func main() {
	m := map[float64]int{}
	nan := math.NaN()
	m[nan] = 1
	m[nan] = 2
	m[0.0] = 3
	m[math.Copysign(0, -1)] = 4
	_, ok := m[nan]
	delete(m, nan)
	sum := 0
	for _, v := range m {
		sum += v
	}
	fmt.Println(len(m), ok, m[0], sum)
}
