// Ordering, concatenation, indexing, switch on strings.
package main

import "fmt"

func kind(s string) string {
	switch s {
	case "":
		return "empty"
	case "a", "b":
		return "short"
	case "abc" + "def":
		return "long"
	}
	return "other"
}

func main() {
	fmt.Println("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "é" > "z", "\xff" > "é")
	s := "x"
	for i := 0; i < 5; i++ {
		s += s
	}
	fmt.Println(len(s), s == "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", s[3], s[4:6] == "xx")
	fmt.Println(kind(""), kind("b"), kind("abcdef"), kind("c"))
	a, b := "foo", "bar"
	c := a + b + a
	fmt.Println(c, c[:3] == a, c[3:6] != b, "z"+a[1:]+b)
	var bs [3]byte
	copy(bs[:], c)
	fmt.Println(string(bs[:]), c > a)
}
