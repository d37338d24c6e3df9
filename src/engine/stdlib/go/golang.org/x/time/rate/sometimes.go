package rate

import (
	"sync"
	"time"
)

// A Sometimes does something now and then: with each reason that is set, the calls it names do it. Its zero value does it the first time only.
type Sometimes struct {
	First    int           // the first so many calls
	Every    int           // every so manieth call, the first one included
	Interval time.Duration // the calls that come at least so long after the last one that did it

	mu    sync.Mutex
	count int       // calls so far
	last  time.Time // when it was done last
}

// Do calls f if this call is one that does it, while no other call can. f must not call Do.
func (s *Sometimes) Do(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.due() {
		f()
		if s.Interval > 0 {
			s.last = time.Now()
		}
	}
	s.count++
}

func (s *Sometimes) due() bool {
	return s.count == 0 ||
		s.First > 0 && s.count < s.First ||
		s.Every > 0 && s.count%s.Every == 0 ||
		s.Interval > 0 && time.Since(s.last) >= s.Interval
}
