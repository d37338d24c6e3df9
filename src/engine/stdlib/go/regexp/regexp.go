// Package regexp searches with regular expressions in the syntax of RE2: that of Perl without what cannot be done in time proportional to the length of
// the text, which is promised for every expression.
//
// The methods that find have names of parts: Find(All)?(String)?(Submatch)?(Index)?. With All they return successive matches that do not overlap, an empty
// one right behind another being left out, and take the largest number of them, -1 for all. With String the text is a string. With Submatch
// a match is the list of what the whole and each group matched. With Index it is given by pairs of positions. Where there is no match they return nil.
package regexp

import (
	"io"
	"strconv"
	"strings"
)

// A Regexp is a compiled regular expression. Several goroutines may use it at a time, but for Longest.
type Regexp struct {
	text    string
	program *program
	names   []string // of groups, the first one is that of the whole
	longest bool
}

// Compile compiles an expression. Of the matches that begin leftmost it prefers the one that a search with backtracking would find first.
func Compile(expr string) (*Regexp, error) { return compileText(expr, oneLine|classNL|perl, false) }

// CompilePOSIX compiles an expression in the syntax of POSIX (egrep). Of the matches that begin leftmost it prefers the longest.
func CompilePOSIX(expr string) (*Regexp, error) { return compileText(expr, 0, true) }

func compileText(expr string, f flags, longest bool) (*Regexp, error) {
	root, captures, names, err := parse(expr, f)
	if err != nil {
		return nil, err
	}
	program, ok := compile(root, captures)
	if !ok {
		return nil, &syntaxError{tooLarge, expr}
	}
	return &Regexp{expr, program, names, longest}, nil
}

// MustCompile is Compile for expressions that are known to be right: it panics if one is not.
func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		panic("regexp: Compile(" + quoted(str) + "): " + err.Error())
	}
	return re
}

// MustCompilePOSIX is CompilePOSIX for expressions that are known to be right: it panics if one is not.
func MustCompilePOSIX(str string) *Regexp {
	re, err := CompilePOSIX(str)
	if err != nil {
		panic("regexp: CompilePOSIX(" + quoted(str) + "): " + err.Error())
	}
	return re
}

func quoted(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// String returns the expression.
func (re *Regexp) String() string { return re.text }

// Copy returns a copy of re.
//
// Deprecated: a Regexp can be used by several goroutines.
func (re *Regexp) Copy() *Regexp {
	copied := *re
	return &copied
}

// Longest makes future searches prefer the longest of the matches that begin leftmost.
func (re *Regexp) Longest() { re.longest = true }

// NumSubexp returns the number of groups.
func (re *Regexp) NumSubexp() int { return len(re.names) - 1 }

// SubexpNames returns the names of the groups, "" for those without one; the first element, of the whole expression, is "".
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex returns the number of the first group with a name, -1 if there is none.
func (re *Regexp) SubexpIndex(name string) int {
	if name != "" {
		for i, s := range re.names {
			if s == name {
				return i
			}
		}
	}
	return -1
}

// LiteralPrefix returns a text that every match begins with, and whether that is the whole match.
func (re *Regexp) LiteralPrefix() (prefix string, complete bool) {
	return re.program.prefix, re.program.complete
}

// MarshalText returns the expression.
func (re *Regexp) MarshalText() ([]byte, error) { return re.AppendText(nil) }

// AppendText appends the expression to b.
func (re *Regexp) AppendText(b []byte) ([]byte, error) { return append(b, re.text...), nil }

// UnmarshalText compiles text as Compile does.
func (re *Regexp) UnmarshalText(text []byte) error {
	compiled, err := Compile(string(text))
	if err != nil {
		return err
	}
	*re = *compiled
	return nil
}

// search returns the first count slots of the first match at or behind pos, nil if there is none.
func (re *Regexp) search(in *input, pos, count int) []int {
	if re.program.backtracks(in) {
		return re.program.backtrack(in, pos, count, re.longest)
	}
	return re.program.parallel(in, pos, count, re.longest)
}

func (re *Regexp) matches(in *input) bool { return re.search(in, 0, 0) != nil }

// MatchString reports whether s contains a match.
func (re *Regexp) MatchString(s string) bool { return re.matches(&input{text: s}) }

// Match reports whether b contains a match.
func (re *Regexp) Match(b []byte) bool { return re.matches(bytesInput(b)) }

// MatchReader reports whether what r has contains a match. It may read more than that.
func (re *Regexp) MatchReader(r io.RuneReader) bool { return re.matches(&input{reader: r}) }

// MatchString reports whether s contains a match of an expression.
func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

// Match reports whether b contains a match of an expression.
func Match(pattern string, b []byte) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.Match(b), nil
}

// MatchReader reports whether what r has contains a match of an expression. It may read more than that.
func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchReader(r), nil
}

// QuoteMeta returns an expression that matches s and nothing else.
func QuoteMeta(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(`\.+*?()|[]{}^$`, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
