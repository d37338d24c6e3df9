package regexp

import (
	"strings"
	"unicode/utf8"
)

// A parser turns an expression into nodes. Groups that are not closed yet are on a stack.
type parser struct {
	whole  string
	flags  flags
	groups []group
	group
	captures int
}

// A group is what has been read of the text between two parentheses.
type group struct {
	branches []*node // alternatives that are complete
	parts    []*node // of the alternative at hand
	open     *node   // the capturing node to be, nil for (?:
	saved    flags   // in force before the group
}

func parse(text string, f flags) (root *node, captures int, names []string, err error) {
	p := &parser{whole: text, flags: f}
	rest := text
	repeated := "" // where the repetition read last begins, "" if the last part is something else
	for rest != "" {
		before := rest
		if rest, err = p.part(rest, &repeated); err != nil {
			return nil, 0, nil, err
		}
		if repeated != "" && len(repeated) != len(before) {
			repeated = ""
		}
	}
	if len(p.groups) > 0 {
		return nil, 0, nil, &syntaxError{missingParen, text}
	}
	root = p.close()
	if root.depth() > maxDepth {
		return nil, 0, nil, &syntaxError{tooDeep, text}
	}
	names = make([]string, p.captures+1)
	root.collect(names)
	return root, p.captures, names, nil
}

func (n *node) collect(names []string) {
	if n.op == opCapture {
		names[n.index] = n.name
	}
	for _, sub := range n.subs {
		sub.collect(names)
	}
}

func (n *node) depth() int {
	depth := 0
	for _, sub := range n.subs {
		if d := sub.depth(); d > depth {
			depth = d
		}
	}
	return depth + 1
}

func (p *parser) push(n *node) { p.parts = append(p.parts, n) }

// literal adds a character.
func (p *parser) literal(r rune) { p.push(&node{op: opSet, set: p.classOf(set{r, r}, false)}) }

// part reads the next part of the expression; repeated is set to where a repetition begins.
func (p *parser) part(text string, repeated *string) (rest string, err error) {
	switch text[0] {
	case '(':
		return p.openGroup(text)
	case ')':
		if len(p.groups) == 0 {
			return "", &syntaxError{unexpectedParen, p.whole}
		}
		p.closeGroup()
	case '|':
		p.branches = append(p.branches, concat(p.parts))
		p.parts = nil
	case '^':
		p.place(beginText, beginLine)
	case '$':
		p.place(endText, endLine)
	case '.':
		p.dot()
	case '[':
		return p.class(text)
	case '*':
		return p.repeat(0, -1, text, text[1:], repeated)
	case '+':
		return p.repeat(1, -1, text, text[1:], repeated)
	case '?':
		return p.repeat(0, 1, text, text[1:], repeated)
	case '{':
		least, most, rest, ok := counts(text)
		if !ok {
			p.literal('{')
			break
		}
		if least < 0 || least > maxRepeat || most > maxRepeat || most >= 0 && least > most {
			return "", &syntaxError{badCount, text[:len(text)-len(rest)]}
		}
		return p.repeat(least, most, text, rest, repeated)
	case '\\':
		return p.backslash(text)
	default:
		r, rest, err := next(text)
		if err != nil {
			return "", err
		}
		p.literal(r)
		return rest, nil
	}
	return text[1:], nil
}

// place adds a condition: of the text where ^ and $ mean that, of the line elsewhere.
func (p *parser) place(ofText, ofLine condition) {
	if p.flags&oneLine != 0 {
		p.push(&node{op: opCondition, at: ofText})
	} else {
		p.push(&node{op: opCondition, at: ofLine})
	}
}

func (p *parser) dot() {
	if p.flags&dotNL != 0 {
		p.push(&node{op: opAny})
	} else {
		p.push(&node{op: opAnyNotNL})
	}
}

// repeat makes the last part a repetition; operator is the text from the operator on.
func (p *parser) repeat(least, most int, operator, rest string, repeated *string) (string, error) {
	lazy := p.flags&nonGreedy != 0
	if p.flags&perl != 0 {
		if rest != "" && rest[0] == '?' {
			rest = rest[1:]
			lazy = !lazy
		}
		if last := *repeated; last != "" {
			return "", &syntaxError{badRepeat, last[:len(last)-len(rest)]}
		}
	}
	end := len(p.parts) - 1
	if end < 0 {
		return "", &syntaxError{missingArgument, operator[:len(operator)-len(rest)]}
	}
	n := &node{op: opRepeat, subs: []*node{p.parts[end]}, least: least, most: most, lazy: lazy}
	if (least >= 2 || most >= 2) && !n.countsWithin(maxRepeat) {
		return "", &syntaxError{badCount, operator[:len(operator)-len(rest)]}
	}
	p.parts[end] = n
	*repeated = operator
	return rest, nil
}

