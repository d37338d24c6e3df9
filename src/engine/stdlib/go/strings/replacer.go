package strings

import (
	"internal/rt"
	"io"
)

// A Replacer replaces several texts by others at once.
type Replacer struct {
	pairs []string // old, new, old, new

	// byFirst holds, for each first byte of an old text, the indices in pairs of those that begin with it, in their order.
	byFirst [256][]int
	empty   int // the index of the first empty old text, -1 if there is none
}

// NewReplacer returns a Replacer for pairs of old and new texts. At each place the first pair in the list whose old text stands there
// counts. It panics if there is an odd number of arguments.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	r := &Replacer{pairs: append([]string(nil), oldnew...), empty: -1}
	for i := 0; i < len(oldnew); i += 2 {
		if old := oldnew[i]; old != "" {
			r.byFirst[old[0]] = append(r.byFirst[old[0]], i)
		} else if r.empty < 0 {
			r.empty = i
		}
	}
	return r
}

// match returns the index of the first pair whose old text stands at s[i:], -1 if there is none.
func (r *Replacer) match(s string, i int, empty bool) int {
	best := -1
	if empty {
		best = r.empty
	}
	if i < len(s) {
		for _, pair := range r.byFirst[s[i]] {
			if best >= 0 && best < pair {
				break
			}
			if HasPrefix(s[i:], r.pairs[pair]) {
				return pair
			}
		}
	}
	return best
}

// Replace returns s with all replacements done.
func (r *Replacer) Replace(s string) string {
	var buf []byte
	done := 0
	empty := true // an empty old text counts once at a place, before others that come later in the list
	for i := 0; i <= len(s); {
		pair := r.match(s, i, empty)
		if pair < 0 {
			empty = true
			i++
			continue
		}
		buf = append(append(buf, s[done:i]...), r.pairs[pair+1]...)
		i += len(r.pairs[pair])
		done = i
		empty = r.pairs[pair] != ""
	}
	if done == 0 && buf == nil {
		return s
	}
	return rt.String(append(buf, s[done:]...))
}

// WriteString writes s to w with all replacements done.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	return io.WriteString(w, r.Replace(s))
}
