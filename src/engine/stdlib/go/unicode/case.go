package unicode

import "internal/ucd"

// Cases of letters, for To.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower, in a CaseRange's Delta, says that upper and lower case take turns in the range, beginning with upper.
const UpperLower = MaxRune + 1

// A CaseRange is the characters from Lo to Hi and what to add to them to change their case.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

// d is what to add for upper, lower and title case.
type d [MaxCase]rune

// CaseRanges are the characters that have another case.
var CaseRanges = decodeCases(caseRuns)

// alternate is how caseRuns says UpperLower.
const alternate = 1 << 21

func decodeCases(runs ucd.Digits) []CaseRange {
	ranges := make([]CaseRange, 0, 384)
	next := 0
	for runs != "" {
		lo := next + runs.Next()
		hi := lo + runs.Next()
		next = hi + 1
		c := CaseRange{Lo: uint32(lo), Hi: uint32(hi)}
		for i := range c.Delta {
			c.Delta[i] = runs.NextSigned()
		}
		if c.Delta[0] == alternate {
			c.Delta = d{UpperLower, UpperLower, UpperLower}
		}
		ranges = append(ranges, c)
	}
	return ranges
}

// to changes r's case as the ranges say; found tells whether they say anything.
func to(which int, r rune, ranges []CaseRange) (mapped rune, found bool) {
	low, high := 0, len(ranges)
	for low < high {
		m := (low + high) / 2
		c := &ranges[m]
		switch {
		case r < rune(c.Lo):
			high = m
		case r > rune(c.Hi):
			low = m + 1
		case c.Delta[which] == UpperLower:
			offset := (r - rune(c.Lo)) &^ 1
			if which == LowerCase {
				offset++
			}
			return rune(c.Lo) + offset, true
		default:
			return r + c.Delta[which], true
		}
	}
	return r, false
}

// To returns r in one of the cases UpperCase, LowerCase and TitleCase.
func To(_case int, r rune) rune {
	if _case < 0 || _case >= MaxCase {
		return ReplacementChar
	}
	r, _ = to(_case, r, CaseRanges)
	return r
}

// ToUpper returns r in upper case.
func ToUpper(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return To(UpperCase, r)
}

// ToLower returns r in lower case.
func ToLower(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return To(LowerCase, r)
}

// ToTitle returns r in title case.
func ToTitle(r rune) rune {
	if uint32(r) <= MaxASCII {
		return ToUpper(r)
	}
	return To(TitleCase, r)
}

// A SpecialCase is what is different about upper and lower case in a language; other characters are as in general.
type SpecialCase []CaseRange

// ToUpper returns r in upper case.
func (special SpecialCase) ToUpper(r rune) rune {
	if mapped, found := to(UpperCase, r, special); found {
		return mapped
	}
	return ToUpper(r)
}

// ToLower returns r in lower case.
func (special SpecialCase) ToLower(r rune) rune {
	if mapped, found := to(LowerCase, r, special); found {
		return mapped
	}
	return ToLower(r)
}

// ToTitle returns r in title case.
func (special SpecialCase) ToTitle(r rune) rune {
	if mapped, found := to(TitleCase, r, special); found {
		return mapped
	}
	return ToTitle(r)
}

// TurkishCase has dotted and dotless i apart.
var TurkishCase SpecialCase = SpecialCase{
	{'I', 'I', d{0, 'ı' - 'I', 0}},
	{'i', 'i', d{'İ' - 'i', 0, 'İ' - 'i'}},
	{'İ', 'İ', d{0, 'i' - 'İ', 0}},
	{'ı', 'ı', d{'I' - 'ı', 0, 'I' - 'ı'}},
}

// AzeriCase is like TurkishCase.
var AzeriCase SpecialCase = TurkishCase

// SimpleFold returns the next larger character that differs from r in case only, or, if there is none, the smallest one; r if it is the only one.
func SimpleFold(r rune) rune {
	if r < 0 || r > MaxRune {
		return r
	}
	for i := 0; i < len(foldOrbits); i++ {
		first := i
		for ; foldOrbits[i] != 0; i++ {
			if foldOrbits[i] != r {
				continue
			}
			if next := foldOrbits[i+1]; next != 0 {
				return next
			}
			return foldOrbits[first]
		}
	}
	if l := ToLower(r); l != r {
		return l
	}
	return ToUpper(r)
}
