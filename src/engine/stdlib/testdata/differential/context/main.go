// Compares what the scenarios say with Go's context, sync, sync/atomic and time and with ours: every line printed but the last is a difference.
package main

import (
	"fmt"

	ours "il/scenario/ours"
	theirs "il/scenario/theirs"
)

func main() {
	got, want := ours.Run(), theirs.Run()
	compared, differences := 0, 0
	for i, w := range want {
		compared++
		if i >= len(got) || got[i] != w {
			differences++
			g := "nothing"
			if i < len(got) {
				g = got[i]
			}
			fmt.Printf("got  %swant %s\n", g, w)
		}
	}
	fmt.Println(compared, "compared,", differences+len(got)-len(want), "different")
}
