package errors

// AsType looks in err's tree, depth first, for an error of type E and returns the first it finds; ok tells whether there is one. An error with a
// method As(any) bool may provide it.
func AsType[E error](err error) (found E, ok bool) {
	ok = As(err, &found)
	return found, ok
}