// countsWithin reports whether repetitions within repetitions make no more than limit copies.
func (n *node) countsWithin(limit int) bool {
	if n.op == opRepeat && (n.most > 1 || n.least > 1) {
		m := n.most
		if m < 0 {
			m = n.least
		}
		if m > limit {
			return false
		}
		limit /= m
	}
	for _, sub := range n.subs {
		if !sub.countsWithin(limit) {
			return false
		}
	}
	return true
}

// counts reads {n}, {n,} or {n,m}; most is -1 where there is none. A number that is too large is -1.
func counts(text string) (least, most int, rest string, ok bool) {
	least, rest, ok = count(text[1:])
	if !ok || rest == "" {
		return 0, 0, "", false
	}
	most = least
	if rest[0] == ',' {
		rest = rest[1:]
		if rest == "" {
			return 0, 0, "", false
		}
		if rest[0] == '}' {
			most = -1
		} else if most, rest, ok = count(rest); !ok {
			return 0, 0, "", false
		} else if most < 0 {
			least = -1
		}
	}
	if rest == "" || rest[0] != '}' {
		return 0, 0, "", false
	}
	return least, most, rest[1:], true
}

func count(text string) (n int, rest string, ok bool) {
	end := 0
	for end < len(text) && '0' <= text[end] && text[end] <= '9' {
		if n = n*10 + int(text[end]-'0'); n >= 1e8 {
			n = 1e8
		}
		end++
	}
	if end == 0 || end > 1 && text[0] == '0' {
		return 0, text, false
	}
	if n >= 1e8 {
		n = -1
	}
	return n, text[end:], true
}

// openGroup reads an opening parenthesis and what belongs to it.
func (p *parser) openGroup(text string) (rest string, err error) {
	if p.flags&perl != 0 && len(text) >= 2 && text[1] == '?' {
		return p.perlGroup(text)
	}
	p.captures++
	p.begin(&node{op: opCapture, index: p.captures}, p.flags)
	return text[1:], nil
}

func (p *parser) begin(open *node, f flags) {
	p.groups = append(p.groups, p.group)
	p.group = group{open: open, saved: p.flags}
	p.flags = f
}

// close returns the node of the group at hand.
func (p *parser) close() *node {
	last := concat(p.parts)
	if len(p.branches) == 0 {
		return last
	}
	return &node{op: opAlternate, subs: append(p.branches, last)}
}

func concat(parts []*node) *node {
	switch len(parts) {
	case 0:
		return &node{op: opEmpty}
	case 1:
		return parts[0]
	}
	return &node{op: opConcat, subs: parts}
}

func (p *parser) closeGroup() {
	n := p.close()
	if p.open != nil {
		p.open.subs = []*node{n}
		n = p.open
	}
	p.flags = p.saved
	end := len(p.groups) - 1
	p.group = p.groups[end]
	p.groups = p.groups[:end]
	p.push(n)
}

// perlGroup reads (?P<name>, (?<name>, (?flags) or (?flags:.
func (p *parser) perlGroup(text string) (rest string, err error) {
	if strings.HasPrefix(text, "(?P<") && len(text) > 4 {
		return p.namedGroup(text, 4)
	}
	if strings.HasPrefix(text, "(?<") && len(text) > 3 {
		return p.namedGroup(text, 3)
	}
	rest = text[2:]
	f, saw, minus := p.flags, false, false
	for rest != "" {
		var c rune
		if c, rest, err = next(rest); err != nil {
			return "", err
		}
		flag := flags(0)
		switch c {
		case 'i':
			flag = foldCase
		case 'm':
			flag = oneLine
		case 's':
			flag = dotNL
		case 'U':
			flag = nonGreedy
		case '-':
			if minus {
				return "", &syntaxError{badPerl, text[:len(text)-len(rest)]}
			}
			minus, saw = true, false
			continue
		case ':', ')':
			if minus && !saw {
				return "", &syntaxError{badPerl, text[:len(text)-len(rest)]}
			}
			if c == ':' {
				p.begin(nil, f)
			} else {
				p.flags = f
			}
			return rest, nil
		default:
			return "", &syntaxError{badPerl, text[:len(text)-len(rest)]}
		}
		saw = true
		// (?m) switches oneLine off.
		if minus != (c == 'm') {
			f &^= flag
		} else {
			f |= flag
		}
	}
	return "", &syntaxError{badPerl, text}
}

// namedGroup reads the name that begins at text[at].
func (p *parser) namedGroup(text string, at int) (rest string, err error) {
	end := strings.IndexByte(text, '>')
	if end < 0 {
		if err := checkUTF8(text); err != nil {
			return "", err
		}
		return "", &syntaxError{badName, text}
	}
	name := text[at:end]
	if err := checkUTF8(name); err != nil {
		return "", err
	}
	if !validName(name) {
		return "", &syntaxError{badName, text[:end+1]}
	}
	p.captures++
	p.begin(&node{op: opCapture, index: p.captures, name: name}, p.flags)
	return text[end+1:], nil
}

