// Package testing runs tests: functions TestXxx(t *testing.T) in files whose names end in _test.go.
package testing

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// TB is what T and B have in common.
type TB interface {
	Attr(key, value string)
	Cleanup(func())
	Context() context.Context
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Output() io.Writer
	Setenv(key, value string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
}

// common is the state of a test or benchmark.
type common struct {
	mu       sync.Mutex
	name     string
	parent   *common
	output   strings.Builder // what it and its finished subtests said
	failed   bool
	skipped  bool
	finished bool // it has returned, FailNow and SkipNow included
	ran      bool
	cleanups []func()
	start    time.Time
	duration time.Duration

	ctx    context.Context
	cancel context.CancelFunc

	changedEnv bool // by Setenv
	bubbled    bool // its body runs in a bubble of testing/synctest

	parallel bool
	done     chan struct{}   // closed when it has ended, or waits for its turn as a parallel test
	ended    chan struct{}   // closed when it has ended
	release  chan struct{}   // closed when the subtests that called Parallel may go on
	waiting  []chan struct{} // ended, of those
	helpers  map[string]bool
	verbose  bool
	midLine  bool // Output has been given the beginning of a line
	names    map[string]int
}

func newCommon(name string, parent *common) *common {
	c := &common{name: name, parent: parent, done: make(chan struct{}), ended: make(chan struct{}), release: make(chan struct{})}
	if parent != nil {
		c.verbose = parent.verbose
	}
	return c
}

// Name returns the name of the test; a subtest's begins with its parent's.
func (c *common) Name() string { return c.name }

// Fail says that the test has failed; it goes on.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.finished {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

// Failed reports whether the test has failed.
func (c *common) Failed() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.failed
}

// FailNow is Fail and ends the test. It must be called by the test's own goroutine.
func (c *common) FailNow() {
	c.Fail()
	c.ran = true
	runtime.Goexit()
}

// write adds a message with the place it comes from.
func (c *common) write(text string) {
	place := "???"
	for skip := 2; ; skip++ {
		_, file, line, ok := runtime.Caller(skip)
		if !ok {
			break
		}
		if i := strings.LastIndexByte(file, '/'); i >= 0 {
			file = file[i+1:]
		}
		place = fmt.Sprintf("%s:%d", file, line)
		if !c.isHelper(skip + 1) {
			break
		}
	}
	text = strings.TrimSuffix(text, "\n")
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.finished {
		panic("Log in goroutine after " + c.name + " has completed: " + text)
	}
	c.say("    " + place + ": " + strings.ReplaceAll(text, "\n", "\n        ") + "\n")
}

// say prints a message at once if tests that pass are shown too, else keeps it for the report.
func (c *common) say(text string) {
	if c.verbose {
		chat.message(c.name, text)
	} else {
		c.output.WriteString(text)
	}
}

// Log adds a message, formatted as by Println, to what is shown if the test fails.
func (c *common) Log(args ...any) { c.write(fmt.Sprintln(args...)) }

// Logf is Log with a format.
func (c *common) Logf(format string, args ...any) { c.write(fmt.Sprintf(format, args...)) }

// Error is Log and Fail.
func (c *common) Error(args ...any) {
	c.write(fmt.Sprintln(args...))
	c.Fail()
}

// Errorf is Logf and Fail.
func (c *common) Errorf(format string, args ...any) {
	c.write(fmt.Sprintf(format, args...))
	c.Fail()
}

// Fatal is Log and FailNow.
func (c *common) Fatal(args ...any) {
	c.write(fmt.Sprintln(args...))
	c.FailNow()
}

// Fatalf is Logf and FailNow.
func (c *common) Fatalf(format string, args ...any) {
	c.write(fmt.Sprintf(format, args...))
	c.FailNow()
}

// Skip is Log and SkipNow.
func (c *common) Skip(args ...any) {
	c.write(fmt.Sprintln(args...))
	c.SkipNow()
}

// Skipf is Logf and SkipNow.
func (c *common) Skipf(format string, args ...any) {
	c.write(fmt.Sprintf(format, args...))
	c.SkipNow()
}

