// Many integer and string cases.
package main

import "fmt"

func num(n int) string {
	switch n {
	case 0, 2, 4, 6, 8:
		return "even"
	case 1, 3, 5, 7, 9:
		return "odd"
	case 1 << 40:
		return "huge"
	case -1:
		return "minus one"
	case 100, 101, 102, 103, 104, 105, 106:
		return "hundreds"
	}
	return "?"
}

func word(s string) int {
	switch s {
	case "one":
		return 1
	case "two":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	case "seven":
		return 7
	case "eight":
		return 8
	case "nine":
		return 9
	}
	return 0
}

func main() {
	for _, n := range []int{0, 7, 9, 10, 1 << 40, -1, 103, 107} {
		fmt.Print(num(n), " ")
	}
	fmt.Println()
	for _, s := range []string{"one", "nine", "six", "ten", "", "eigh"} {
		fmt.Print(word(s), " ")
	}
	fmt.Println()
}
