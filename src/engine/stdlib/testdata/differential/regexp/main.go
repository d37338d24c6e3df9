// Compares regexp with Go's: random expressions, right and wrong, on random texts. Every line printed but the last is a difference.
package main

import (
	"fmt"
	"math/rand"
	"regexp"
	"strings"

	ours "il/regexp"
)

var compared, differences int

func same(what, got, want any) {
	compared++
	if g, w := fmt.Sprintf("%q", got), fmt.Sprintf("%q", want); g != w {
		differences++
		if differences < 30 {
			fmt.Printf("%v\n\tgot  %s\n\twant %s\n", what, g, w)
		}
	}
}

// A generator makes expressions of a size.
type generator struct{ *rand.Rand }

func (g generator) pick(list ...string) string { return list[g.Intn(len(list))] }

func (g generator) expression(size int) string {
	if size <= 1 {
		return g.atom()
	}
	left := 1 + g.Intn(size)
	switch g.Intn(9) {
	case 0:
		return g.expression(left) + "|" + g.expression(size-left)
	case 1:
		return "(" + g.expression(size-1) + ")"
	case 2:
		return g.pick("(?:", "(?i:", "(?s:", "(?m:", "(?U:", "(?i-s:", "(?P<n>", "(?-i:") + g.expression(size-1) + ")"
	case 3:
		return "(?:" + g.expression(size-1) + ")" + g.repetition()
	case 4:
		return "(" + g.expression(size-1) + ")" + g.repetition()
	case 5:
		return g.atom() + g.repetition() + g.expression(size-1)
	}
	return g.expression(left) + g.expression(size-left)
}

func (g generator) repetition() string {
	return g.pick("*", "+", "?", "*?", "+?", "??", "{2}", "{0,2}", "{1,}", "{2,3}?", "{0}", "{1}")
}

func (g generator) atom() string {
	return g.pick("a", "b", "c", "ab", "A", "é", "世", "k", ".", "^", "$", `\b`, `\B`, `\A`, `\z`, `\d`, `\w`, `\W`, `\s`, "[ab]", "[^a]", "[a-c]", `[^\w]`, "[[:alpha:]]", "[[:^digit:]x]", `\pL`, `\PL`, `\p{Greek}`, `\x41`, `\n`, "", "x", "1", " ", `\.`, `[\d-a]`, "(?i)", "(?s)", "(?m)")
}

