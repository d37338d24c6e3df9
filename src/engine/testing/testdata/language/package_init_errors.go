package main

var a /* ERROR "initialization cycle: a refers to itself" */ = a
var b /* ERROR "initialization cycle for b" */ = c
var c = f()

func f() int { return g() + 1 }
func g() int { return b }

var x /* ERROR "initialization cycle: x refers to itself" */ = func() int { return x() }

type T struct{}

func (T) m() int { return viaMethod }

var viaMethod /* ERROR "initialization cycle for viaMethod" */ = T{}.m()

const k /* ERROR "initialization cycle: k refers to itself|initialization cycle or refers to itself" */ = k

var p, q /* ERROR "initialization cycle for q" */ = two()

func two() (int, int) { return q, 1 }

var ok1 = &ok2
var ok2 = 1

type node struct{ next *node }

var list = node{&other}
var other = node{nil}

func main() {
	var local = local /* ERROR "undefined: local" */
	_ = x
}
