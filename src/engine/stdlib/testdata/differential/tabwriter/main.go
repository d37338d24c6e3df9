// Compares text/tabwriter with Go's: every line printed but the last is a difference.
package main

import (
	"fmt"
	"math/rand"
	"strings"
	"text/tabwriter"

	ours "il/text/tabwriter"
)

func main() {
	r := rand.New(rand.NewSource(1))
	pieces := []string{"a", "long text", "é", "\t", "\t", "\t", "\n", "\n", "\v", "", "12", "\f", "<b>", "&amp;", "\xffx\ty\xff"}
	compared, differences := 0, 0
	for i := 0; i < 30000; i++ {
		var text strings.Builder
		for n := r.Intn(20); n > 0; n-- {
			text.WriteString(pieces[r.Intn(len(pieces))])
		}
		minwidth, tabwidth, padding, padchar := r.Intn(9), r.Intn(9), r.Intn(3), " .\t-"[r.Intn(4)]
		flags := uint(r.Intn(64))
		var got, want strings.Builder
		g, w := ours.NewWriter(&got, minwidth, tabwidth, padding, padchar, flags), tabwriter.NewWriter(&want, minwidth, tabwidth, padding, padchar, flags)
		for j := 0; j < 2; j++ {
			fmt.Fprint(g, text.String())
			fmt.Fprint(w, text.String())
			g.Flush()
			w.Flush()
		}
		compared++
		if got.String() != want.String() {
			differences++
			if differences < 15 {
				fmt.Printf("%q %d %d %d %q %b\n\tgot  %q\n\twant %q\n", text.String(), minwidth, tabwidth, padding, padchar, flags, got.String(), want.String())
			}
		}
	}
	fmt.Println(compared, "compared,", differences, "different")
}
