package regexp

import (
	"internal/ucd"
	"sort"
	"unicode"
	"unicode/utf8"
)

// A set is a set of characters: pairs of first and last ones, in order and apart once it is complete.
type set []rune

func (s set) add(lo, hi rune) set { return append(s, lo, hi) }

// pairs sorts a set by the first characters.
type pairs struct{ s set }

func (p pairs) Len() int           { return len(p.s) / 2 }
func (p pairs) Less(i, j int) bool { return p.s[2*i] < p.s[2*j] }
func (p pairs) Swap(i, j int) {
	p.s[2*i], p.s[2*j] = p.s[2*j], p.s[2*i]
	p.s[2*i+1], p.s[2*j+1] = p.s[2*j+1], p.s[2*i+1]
}

// complete sorts the pairs and joins those that touch.
func (s set) complete() set {
	sort.Sort(pairs{s})
	out := s[:0]
	for i := 0; i < len(s); i += 2 {
		lo, hi := s[i], s[i+1]
		if n := len(out); n > 0 && lo <= out[n-1]+1 {
			if hi > out[n-1] {
				out[n-1] = hi
			}
			continue
		}
		out = append(out, lo, hi)
	}
	return out
}

// negated returns the characters that are not in s, which is complete.
func (s set) negated() set {
	out := make(set, 0, len(s)+2)
	next := rune(0)
	for i := 0; i < len(s); i += 2 {
		if s[i] > next {
			out = append(out, next, s[i]-1)
		}
		next = s[i+1] + 1
	}
	if next <= utf8.MaxRune {
		out = append(out, next, utf8.MaxRune)
	}
	return out
}

// Outside of these no character has another case.
const (
	firstFolding = 'A'
	lastFolding  = 0x1e943
)

// folded adds what differs from members of s, which is complete, in case only.
func (s set) folded() set {
	out := append(set(nil), s...)
	for i := 0; i < len(s); i += 2 {
		lo, hi := s[i], s[i+1]
		if lo < firstFolding {
			lo = firstFolding
		}
		if hi > lastFolding {
			hi = lastFolding
		}
		for c := lo; c <= hi; c++ {
			for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
				if f < s[i] || f > s[i+1] {
					out = out.add(f, f)
				}
			}
		}
	}
	return out.complete()
}

// has reports whether r is in s, which is complete.
func (s set) has(r rune) bool {
	if len(s) <= 8 {
		for i := 0; i < len(s); i += 2 {
			if r < s[i] {
				return false
			}
			if r <= s[i+1] {
				return true
			}
		}
		return false
	}
	low, high := 0, len(s)/2
	for low < high {
		m := int(uint(low+high) / 2)
		switch {
		case r < s[2*m]:
			high = m
		case r > s[2*m+1]:
			low = m + 1
		default:
			return true
		}
	}
	return false
}

// nameCharacter reports whether r can be in the name of a group that a template refers to.
func nameCharacter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// single returns the only member of s.
func (s set) single() (r rune, ok bool) {
	if len(s) == 2 && s[0] == s[1] {
		return s[0], true
	}
	return 0, false
}

// decoded returns a set of package ucd.
func decoded(runs ucd.Digits) (s set) {
	next := rune(0)
	for runs != "" {
		lo := next + rune(runs.Next())
		hi := lo + rune(runs.Next())
		s = s.add(lo, hi)
		next = hi + 1
	}
	return s
}