// SkipNow ends the test as one that was left out.
func (c *common) SkipNow() {
	c.mu.Lock()
	c.skipped = true
	c.mu.Unlock()
	c.ran = true
	runtime.Goexit()
}

// Skipped reports whether the test was left out.
func (c *common) Skipped() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.skipped
}

// Helper says that the calling function is a helper: messages name its caller's place.
func (c *common) Helper() {
	if name := functionAt(1); name != "" {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.helpers == nil {
			c.helpers = make(map[string]bool)
		}
		c.helpers[name] = true
	}
}

func (c *common) isHelper(skip int) bool {
	name := functionAt(skip)
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.helpers[name]
}

// Cleanup calls f when the test and its subtests have ended; the last one first.
func (c *common) Cleanup(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, f)
}

func (c *common) runCleanups() {
	if c.cancel != nil {
		c.cancel()
	}
	for len(c.cleanups) > 0 {
		last := len(c.cleanups) - 1
		f := c.cleanups[last]
		c.cleanups = c.cleanups[:last]
		f()
	}
}

// Context returns a context that is cancelled before the cleanups are called.
func (c *common) Context() context.Context {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ctx == nil {
		c.ctx, c.cancel = context.WithCancel(context.Background())
	}
	return c.ctx
}

// report writes how the test ended, with what it said, to its parent's output, or prints it.
func (c *common) report() {
	verdict := "PASS"
	switch {
	case c.failed:
		verdict = "FAIL"
	case c.skipped:
		verdict = "SKIP"
	}
	if verdict != "FAIL" && !c.verbose {
		return
	}
	text := fmt.Sprintf("--- %s: %s (%.2fs)\n", verdict, c.name, c.duration.Seconds()) + c.output.String()
	if c.parent == nil || c.parent.name == "" {
		chat.update(c.name, text)
		return
	}
	c.parent.mu.Lock()
	defer c.parent.mu.Unlock()
	for _, line := range strings.SplitAfter(text, "\n") {
		if line != "" {
			c.parent.output.WriteString("    " + line)
		}
	}
}

// Short reports whether tests are asked to be short: no.
func Short() bool { return false }

// Verbose reports whether tests that pass are shown too.
func Verbose() bool { return root.verbose }

// Testing reports whether the program is a test.
func Testing() bool { return true }

// Setenv sets a variable of the environment until the test has ended. Tests that run together with others must not: it panics in parallel ones.
func (c *common) Setenv(key, value string) {
	for p := c; p != nil; p = p.parent {
		if p.parallel {
			panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
		}
	}
	old, was := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.changedEnv = true
	if was {
		c.Cleanup(func() { os.Setenv(key, old) })
	} else {
		c.Cleanup(func() { os.Unsetenv(key) })
	}
}

// Attr adds a property of the test, a word and one line of text, to its output.
func (c *common) Attr(key, value string) {
	if strings.ContainsAny(key, " \t\r\n") {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	if c.verbose {
		chat.update(c.name, "=== ATTR  "+c.name+" "+key+" "+value+"\n")
	}
}

// Output returns a writer to the test's output: lines are indented like those of Log, without the place they come from.
func (c *common) Output() io.Writer { return outputWriter{c} }

type outputWriter struct{ c *common }

func (w outputWriter) Write(p []byte) (n int, err error) {
	w.c.mu.Lock()
	defer w.c.mu.Unlock()
	if w.c.finished {
		panic("Log in goroutine after " + w.c.name + " has completed: " + string(p))
	}
	lines := strings.SplitAfter(string(p), "\n")
	for i, line := range lines {
		if i == 0 && w.c.midLine || line == "" {
			continue
		}
		lines[i] = "    " + line
	}
	w.c.midLine = lines[len(lines)-1] != ""
	w.c.say(strings.Join(lines, ""))
	return len(p), nil
}

// Init does nothing: there are no flags of tests to register.
func Init() {}

// AllocsPerRun returns how many objects f allocates on average, in whole numbers; it is called once before, to get ready.
func AllocsPerRun(runs int, f func()) (avg float64) {
	f()
	before, _ := allocated()
	for i := 0; i < runs; i++ {
		f()
	}
	after, _ := allocated()
	return float64((after - before) / uint64(runs))
}
