// Conversions between strings, bytes and runes copy.
package main

import "fmt"

func main() {
	b := []byte("héllo")
	s := string(b)
	b[0] = 'H'
	fmt.Println(s, string(b), len(s), len([]rune(s)))
	r := []rune("añ€😀")
	r[0] = 'ä'
	fmt.Println(string(r), len(string(r)), r)
	fmt.Printf("%x %q %q\n", "\xff\xc0", string([]byte{0xff, 'a'}), []rune("\xffa\xc3"))
	fmt.Println(string(rune(65)), string(rune(0x10ffff+1)) == "\uFFFD", string(rune(-1)), string(rune(0xd800)))
	type myBytes []byte
	type myString string
	fmt.Println(myString(myBytes("abc")), []byte(myString("d")))
}
