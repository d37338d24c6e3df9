// go and defer with methods, builtins and interface calls.
package main

import (
	"fmt"
	"sync"
)

type worker struct {
	id  int
	out chan string
	wg  *sync.WaitGroup
}

func (w worker) run(job string) {
	defer w.wg.Done()
	w.out <- fmt.Sprint(w.id, job)
}

type runner interface{ run(string) }

func main() {
	var wg sync.WaitGroup
	out := make(chan string, 3)
	w := worker{1, out, &wg}
	wg.Add(3)
	go w.run("a")
	w.id = 2
	var r runner = w
	go r.run("b")
	f := worker{3, out, &wg}.run
	go f("c")
	wg.Wait()
	close(out)
	n := 0
	for s := range out {
		n += int(s[0] - '0')
	}
	fmt.Println(n)
	m := map[string]int{"x": 1}
	c := make(chan int)
	func() {
		defer delete(m, "x")
		defer close(c)
		defer print()
	}()
	_, ok := <-c
	fmt.Println(len(m), ok)
}
