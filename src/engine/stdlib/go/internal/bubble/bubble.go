// Package bubble connects testing/synctest with the packages that it changes and that cannot import it.
package bubble

// Shift is how many seconds package time adds to the clock.
var Shift int64

// Run calls f(t), both of types of package testing, as the body of test t in a goroutine of its own and returns when that has ended, cleanups included. It is
// set by package testing.
var Run func(t, f any)
