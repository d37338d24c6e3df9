// Each iteration has its own loop variables (Go 1.22), made before the post statement with the value of that moment; in files that ask for an older Go
// all iterations share them. The program runs as both (language.test.ts).
package main

import "fmt"

func calls(fs []func() int) {
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
}

func main() {
	var fs []func() int

	// The example of the specification: it prints 1 3 5, for the post statement works on the copy; 6 6 6 if shared.
	var prints []func()
	for i := 0; i < 5; i++ {
		prints = append(prints, func() { fmt.Print(i, " ") })
		i++
	}
	for _, p := range prints {
		p()
	}
	fmt.Println()

	// Several variables; a closure in the body changes its own iteration's, or the only one.
	for i, j := 0, 10; i < 3; i, j = i+1, j-1 {
		fs = append(fs, func() int { i++; return i*100 + j })
	}
	calls(fs)
	calls(fs)

	// A closure called in its iteration steers the loop.
	n := 0
	for i := 0; i < 10; i++ {
		skip := func() { i += 2 }
		if i%2 == 0 {
			skip()
		}
		n++
	}
	fmt.Println(n)

	// Addresses differ, or there is one.
	var ps []*int
	for i := 0; i < 3; i++ {
		p := &i
		ps = append(ps, p)
		*p += 10
		i -= 10
	}
	fmt.Println(*ps[0], *ps[1], *ps[2], ps[0] == ps[1])

	// continue makes the copy too, as does a labeled one; break does not.
	fs = nil
outer:
	for i := 0; i < 6; i++ {
		fs = append(fs, func() int { return i })
		switch {
		case i == 1:
			continue
		case i == 3:
			for j := 0; ; j++ {
				fs = append(fs, func() int { return j*10 + i })
				if j == 1 {
					continue outer
				}
			}
		case i == 4:
			break outer
		}
	}
	calls(fs)

	// goto within an iteration keeps its variables; goto out of the loop ends it, and entering again begins anew.
	fs = nil
	rounds := 0
again:
	for i := 0; i < 2; i++ {
		count := 0
	inner:
		fs = append(fs, func() int { return i })
		if count++; count < 2 {
			i += 5
			goto inner
		}
		i -= 5
		if rounds == 0 {
			rounds++
			goto again
		}
	}
	calls(fs)

	// Closures in the condition and the post statement see the variable of the iteration that they belong to.
	fs = nil
	for i := 0; func() bool { fs = append(fs, func() int { return i }); return i < 2 }(); func() { fs = append(fs, func() int { return -i }); i++ }() {
	}
	calls(fs)

	// A closure in the init statement holds the first variable.
	for i, first := 0, func() int { return -1 }; i < 3; i++ {
		if i == 0 {
			first = func() int { i += 100; return i }
		}
		if i == 2 {
			fmt.Println(first(), first(), i)
		}
	}

	// defer, too, has its iteration's variable, or sees the shared one when it runs.
	func() {
		for i := 0; i < 3; i++ {
			defer func() { fmt.Print("deferred ", i, " ") }()
		}
	}()
	fmt.Println()
	done := make(chan int)
	for i := 0; i < 3; i++ {
		go func(i int) { done <- i * i }(i)
	}
	fmt.Println(<-done + <-done + <-done)

	// Range loops: over everything.
	fs = nil
	for i, v := range []int{10, 20} {
		fs = append(fs, func() int { v++; return v + i })
	}
	for i, r := range "ab" {
		fs = append(fs, func() int { return int(r) + i })
	}
	for k, v := range map[int]int{1: 2} {
		fs = append(fs, func() int { return k*10 + v })
	}
	c := make(chan int, 2)
	c <- 5
	c <- 6
	close(c)
	for v := range c {
		fs = append(fs, func() int { return v })
	}
	for i := range [2]struct{}{} {
		fs = append(fs, func() int { return i })
	}
	calls(fs)

	// Variables that the loop does not declare are shared in any case.
	fs = nil
	var i int
	for i = 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	calls(fs)

	// Large variables and those of struct type are copied whole.
	type big struct{ a [100]int }
	var bs []*big
	for b := (big{}); b.a[0] < 3; b.a[0]++ {
		b.a[99] = b.a[0] * 7
		bs = append(bs, &b)
	}
	fmt.Println(bs[0].a[0], bs[0].a[99], bs[2].a[0], bs[2].a[99])

	// Nested loops of the same name.
	fs = nil
	for i := 0; i < 2; i++ {
		for i := i; i < 2; i++ {
			fs = append(fs, func() int { return i })
		}
	}
	calls(fs)
}
