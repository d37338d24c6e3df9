// Regular expressions, those among them that take a careless matcher an age.
package main

import (
	"fmt"
	"regexp"
	"strings"
)

func main() {
	re := regexp.MustCompile(`(?i)(\w+)@(\w+)\.com`)
	fmt.Println(re.FindAllStringSubmatch("alice@Example.com, bob@test.com", -1))
	fmt.Println(re.ReplaceAllString("alice@example.com", "${2}:$1"))
	fmt.Println(regexp.MustCompile(`\p{L}+`).FindString("123 αβγ"), regexp.MustCompile(`(?i)\p{Ll}\p{Greek}`).MatchString("Xα"))
	// Exponential for a backtracker without memory.
	fmt.Println(regexp.MustCompile(`(a*)*b`).MatchString(strings.Repeat("a", 5000)))
	fmt.Println(regexp.MustCompile(`(x+x+)+y`).MatchString(strings.Repeat("x", 100000)))
	_, err := regexp.Compile("a(b")
	fmt.Println(err)
}
