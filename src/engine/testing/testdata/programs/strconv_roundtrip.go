// Parsing and formatting numbers.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"0", "-42", "9223372036854775807", "9223372036854775808", "abc", "", "+5", "1_0"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	for _, s := range []string{"3.14", "1e400", "-inf", "0x1p-2", ".5e1", "nope"} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
	}
	n, err := strconv.ParseInt("ff", 16, 8)
	fmt.Println(n, err)
	u, err := strconv.ParseUint("0b1011", 0, 64)
	fmt.Println(u, err)
	b, err := strconv.ParseBool("T")
	fmt.Println(b, err)
	fmt.Println(strconv.Quote("a\tb\"é\x00"), strconv.FormatInt(-255, 16), strconv.FormatFloat(1.0/3, 'g', 5, 64))
	s, err := strconv.Unquote(`"a\nb"`)
	fmt.Printf("%q %v\n", s, err)
}