func validName(name string) bool {
	for _, c := range name {
		if c != '_' && !alphanumeric(c) {
			return false
		}
	}
	return name != ""
}

func alphanumeric(c rune) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

// backslash reads a part that begins with a backslash.
func (p *parser) backslash(text string) (rest string, err error) {
	if p.flags&perl != 0 && len(text) >= 2 {
		switch text[1] {
		case 'A':
			p.push(&node{op: opCondition, at: beginText})
			return text[2:], nil
		case 'b':
			p.push(&node{op: opCondition, at: wordBoundary})
			return text[2:], nil
		case 'B':
			p.push(&node{op: opCondition, at: noWordBoundary})
			return text[2:], nil
		case 'z':
			p.push(&node{op: opCondition, at: endText})
			return text[2:], nil
		case 'C':
			return "", &syntaxError{badEscape, text[:2]}
		case 'Q':
			return p.quoted(text[2:])
		}
	}
	s, rest, err := p.unicodeEscape(text)
	if s == nil && err == nil {
		s, rest = p.perlEscape(text)
	}
	if err != nil {
		return "", err
	}
	if s != nil {
		p.push(&node{op: opSet, set: s})
		return rest, nil
	}
	r, rest, err := escape(text)
	if err != nil {
		return "", err
	}
	p.literal(r)
	return rest, nil
}

// quoted adds what stands between \Q and \E, or the end.
func (p *parser) quoted(text string) (rest string, err error) {
	text, rest, _ = strings.Cut(text, `\E`)
	for text != "" {
		var r rune
		if r, text, err = next(text); err != nil {
			return "", err
		}
		p.literal(r)
	}
	return rest, nil
}

// escape reads the escape sequence of one character.
func escape(text string) (r rune, rest string, err error) {
	if len(text) == 1 {
		return 0, "", &syntaxError{trailingSlash, ""}
	}
	c, rest, err := next(text[1:])
	if err != nil {
		return 0, "", err
	}
	switch c {
	case '1', '2', '3', '4', '5', '6', '7', '0':
		// One digit other than 0 would refer to a group, which is not supported.
		if c == '0' || rest != "" && '0' <= rest[0] && rest[0] <= '7' {
			r, rest = octal(c-'0', rest)
			return r, rest, nil
		}
	case 'x':
		var ok bool
		if r, rest, ok, err = hexadecimal(rest); ok || err != nil {
			return r, rest, err
		}
	case 'a':
		return '\a', rest, nil
	case 'f':
		return '\f', rest, nil
	case 'n':
		return '\n', rest, nil
	case 'r':
		return '\r', rest, nil
	case 't':
		return '\t', rest, nil
	case 'v':
		return '\v', rest, nil
	default:
		if c < utf8.RuneSelf && !alphanumeric(c) {
			return c, rest, nil
		}
	}
	return 0, "", &syntaxError{badEscape, text[:len(text)-len(rest)]}
}

// octal reads up to two more digits.
func octal(r rune, rest string) (rune, string) {
	for i := 1; i < 3 && rest != "" && '0' <= rest[0] && rest[0] <= '7'; i++ {
		r = r*8 + rune(rest[0]-'0')
		rest = rest[1:]
	}
	return r, rest
}

// hexadecimal reads two digits or any number of them in braces. If ok is false, rest is what follows what was looked at.
func hexadecimal(text string) (r rune, rest string, ok bool, err error) {
	if text == "" {
		return 0, "", false, nil
	}
	if text[0] != '{' {
		first, rest, err := next(text)
		if err != nil {
			return 0, "", false, err
		}
		second, rest, err := next(rest)
		high, low := digit(first), digit(second)
		return high<<4 | low, rest, high >= 0 && low >= 0, err
	}
	rest = text[1:]
	for n := 0; rest != ""; n++ {
		var c rune
		if c, rest, err = next(rest); err != nil {
			return 0, "", false, err
		}
		if c == '}' {
			return r, rest, n > 0, nil
		}
		d := digit(c)
		if d < 0 {
			return 0, rest, false, nil
		}
		if r = r<<4 | d; r > utf8.MaxRune {
			return 0, rest, false, nil
		}
	}
	return 0, "", false, nil
}

func digit(c rune) rune {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return -1
}

// next takes a character off text.
func next(text string) (r rune, rest string, err error) {
	r, size := utf8.DecodeRuneInString(text)
	if r == utf8.RuneError && size == 1 {
		return 0, "", &syntaxError{badUTF8, text}
	}
	return r, text[size:], nil
}

func checkUTF8(text string) error {
	for text != "" {
		_, rest, err := next(text)
		if err != nil {
			return err
		}
		text = rest
	}
	return nil
}
