// Escapes, raw strings, invalid UTF-8.
package main

import "fmt"

func main() {
	fmt.Println('\a', '\b', '\f', '\n', '\r', '\t', '\v', '\\', '\'', '\000', '\xff', '\u1234', '\U0010FFFF')
	fmt.Printf("%q\n", "\a\b\f\n\r\t\v\\\"\000\xff\u1234\U0010FFFF")
	fmt.Printf("%q\n", `raw \n "quoted"
second line`)
	s := "日本\x80語"
	for i := 0; i < len(s); i++ {
		fmt.Printf("%x ", s[i])
	}
	fmt.Println()
	for i, r := range s {
		fmt.Printf("%d:%U ", i, r)
	}
	fmt.Println(len(s), len([]rune(s)))
}
