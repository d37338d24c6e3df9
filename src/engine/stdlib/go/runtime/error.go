package runtime

// Error is the interface of the errors that the machine itself panics with: a bad index, a nil pointer, a failed type assertion.
type Error interface {
	error

	// RuntimeError does nothing; it tells run-time errors from other errors.
	RuntimeError()
}

// errorString is a run-time error such as a nil dereference or a division by zero.
type errorString string

func (e errorString) Error() string { return "runtime error: " + string(e) }
func (e errorString) RuntimeError() {}

// boundsError is an index or a slice bound out of range.
type boundsError struct{ text string }

func (e boundsError) Error() string { return "runtime error: " + e.text }
func (e boundsError) RuntimeError() {}

// plainError is a run-time error whose text has no prefix, such as "send on closed channel".
type plainError string

func (e plainError) Error() string { return string(e) }
func (e plainError) RuntimeError() {}

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct{ text string }

// Error writes the error.
func (e *TypeAssertionError) Error() string { return e.text }

// RuntimeError marks a run-time error.
func (e *TypeAssertionError) RuntimeError() {}

// A PanicNilError is what recover returns after panic(nil).
type PanicNilError struct {
	_ [0]func() // not comparable
}

// Error writes the error.
func (e *PanicNilError) Error() string {
	return "panic called with nil argument (use GODEBUG=panicnil=1 to disable)"
}

// RuntimeError marks a run-time error.
func (e *PanicNilError) RuntimeError() {}
