package main

import "fmt"

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

var saved func(int) bool

func save(yield func(int) bool) { saved = yield; yield(0) }

func swallow(yield func(int) bool) {
	defer func() { recover() }()
	yield(1)
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	try(func() {
		for x := range bad {
			fmt.Println(x)
			break
		}
	})
	try(func() {
		for range save {
		}
		saved(1)
	})
	try(func() {
		for range swallow {
			panic("inside")
		}
		fmt.Println("not reached")
	})
}
