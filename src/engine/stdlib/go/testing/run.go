package testing

import (
	"os"
	"runtime"
	"time"
)

// functionAt names the function skip frames above the caller.
func functionAt(skip int) string {
	pc, _, _, ok := runtime.Caller(skip + 1)
	if !ok {
		return ""
	}
	return runtime.FuncForPC(pc).Name()
}

// T is a test.
type T struct{ common }

// root is the parent of all tests.
var root = newCommon("", nil)

// Run runs f as a subtest, in a goroutine of its own, and waits until it ends or calls Parallel. It reports whether it has not failed.
func (t *T) Run(name string, f func(t *T)) bool {
	if t.bubbled {
		panic("testing: t.Run called inside synctest bubble")
	}
	return t.common.run(name, f)
}

func (c *common) run(name string, f func(t *T)) bool {
	t := &T{}
	t.common = *newCommon(c.subName(name), c)
	t.announce("=== RUN   ")
	t.start = time.Now()
	go t.execute(f)
	<-t.done
	return !t.Failed()
}

// execute calls the test's function and ends it, whether that returns, fails or is skipped.
func (t *T) execute(f func(t *T)) {
	defer t.end()
	f(t)
	t.ran = true
}

func (t *T) end() {
	if !t.ran {
		if r := recover(); r != nil {
			t.reportPanic()
			panic(r)
		}
		// Goexit by somebody else than FailNow and SkipNow.
		t.Errorf("test executed panic(nil) or runtime.Goexit")
	}
	t.duration = time.Since(t.start)
	t.waitForParallel()
	t.runCleanups()
	t.report()
	t.common.mu.Lock()
	t.finished = true
	t.common.mu.Unlock()
	close(t.ended)
	if !t.parallel {
		close(t.done)
	}
}

// reportPanic reports the test and those around it, which will not come to that.
func (c *common) reportPanic() {
	for ; c.parent != nil; c = c.parent {
		c.mu.Lock()
		c.failed = true
		c.mu.Unlock()
		c.duration = time.Since(c.start)
		c.report()
	}
}

// waitForParallel lets the subtests that called Parallel go on and waits for them.
func (c *common) waitForParallel() {
	if len(c.waiting) == 0 {
		return
	}
	close(c.release)
	for _, ended := range c.waiting {
		<-ended
	}
}

// Parallel lets the test run together with other parallel tests, once those that are not have ended.
func (t *T) Parallel() {
	if t.bubbled {
		panic("testing: t.Parallel called inside synctest bubble")
	}
	if t.parallel {
		panic("testing: t.Parallel called multiple times")
	}
	if t.changedEnv {
		panic("testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel")
	}
	t.parallel = true
	t.announce("=== PAUSE ")
	t.parent.waiting = append(t.parent.waiting, t.ended)
	close(t.done)
	<-t.parent.release
	t.announce("=== CONT  ")
	t.start = time.Now()
}

func (c *common) announce(what string) {
	if c.verbose {
		chat.update(c.name, what+c.name+"\n")
	}
}

// Deadline reports that there is none.
func (t *T) Deadline() (deadline time.Time, ok bool) {
	if t.bubbled {
		panic("testing: t.Deadline called inside synctest bubble")
	}
	return time.Time{}, false
}

// An InternalTest is a test by name. It is used by the program that runs tests.
type InternalTest struct {
	Name string
	F    func(*T)
}

// M is all tests of a program.
type M struct{ tests []InternalTest }

// Run runs the tests and returns the exit status.
func (m *M) Run() int {
	if len(m.tests) == 0 {
		os.Stderr.WriteString("testing: warning: no tests to run\n")
	}
	for _, test := range m.tests {
		root.run(test.Name, test.F)
	}
	root.waitForParallel()
	if root.failed {
		os.Stdout.WriteString("FAIL\n")
		return 1
	}
	os.Stdout.WriteString("PASS\n")
	return 0
}

// RunMain is what the main function of a test program calls: it runs the tests, through main if there is a TestMain, and exits.
func RunMain(verbose bool, tests []InternalTest, main func(*M)) {
	root.verbose = verbose
	m := &M{tests}
	if main != nil {
		main(m)
		return
	}
	os.Exit(m.Run())
}

// RunTests runs the tests whose names match and reports whether none failed. matchString is asked with the pattern "".
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	for _, test := range tests {
		if match, err := matchString("", test.Name); match && err == nil {
			root.run(test.Name, test.F)
		}
	}
	root.waitForParallel()
	return !root.Failed()
}
