// Values without text show their type and address only: recovered here and printed by type.
package main

import (
	"errors"
	"fmt"
)

func catch(v interface{}) {
	defer func() {
		r := recover()
		fmt.Printf("%T %v\n", r, r)
	}()
	panic(v)
}

func main() {
	catch([]int{1, 2})
	catch(map[string]int{"a": 1})
	catch(struct{ a int }{5})
	catch(errors.New("plain"))
	catch(3 + 4i)
	catch(true)
	catch('x')
	catch(uint8(200))
	panic(true)
}
