// Package scenario is compiled twice, with Go's packages and with ours, and has to say the same.
package scenario

import "fmt"

// lines is what was said.
var lines []string

func say(a ...any) { lines = append(lines, fmt.Sprintln(a...)) }

func panicOf(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return nil
}

// Run runs all scenarios.
func Run() []string {
	contexts()
	locks()
	clocks()
	atomics()
	return lines
}
