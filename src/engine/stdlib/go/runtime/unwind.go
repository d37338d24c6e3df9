package runtime

import "internal/rt"

// gopanic makes the deferred calls of a goroutine that panics or ends by Goexit. The machine calls it on top of the frame in which that happened,
// so that a deferred function finds the whole stack below itself: Callers shows it, and gopanic in between, as in Go.
func gopanic() {
	for {
		deferred, ok := nextDeferred()
		if !ok {
			break
		}
		callDeferred(deferred)
		deferredReturned()
	}
	for i := int32(0); ; i++ {
		value, ok := panicValue(i)
		if !ok {
			break
		}
		setPanicText(printable(value))
	}
	unrecovered()
}

// printable is the text of a panic's value, for which methods of the program may be called. Those must not panic in turn.
func printable(v any) string {
	defer func() {
		const complaint = "panic while printing panic value"
		switch r := recover().(type) {
		case nil:
		case string:
			rt.Fatal(complaint + ": " + r)
		default:
			rt.Fatal(complaint + ": type " + typeName(r))
		}
	}()
	return panicText(v)
}

// nextDeferred takes the next call from the lists of the frames below, innermost first, as long as there are any. The function may be nil.
func nextDeferred() (deferred func(), ok bool)

// callDeferred calls f as a deferred function, in which recover recovers.
func callDeferred(f func())

// deferredReturned looks whether the panic has been recovered by the function that callDeferred called. If so it does not return: the goroutine
// goes on in the frame that had deferred it, with its other deferred calls.
func deferredReturned()

// panicValue is the value of the i-th panic in progress, the newest first; none if the goroutine has called Goexit after them.
func panicValue(i int32) (v any, ok bool)

// setPanicText gives the machine what stands after "panic: ", for one value after the other.
func setPanicText(text string)

// unrecovered ends the goroutine after Goexit, or the program.
func unrecovered()
