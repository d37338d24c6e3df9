// Deferred closures run after the loop and see the last values; deferred methods keep copies.
package main

import "fmt"

type rec struct{ log []string }

func (r *rec) add(s string) func() {
	r.log = append(r.log, "begin "+s)
	return func() { r.log = append(r.log, "end "+s) }
}

func work(r *rec) (err error) {
	defer r.add("work")()
	for i := 0; i < 2; i++ {
		defer func(i int) { r.log = append(r.log, fmt.Sprint("defer ", i)) }(i)
	}
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("recovered: %v", x)
		}
	}()
	var a []int
	_ = a[len(r.log)]
	return nil
}

func early(n int) string {
	s := "start"
	defer func() { s = "lost" }()
	if n > 0 {
		return s
	}
	defer fmt.Println("not deferred when n > 0")
	return s + "!"
}

func main() {
	r := &rec{}
	fmt.Println(work(r))
	for _, l := range r.log {
		fmt.Println(l)
	}
	fmt.Println(early(1), early(0))
}
