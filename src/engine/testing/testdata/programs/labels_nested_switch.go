// break in a switch inside select inside for, continue through switch, labels reused in another function.
package main

import "fmt"

func scan(s string) (words, digits int) {
loop:
	for i := 0; ; {
		if i >= len(s) {
			break
		}
		switch c := s[i]; {
		case c == ' ':
			i++
			continue
		case '0' <= c && c <= '9':
			for ; i < len(s); i++ {
				switch {
				case s[i] < '0' || s[i] > '9':
					digits++
					continue loop
				}
			}
			digits++
			break loop
		case c == '#':
			break loop
		}
		words++
		for i < len(s) && s[i] != ' ' {
			i++
		}
	}
	return
}

func other() int {
loop:
	for i := 0; i < 10; i++ {
		for j := range [5]int{} {
			if i*j == 12 {
				return i*10 + j
			}
			if j > i {
				continue loop
			}
		}
	}
	return -1
}

func main() {
	fmt.Println(scan("go 12 fast 7"))
	fmt.Println(scan("a # b"))
	fmt.Println(other())
}
