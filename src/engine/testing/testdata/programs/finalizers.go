// Finalizers run once nothing refers to their object any more; of two objects the one that refers to the other is first.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type node struct {
	name string
	next *node
}

func finalize(n *node) { fmt.Println("finalize", n.name, n.next != nil) }

func collect() {
	for i := 0; i < 3; i++ {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
}

func chain() {
	b := &node{name: "b"}
	a := &node{name: "a", next: b}
	runtime.SetFinalizer(a, finalize)
	runtime.SetFinalizer(b, finalize)
	lost := &node{name: "lost"}
	runtime.SetFinalizer(lost, finalize)
	runtime.SetFinalizer(lost, nil)
}

var saved *node

func revive() {
	n := &node{name: "revived"}
	runtime.SetFinalizer(n, func(n *node) {
		fmt.Println("saved", n.name)
		saved = n
	})
}

func inVariable() {
	n := &node{name: "kept"}
	runtime.SetFinalizer(n, func(n any) int {
		fmt.Println("gone", n.(*node).name)
		return 1
	})
	collect()
	fmt.Println("last use of", n.name)
	collect()
	fmt.Println("end of function")
}

func main() {
	chain()
	collect()
	revive()
	collect()
	fmt.Println(saved.name)
	runtime.SetFinalizer(saved, finalize)
	saved = nil
	collect()
	inVariable()
	n := new(node)
	runtime.SetFinalizer(n, finalize)
	runtime.SetFinalizer(n, finalize)
}