// garble makes an expression that is probably wrong.
func (g generator) garble(s string) string {
	pieces := []string{"(", ")", "[", "]", "{", "}", "*", "+", "?", "|", `\`, "(?", "(?P<", ">", "a", "-", "^", ":", "[:", ":]", "[:x:]", "{2,1}", "{1001}", "{,2}", "{2", `\8`, `\x`, `\x{`, `\x{110000}`, `\pX`, `\p{`, `\p{Foo}`, `\Q`, `\E`, "z-a", "(?z)", "(?i", "(?-)", "(?P<1n>", "\xff", "**", "(?P<a>", "{1000}", "é", `\é`, `\C`}
	for n := 1 + g.Intn(3); n > 0; n-- {
		at := g.Intn(len(s) + 1)
		s = s[:at] + g.pick(pieces...) + s[at:]
	}
	return s
}

func (g generator) text() string {
	var b strings.Builder
	for n := g.Intn(14); n > 0; n-- {
		b.WriteString(g.pick("a", "b", "c", "ab", "A", "B", "é", "É", "世", "\n", " ", "1", "x", "\xff", "K", "K", "k", "α", "_", "aa", "."))
	}
	return b.String()
}

// methods compares everything that can be asked about a text.
func methods(g generator, expr string, got *ours.Regexp, want *regexp.Regexp) {
	s := g.text()
	what := fmt.Sprintf("%q %q", expr, s)
	n := g.Intn(5) - 1
	same("FindAllStringSubmatchIndex "+what, got.FindAllStringSubmatchIndex(s, n), want.FindAllStringSubmatchIndex(s, n))
	same("FindSubmatch "+what, got.FindSubmatch([]byte(s)), want.FindSubmatch([]byte(s)))
	same("FindReaderSubmatchIndex "+what, got.FindReaderSubmatchIndex(strings.NewReader(s)), want.FindReaderSubmatchIndex(strings.NewReader(s)))
	same("MatchString "+what, got.MatchString(s), want.MatchString(s))
	same("Split "+what, got.Split(s, n), want.Split(s, n))
	template := g.pick("<$0>", "$1x", "${1}x", "$$", "$n|$2", "${", "$", "$-", "", "é$1", "$01")
	same("ReplaceAllString "+what+template, got.ReplaceAllString(s, template), want.ReplaceAllString(s, template))
	same("ReplaceAllLiteral "+what, got.ReplaceAllLiteral([]byte(s), []byte(template)), want.ReplaceAllLiteral([]byte(s), []byte(template)))
	same("ReplaceAllStringFunc "+what, got.ReplaceAllStringFunc(s, strings.ToUpper), want.ReplaceAllStringFunc(s, strings.ToUpper))
	same("FindAllString "+what, got.FindAllString(s, -1), want.FindAllString(s, -1))
	same("FindStringIndex "+what, got.FindStringIndex(s), want.FindStringIndex(s))
	// Long enough for the other way to match.
	if g.Intn(50) == 0 {
		long := strings.Repeat(s+"q", 20000/(len(s)+1))
		same("long "+what, got.FindAllStringSubmatchIndex(long, 20), want.FindAllStringSubmatchIndex(long, 20))
	}
	if g.Intn(20) == 0 {
		got, want = got.Copy(), want.Copy()
		got.Longest()
		want.Longest()
		same("longest "+what, got.FindAllStringIndex(s, -1), want.FindAllStringIndex(s, -1))
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func main() {
	g := generator{rand.New(rand.NewSource(1))}
	for i := 0; i < 60000; i++ {
		expr := g.expression(1 + g.Intn(8))
		if i%3 == 0 {
			expr = g.garble(expr)
		}
		got, err := ours.Compile(expr)
		want, werr := regexp.Compile(expr)
		if class := text(werr); strings.Contains(class, "range: `\\p") || strings.Contains(class, "range: `\\P") {
			continue // later versions know more names of classes
		}
		same(fmt.Sprintf("Compile(%q)", expr), text(err), text(werr))
		if err == nil && werr == nil {
			same(fmt.Sprintf("names of %q", expr), got.SubexpNames(), want.SubexpNames())
			methods(g, expr, got, want)
		}
		posix := strings.NewReplacer("(?:", "(", "(?i:", "(", "(?s:", "(", "(?m:", "(", "(?U:", "(", "(?i-s:", "(", "(?P<n>", "(", "(?-i:", "(", `\`, "", "??", "?").Replace(expr)
		got, err = ours.CompilePOSIX(posix)
		want, werr = regexp.CompilePOSIX(posix)
		same(fmt.Sprintf("CompilePOSIX(%q)", posix), text(err), text(werr))
		if err == nil && werr == nil {
			s := g.text()
			same(fmt.Sprintf("POSIX %q %q", posix, s), got.FindAllStringIndex(s, -1), want.FindAllStringIndex(s, -1))
		}
		same("QuoteMeta", ours.QuoteMeta(expr), regexp.QuoteMeta(expr))
	}
	for _, expr := range []string{"", "abc", "abc.", "(abc)", "a|b", "a+", "(?i)a", "é世", "ab*"} {
		gp, gc := ours.MustCompile(expr).LiteralPrefix()
		wp, wc := regexp.MustCompile(expr).LiteralPrefix()
		same("LiteralPrefix of "+expr, fmt.Sprint(gp, gc), fmt.Sprint(wp, wc))
	}
	fmt.Println(compared, "compared,", differences, "different")
}
