// The strings package.
package main

import (
	"fmt"
	"strings"
)

func main() {
	fmt.Printf("%q\n", strings.Split("a,b,,c", ","))
	fmt.Printf("%q\n", strings.Fields("  x  y z "))
	fmt.Println(strings.Join([]string{"a", "b"}, "-"), strings.Repeat("ab", 3), strings.Contains("seafood", "foo"))
	fmt.Println(strings.Index("chicken", "ken"), strings.LastIndex("go gopher", "go"), strings.IndexByte("abc", 'c'), strings.Count("cheese", "e"))
	fmt.Println(strings.ToUpper("éa"), strings.Title("hello world"), strings.TrimSpace(" x\n"), strings.Trim("xxhixx", "x"), strings.TrimLeft("aab", "a"))
	fmt.Println(strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("aaa", "a", "b"), strings.HasPrefix("golang", "go"), strings.TrimSuffix("a.go", ".go"))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return r + 1
	}, "banana"), strings.EqualFold("Go", "GO"))
	before, after, ok := strings.Cut("k=v", "=")
	fmt.Println(before, after, ok)
	var b strings.Builder
	for i := 3; i > 0; i-- {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteString("go")
	b.WriteByte('!')
	fmt.Println(b.String(), b.Len())
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>"))
	fmt.Println(strings.SplitN("a b c d", " ", 2), strings.IndexFunc("abc1", func(r rune) bool { return r < 'a' }))
}
