package os

import "errors"

// What errors are about; errors.Is finds them in the errors of operations.
var (
	ErrInvalid          = errors.New("invalid argument")
	ErrPermission       = errors.New("permission denied")
	ErrExist            = errors.New("file already exists")
	ErrNotExist         = errors.New("file does not exist")
	ErrClosed           = errors.New("file already closed")
	ErrNoDeadline       = errors.New("file type does not support deadline")
	ErrDeadlineExceeded = error(&deadlineError{})
)

type deadlineError struct{}

func (e *deadlineError) Error() string   { return "i/o timeout" }
func (e *deadlineError) Timeout() bool   { return true }
func (e *deadlineError) Temporary() bool { return true }

// A PathError says which operation failed on which file.
type PathError struct {
	Op   string
	Path string
	Err  error
}

// Error writes the error.
func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *PathError) Unwrap() error { return e.Err }

// Timeout reports whether the reason is that time was up.
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// about reports whether err, or the reason of a PathError, is what it is asked for. Unlike errors.Is it looks no deeper.
func about(err, what error) bool {
	if e, ok := err.(*PathError); ok {
		err = e.Err
	}
	return err == what
}

// IsNotExist reports whether err says that there is no such file. errors.Is(err, ErrNotExist) looks into wrapped errors as well.
func IsNotExist(err error) bool { return about(err, ErrNotExist) }

// IsExist reports whether err says that there is such a file already.
func IsExist(err error) bool { return about(err, ErrExist) }

// IsPermission reports whether err says that permission is denied.
func IsPermission(err error) bool { return about(err, ErrPermission) }

// IsTimeout reports whether err says that time was up.
func IsTimeout(err error) bool {
	if e, ok := err.(*PathError); ok {
		err = e.Err
	}
	t, ok := err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}
