package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
)

func show[T any](seq func(func(T) bool)) {
	for v := range seq {
		fmt.Printf("%q ", v)
	}
	fmt.Println()
}

func main() {
	show(bytes.Lines([]byte("a\nb\n\nc")))
	show(bytes.SplitSeq([]byte("a,b,,c"), []byte(",")))
	show(bytes.SplitAfterSeq([]byte("a,b"), []byte(",")))
	show(bytes.SplitSeq([]byte("aé"), nil))
	show(bytes.FieldsSeq([]byte("  two words ")))
	show(strings.Lines("a\nb"))
	show(strings.SplitSeq("aé", ""))
	show(strings.SplitAfterSeq("a--b", "--"))
	show(strings.FieldsSeq(" x  y"))
	for line := range strings.Lines("1\n2\n3\n") {
		if line == "2\n" {
			break
		}
		fmt.Print(line)
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "name\tvalue\tnote")
	fmt.Fprintln(w, "pi\t3.14\tround")
	fmt.Fprintln(w, "answer\t42\t")
	w.Flush()
	var name string
	var n int
	fmt.Println(fmt.Sscanf("Ann is 30", "%s is %d", &name, &n))
	fmt.Println(name, n)
}
