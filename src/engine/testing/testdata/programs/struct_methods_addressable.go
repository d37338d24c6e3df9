// Methods of addressable values take the address by themselves; elements and fields too.
package main

import "fmt"

type c struct{ n int }

func (x *c) inc() *c { x.n++; return x }

type outer struct {
	c
	list [2]c
	ptr  *c
}

func main() {
	var v c
	v.inc().inc()
	o := outer{ptr: &v}
	o.inc()
	o.list[1].inc()
	o.ptr.inc()
	s := []c{{1}, {2}}
	s[0].inc()
	for i := range s {
		s[i].inc()
	}
	m := map[string]*c{"a": {}}
	m["a"].inc()
	fmt.Println(v, o.n, o.list, s, *m["a"])
	p := &s[1]
	(*p).inc()
	f := s[1].inc
	f()
	fmt.Println(s[1].n)
}
