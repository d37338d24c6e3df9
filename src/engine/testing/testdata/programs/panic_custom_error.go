// A type with Error and String uses Error; the panic of an error method itself.
package main

import "fmt"

type both struct{}

func (both) Error() string  { return "from Error" }
func (both) String() string { return "from String" }

func main() {
	fmt.Println(both{})
	fmt.Printf("%s %v %d\n", both{}, &both{}, both{})
	panic(&both{})
}
