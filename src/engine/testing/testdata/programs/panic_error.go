// An error's message is printed.
package main

import "errors"

func main() {
	panic(errors.New("something\nwith two lines"))
}
