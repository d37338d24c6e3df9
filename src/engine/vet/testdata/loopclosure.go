//go:build go1.21

package main

import (
	"fmt"
	"sync"
)

func use(...any) {}

func main() {
	var wg sync.WaitGroup
	list := []int{1, 2, 3}
	for i, v := range list {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Println(i, v, list)
		}()
	}
	for i := 0; i < 3; i++ {
		defer func() { use(i) }()
	}
	for i := 0; i < 3; i++ {
		go func() { use(i) }()
		wg.Wait()
	}
	for i := 0; i < 3; i++ {
		i := i
		go func() { use(i) }()
	}
	for i := 0; i < 3; i++ {
		go func(i int) { use(i) }(i)
	}
	for i, j := 0, 5; i < j; i, j = i+1, j-1 {
		go func() { use(i, j, func() int { return j }) }()
	}
	var k int
	for k = range list {
		go func() { use(k) }()
	}
	for k = 0; k < 3; k += 2 {
		go func() { use(k) }()
	}
	for i := 0; i < 3; {
		i++
		go func() { use(i) }()
	}
	for _, v := range list {
		f := func() { use(v) }
		f()
	}
	for _, v := range list {
		func() { use(v) }()
	}
	for _, v := range list {
		if v > 1 {
			go func() { use(v) }()
		}
	}
	for p := range map[string]int{} {
		go func() {
			p := p + "x"
			use(p, struct{ p int }{p: 1})
		}()
	}
}
