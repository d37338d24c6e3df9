// Building strings piece by piece, reversing, counting.
package main

import "fmt"

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func rot13(s string) string {
	out := make([]byte, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z':
			c = 'a' + (c-'a'+13)%26
		case 'A' <= c && c <= 'Z':
			c = 'A' + (c-'A'+13)%26
		}
		out[i] = c
	}
	return string(out)
}

func main() {
	fmt.Println(reverse("Hello, 世界"), rot13("Why did the chicken?"), rot13(rot13("same")))
	counts := map[rune]int{}
	for _, r := range "mississippi" {
		counts[r]++
	}
	fmt.Println(counts['s'], counts['p'], counts['x'], len(counts))
	s := ""
	for i := 'a'; i < 'f'; i++ {
		s = string(i) + s + string(i)
	}
	fmt.Println(s, s[len(s)-1:], s == reverse(s))
	b := []byte("abc")
	t := string(b)
	for i := range b {
		b[i] -= 32
	}
	fmt.Println(t, string(b), string(b[1:2])+t[1:2])
	m := map[string]int{}
	key := []byte("k")
	m[string(key)]++
	key[0] = 'z'
	fmt.Println(m[string(key)], m["k"])
	var lines []string
	start := 0
	text := "one\ntwo\n\nthree"
	for i := 0; i <= len(text); i++ {
		if i == len(text) || text[i] == '\n' {
			lines = append(lines, text[start:i])
			start = i + 1
		}
	}
	fmt.Printf("%q\n", lines)
}
