// A panic's value whose Error method panics.
package main

import "errors"

type E struct{}

func (E) Error() string { panic(errors.New("bad")) }

func main() {
	panic(E{})
}
