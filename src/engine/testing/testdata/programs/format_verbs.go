// fmt verbs over every kind of value.
package main

import "fmt"

type p struct {
	X int
	Y string
	z *int
}
type st int

func (s st) String() string { return fmt.Sprintf("st<%d>", int(s)) }

type e struct{}

func (e) Error() string { return "an error" }

func main() {
	v := p{1, "a", nil}
	fmt.Printf("%v %+v %#v %T\n", v, v, v, v)
	fmt.Printf("%v %+v %#v\n", &v, []p{v}, map[string]int{"b": 1, "a": 2})
	fmt.Printf("%d %5d|%-5d|%05d %x %X %o %b %c %U %q\n", 42, 42, 42, 42, 255, 255, 8, 5, 'A', 0x1F600, 'x')
	fmt.Printf("%s %q %10s|%-10s|%x %.2s %v\n", "go", "a\"b", "r", "l", "hi", "abc", []byte("xy"))
	fmt.Printf("%t %v %p %v\n", true, nil, nil, []interface{}{1, "a", nil, 2.5})
	fmt.Printf("%v %d %s %v\n", st(3), st(3), st(4), []st{1, 2})
	fmt.Printf("%v %s %d %!\n", e{}, 5, "x")
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%*d|%-*d|%[2]d %[1]d|%6.2f%%\n", 5, 1, 4, 2, 3.14159)
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil), fmt.Sprintln("x", 1))
	fmt.Printf("%#x %#o %+d % d %#q %08.3f %+.1e %x\n", 255, 8, 5, 5, "a", -3.14159, 12345.678, []byte{1, 171})
	var np *p
	var ns []int
	var nm map[string]bool
	fmt.Printf("%v %+v %v %#v %v %#v\n", np, np, ns, ns, nm, nm)
}
