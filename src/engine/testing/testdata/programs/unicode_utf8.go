// Runes, widths, validity.
package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

func main() {
	s := "aé世😀\xff"
	fmt.Println(len(s), utf8.RuneCountInString(s), utf8.ValidString(s), utf8.RuneLen('世'))
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		fmt.Printf("%c/%d ", r, n)
		s = s[n:]
	}
	fmt.Println()
	b := utf8.AppendRune(nil, 'é')
	fmt.Println(b, utf8.FullRune(b[:1]), unicode.IsUpper('É'), unicode.IsLetter('世'), unicode.IsDigit('٣'), unicode.IsSpace('\u00a0'), string(unicode.ToUpper('ß')), string(unicode.ToLower('Σ')))
}
