package main

import (
	"fmt"
	"testing"
)

func TestPasses(t *testing.T) {
	t.Log("not shown")
	t.Cleanup(func() { fmt.Println("cleanup 1") })
	t.Cleanup(func() { fmt.Println("cleanup 2") })
}

func TestFails(t *testing.T) {
	t.Errorf("got %d", 1)
	fmt.Println(t.Run("sub one", func(t *testing.T) { t.Fatal("two\nlines") }))
	fmt.Println(t.Run("sub", func(t *testing.T) { t.Skip("skipped") }))
	fmt.Println(t.Run("sub", func(t *testing.T) { fmt.Println(t.Name(), t.Context().Err()) }))
	check(t)
}

func check(t *testing.T) {
	t.Helper()
	t.Error("from the helper's caller")
}

func TestParallel(t *testing.T) {
	for i := range 3 {
		t.Run("p", func(t *testing.T) {
			t.Parallel()
			if i == 1 {
				t.Error("one")
			}
		})
	}
	fmt.Println("before the parallel ones")
}

var sink *[3]int

func TestAllocs(t *testing.T) {
	fmt.Println(testing.AllocsPerRun(10, func() { sink = new([3]int) }), testing.AllocsPerRun(5, func() { sink = nil }))
	fmt.Println(testing.AllocsPerRun(3, func() { sink = new([3]int); sink = new([3]int) }))
}

func main() {
	tests := []testing.InternalTest{{"TestPasses", TestPasses}, {"TestFails", TestFails}, {"TestParallel", TestParallel}, {"TestAllocs", TestAllocs}}
	testing.RunMain(false, tests, nil)
}
