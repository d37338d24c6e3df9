// Tests of every kind with -v: what is printed is what go test -v of Go 1.20 and later prints, without the last line of the go command.
package main

import (
	"fmt"
	"os"
	"testing"
	"time"
)

func TestPasses(t *testing.T) {
	t.Log("shown when verbose")
	t.Cleanup(func() { t.Log("in cleanup") })
	fmt.Println("printed by the test")
	t.Logf("two\nlines %d", 1)
}

func TestFails(t *testing.T) {
	t.Errorf("got %d", 1)
	t.Run("sub one", func(t *testing.T) { t.Fatal("two\nlines") })
	t.Run("sub", func(t *testing.T) { t.Skip("skipped") })
	t.Run("sub", func(t *testing.T) { t.Log("deep"); t.Run("deeper", func(t *testing.T) { t.Log("deepest") }) })
	check(t)
	t.Log("end")
}

func check(t *testing.T) {
	t.Helper()
	t.Error("from the helper's caller")
}

func TestSkipped(t *testing.T) {
	t.Skipf("because %d", 1)
}

func TestParallel(t *testing.T) {
	for i := 0; i < 3; i++ {
		i := i
		t.Run(fmt.Sprint("p", i), func(t *testing.T) {
			t.Parallel()
			time.Sleep(time.Duration(i+1) * 20 * time.Millisecond)
			t.Log("after", i)
			if i == 1 {
				t.Error("one")
			}
		})
	}
	t.Log("before the parallel ones")
}

func TestTopParallel1(t *testing.T) { t.Parallel(); time.Sleep(10 * time.Millisecond); t.Log("top1") }
func TestTopParallel2(t *testing.T) { t.Parallel(); t.Log("top2") }

func TestTable(t *testing.T) {
	tests := []struct {
		name    string
		in, out int
	}{{"one", 1, 1}, {"two words", 2, 4}, {"", 3, 8}, {"a/b", 1, 1}, {"", 1, 2}, {"one", 1, 1}, {"one#01", 1, 1}, {"tab\tand\u200b", 1, 1}}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.in * tt.in; got != tt.out {
				t.Errorf("square(%d) = %d, want %d", tt.in, got, tt.out)
			}
		})
	}
}

func TestGoroutine(t *testing.T) {
	done := make(chan bool)
	go func() {
		defer close(done)
		t.Error("from a goroutine")
	}()
	<-done
	if !t.Failed() {
		t.Fatal("not failed")
	}
	os.Setenv("X", "1")
}

func TestFailNow(t *testing.T) {
	defer fmt.Println("deferred")
	t.FailNow()
	fmt.Println("not reached")
}

func main() {
	testing.RunMain(true, []testing.InternalTest{{"TestPasses", TestPasses}, {"TestFails", TestFails}, {"TestSkipped", TestSkipped}, {"TestParallel", TestParallel}, {"TestTopParallel1", TestTopParallel1}, {"TestTopParallel2", TestTopParallel2}, {"TestTable", TestTable}, {"TestGoroutine", TestGoroutine}, {"TestFailNow", TestFailNow}}, nil)
}
