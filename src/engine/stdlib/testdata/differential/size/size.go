// Package size says how much the programs beside it compare: all of it if their input is the word full, else as much as a test has time for.
package size

import "fmt"

// Full reports whether all is to be compared.
var Full = func() bool {
	var mode string
	fmt.Scan(&mode)
	return mode == "full"
}()

// Of returns n, or a fifth of it.
func Of(n int) int {
	if Full {
		return n
	}
	return n / 5
}
