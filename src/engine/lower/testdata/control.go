package main

import "fmt"

func classify(n int) string {
	switch {
	case n < 0:
		return "negative"
	case n == 0:
		return "zero"
	case n < 10:
		return "small"
	}
	return "large"
}

func fall(n int) (out string) {
	switch n {
	case 1:
		out += "one "
		fallthrough
	case 2:
		out += "two "
		fallthrough
	default:
		out += "default "
	case 3:
		out += "three "
	case 4, 5, 6:
		out += "many "
		if n == 5 {
			break
		}
		out += "not five "
	}
	return
}

func table(n int32) string {
	switch n {
	case -2:
		return "m2"
	case 0:
		return "z"
	case 1:
		return "one"
	case 2:
		return "two"
	case 7:
		return "seven"
	}
	return "?"
}

func words(s string) int {
	switch s {
	case "a", "b":
		return 1
	case "c":
		return 2
	case "":
		return 3
	}
	return 0
}

func gotos(n int) (out []int) {
	i := 0
loop:
	if i >= n {
		goto done
	}
	out = append(out, i)
	i++
	goto loop
done:
	return
}

func labels() {
outer:
	for i := 0; i < 4; i++ {
		for j := 0; ; j++ {
			if j == 2 {
				continue outer
			}
			if i == 3 {
				break outer
			}
			switch {
			case i == 1:
				continue outer
			case i == 2 && j == 1:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
sw:
	switch x := 3; x {
	case 3:
		for {
			break sw
		}
		fmt.Println("not reached")
	}
}

func ifs(a, b int) string {
	if c := a + b; c > 10 {
		return "big"
	} else if d := a * b; d > 10 {
		return fmt.Sprint("product ", c, d)
	} else {
		return "none"
	}
}

func side(name string, v bool) bool {
	fmt.Print(name, " ")
	return v
}

func main() {
	for _, n := range []int{-1, 0, 5, 50} {
		fmt.Println(classify(n))
	}
	for n := 0; n < 8; n++ {
		fmt.Println(n, fall(n))
	}
	for n := int32(-4); n < 9; n++ {
		fmt.Print(table(n), " ")
	}
	fmt.Println(words("a"), words("c"), words(""), words("zz"))
	fmt.Println(gotos(5), gotos(0))
	labels()
	fmt.Println(ifs(5, 6), ifs(3, 4), ifs(1, 2))
	fmt.Println(side("a", true) && side("b", false) || side("c", true) && !side("d", false))
	sum := 0
	for i := range [5]int{} {
		sum += i
	}
	for i, v := range [...]int{10, 20, 30} {
		sum += i * v
	}
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 100
		sum += i * v
	}
	for i, v := range &arr {
		arr[2] = 7
		sum += i * v
	}
	s := []int{1, 2, 3}
	for i, v := range s {
		s = append(s, v)
		s[2] = 50
		sum += i * v
	}
	fmt.Println(sum, s, arr)
	for i, r := range "aé世\xff!" {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println()
	for i := range "héllo" {
		fmt.Print(i, " ")
	}
	fmt.Println()
	m := map[string]int{"x": 1}
	for k, v := range m {
		fmt.Println(k, v)
	}
	var nilmap map[string]int
	for range nilmap {
		fmt.Println("never")
	}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	v, ok := <-ch
	fmt.Println(v, ok)
	var i int
	var x string
	for i, x = range []string{"p", "q"} {
	}
	fmt.Println(i, x)
	n := 0
	for n < 3 {
		n++
		if n == 2 {
			continue
		}
		fmt.Print(n, ";")
	}
	fmt.Println()
	switch f := func() int { return 2 }; f() {
	case 1 + 1:
		fmt.Println("two")
	}
	switch interface{}(3).(type) {
	}
	switch y := any(s).(type) {
	case nil:
		fmt.Println("nil")
	case int, string:
		fmt.Println("int or string", y)
	case []int:
		fmt.Println("slice", len(y))
	}
}
