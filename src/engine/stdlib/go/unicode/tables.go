// Package unicode tells what characters are: letters, digits, spaces, of which script, and what their upper and lower case is.
package unicode

import "internal/ucd"

// Characters of note.
const (
	MaxRune         = '\U0010FFFF' // the largest
	ReplacementChar = '\uFFFD'     // stands for what cannot be decoded
	MaxASCII        = '\u007F'     // the largest of ASCII
	MaxLatin1       = '\u00FF'     // the largest of Latin-1
)

// A RangeTable is a set of characters: ranges in increasing order, those up to 0xFFFF in R16, the others in R32.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // number of ranges in R16 up to MaxLatin1
}

// A Range16 is the characters from Lo to Hi, or every Stride-th of them.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// A Range32 is the characters from Lo to Hi, or every Stride-th of them.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// decode makes a table of runs: for each range the gap before it and its length less one.
func decode(runs ucd.Digits) *RangeTable {
	t := &RangeTable{}
	next := 0
	for runs != "" {
		lo := next + runs.Next()
		hi := lo + runs.Next()
		next = hi + 1
		if lo <= 0xffff && hi > 0xffff {
			t.R16 = append(t.R16, Range16{uint16(lo), 0xffff, 1})
			lo = 0x10000
		}
		if hi <= 0xffff {
			t.R16 = append(t.R16, Range16{uint16(lo), uint16(hi), 1})
		} else {
			t.R32 = append(t.R32, Range32{uint32(lo), uint32(hi), 1})
		}
		if hi <= MaxLatin1 {
			t.LatinOffset = len(t.R16)
		}
	}
	return t
}

// Is reports whether r is in the table.
func Is(table *RangeTable, r rune) bool {
	if r < 0 {
		return false
	}
	if r <= 0xffff && len(table.R16) > 0 {
		c := uint16(r)
		low, high := 0, len(table.R16)
		for low < high {
			m := (low + high) / 2
			if x := &table.R16[m]; c < x.Lo {
				high = m
			} else if c > x.Hi {
				low = m + 1
			} else {
				return x.Stride == 1 || (c-x.Lo)%x.Stride == 0
			}
		}
		return false
	}
	c := uint32(r)
	low, high := 0, len(table.R32)
	for low < high {
		m := (low + high) / 2
		if x := &table.R32[m]; c < x.Lo {
			high = m
		} else if c > x.Hi {
			low = m + 1
		} else {
			return x.Stride == 1 || (c-x.Lo)%x.Stride == 0
		}
	}
	return false
}

// In reports whether r is in one of the tables.
func In(r rune, tables ...*RangeTable) bool { return IsOneOf(tables, r) }

// IsOneOf reports whether r is in one of the tables.
func IsOneOf(tables []*RangeTable, r rune) bool {
	for _, table := range tables {
		if Is(table, r) {
			return true
		}
	}
	return false
}

// Version is the version of Unicode that the tables are of.
const Version = "17.0.0"
