// Wrapping, Is, As, Unwrap.
package main

import (
	"errors"
	"fmt"
)

type codeError struct{ code int }

func (e *codeError) Error() string { return fmt.Sprintf("code %d", e.code) }
func (e *codeError) Is(target error) bool { return target == errTeapot && e.code == 418 }

var errTeapot = errors.New("teapot")
var errBase = errors.New("base")

func main() {
	err := fmt.Errorf("outer: %w", fmt.Errorf("inner: %w", errBase))
	fmt.Println(err, errors.Is(err, errBase), errors.Unwrap(err))
	err = fmt.Errorf("ctx: %w", &codeError{418})
	var ce *codeError
	fmt.Println(errors.As(err, &ce), ce.code, errors.Is(err, errTeapot), errors.Is(err, errBase))
	fmt.Println(errors.New("a") == errors.New("a"), errors.Is(nil, nil), errors.Unwrap(errBase) == nil)
	var nilErr *codeError
	var e error = nilErr
	fmt.Println(e == nil)
}
