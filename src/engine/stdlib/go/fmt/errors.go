package fmt

import (
	"errors"
	"sort"
)

// Errorf returns an error with the text that Sprintf returns. Operands of %w, which must be errors and are printed as with %v, are wrapped: errors.Is
// and errors.As look into them.
func Errorf(format string, a ...any) error {
	p := newPrinter()
	p.wrapErrors = true
	p.printf(format, a)
	indices := p.wrapped
	text := p.text()
	switch len(indices) {
	case 0:
		return errors.New(text)
	case 1:
		e := &wrapError{msg: text}
		e.err, _ = a[indices[0]].(error)
		return e
	}
	sort.Ints(indices)
	e := &wrapErrors{msg: text}
	for i, index := range indices {
		if i > 0 && indices[i-1] == index {
			continue
		}
		if err, ok := a[index].(error); ok {
			e.errs = append(e.errs, err)
		}
	}
	return e
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }
