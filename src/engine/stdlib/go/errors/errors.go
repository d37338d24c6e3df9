// Package errors makes errors and looks into trees of errors that wrap each other.
package errors

import (
	"internal/rtype"
	"unsafe"
)

// errorString is the error of New.
type errorString struct{ s string }

func (e *errorString) Error() string { return e.s }

// New returns an error with the given text. Every call returns an error of its own: it equals no other, whatever their texts.
func New(text string) error { return &errorString{text} }

// ErrUnsupported says that an operation cannot be done because it is not supported. Errors wrap it rather than being it.
var ErrUnsupported = New("unsupported operation")

// Unwrap returns the error that err wraps: the result of its method Unwrap() error, or nil if it has none. It does not look into the lists
// of Join.
func Unwrap(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok {
		return u.Unwrap()
	}
	return nil
}

// Is reports whether target is in err's tree, which consists of err and of what it wraps (Unwrap() error or Unwrap() []error), depth first.
// An error matches if it equals target or if its method Is(error) bool says so.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, rtype.Comparable(rtype.TypeOf(target)))
}

func is(err, target error, comparable bool) bool {
	for {
		if comparable && err == target {
			return true
		}
		if m, ok := err.(interface{ Is(error) bool }); ok && m.Is(target) {
			return true
		}
		switch u := err.(type) {
		case interface{ Unwrap() error }:
			err = u.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, e := range u.Unwrap() {
				if e != nil && is(e, target, comparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// As looks in err's tree, depth first, for an error that can be assigned to *target, sets *target to the first it finds and reports whether
// it found one. An error with a method As(any) bool may also set target itself. As panics if target is not a pointer to an interface or
// to a type that implements error.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	t := rtype.TypeOf(target)
	if rtype.KindOf(t) != rtype.Pointer || rtype.WordOf(target) == nil {
		panic("errors: target must be a non-nil pointer")
	}
	elem := rtype.ElemOf(t)
	errorType := rtype.ElemOf(rtype.TypeOf((*error)(nil)))
	if rtype.KindOf(elem) != rtype.Interface && !rtype.Implements(elem, errorType) {
		panic("errors: *target must be interface or implement error")
	}
	return as(err, target, elem)
}

func as(err error, target any, elem rtype.Type) bool {
	for {
		if assign(err, rtype.WordOf(target), elem) {
			return true
		}
		if m, ok := err.(interface{ As(any) bool }); ok && m.As(target) {
			return true
		}
		switch u := err.(type) {
		case interface{ Unwrap() error }:
			err = u.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, e := range u.Unwrap() {
				if e != nil && as(e, target, elem) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// assign stores err in the variable of type t at p if it can be assigned to it.
func assign(err error, p unsafe.Pointer, t rtype.Type) bool {
	dynamic := rtype.TypeOf(err)
	if dynamic == t {
		rtype.Copy(t, p, rtype.DataOf(err))
		return true
	}
	if rtype.KindOf(t) == rtype.Interface && rtype.Implements(dynamic, t) {
		*(*any)(p) = err
		return true
	}
	return false
}
