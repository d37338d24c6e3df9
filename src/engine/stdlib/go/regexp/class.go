package regexp

import (
	"internal/ucd"
	"internal/ucd/index"
	"strings"
	"unicode/utf8"
)

// Classes by letter: \d, \s, \w; with a capital letter the others.
func perlClass(letter byte) set {
	switch letter {
	case 'd', 'D':
		return set{'0', '9'}
	case 's', 'S':
		return set{'\t', '\n', '\f', '\r', ' ', ' '}
	case 'w', 'W':
		return set{'0', '9', 'A', 'Z', '_', '_', 'a', 'z'}
	}
	return nil
}

// posixClass returns a class such as [:alpha:] by its name, nil if there is none of that name.
func posixClass(name string) set {
	switch name {
	case "alnum":
		return set{'0', '9', 'A', 'Z', 'a', 'z'}
	case "alpha":
		return set{'A', 'Z', 'a', 'z'}
	case "ascii":
		return set{0, 0x7F}
	case "blank":
		return set{'\t', '\t', ' ', ' '}
	case "cntrl":
		return set{0, 0x1F, 0x7F, 0x7F}
	case "digit":
		return set{'0', '9'}
	case "graph":
		return set{'!', '~'}
	case "lower":
		return set{'a', 'z'}
	case "print":
		return set{' ', '~'}
	case "punct":
		return set{'!', '/', ':', '@', '[', '`', '{', '~'}
	case "space":
		return set{'\t', '\r', ' ', ' '}
	case "upper":
		return set{'A', 'Z'}
	case "word":
		return set{'0', '9', 'A', 'Z', '_', '_', 'a', 'z'}
	case "xdigit":
		return set{'0', '9', 'A', 'F', 'a', 'f'}
	}
	return nil
}

// find returns what follows a name and a tab in one of the lists of package index.
func find(list, name string) (runs string, ok bool) {
	at := strings.Index(list, "\n"+name+"\t")
	if at < 0 {
		return "", false
	}
	rest := list[at+len(name)+2:]
	return rest[:strings.IndexByte(rest, '\n')], true
}

// findLoosely finds a name whose case, spaces, underscores and hyphens do not matter, and returns it as the list has it.
func findLoosely(list, name string) string {
	for _, line := range strings.Split(list, "\n") {
		if known, _, ok := strings.Cut(line, "\t"); ok && bare(known) == bare(name) {
			return known
		}
	}
	return ""
}

func bare(name string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '_' || r == '-' {
			return -1
		}
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, name)
}

// unicodeClass returns the set of a category or script, with other cases if fold is set; ok is false if there is none of that name.
func unicodeClass(name string, fold bool) (s set, ok bool) {
	switch bare(name) {
	case "any":
		return set{0, utf8.MaxRune}, true
	case "ascii":
		return set{0, 0x7F}, true
	case "assigned":
		unassigned, _ := find(index.Categories, "Cn")
		return decoded(ucd.Digits(unassigned)).negated(), true
	}
	for _, list := range []string{index.Categories, index.Scripts} {
		if runs, ok := find(list, name); ok {
			return withFolds(runs, name, fold), true
		}
	}
	for _, list := range []string{index.Categories, index.Scripts, index.Aliases} {
		known := findLoosely(list, name)
		if known == "" {
			continue
		}
		if list == index.Aliases {
			known, _ = find(list, known)
		}
		return unicodeClass(known, fold)
	}
	return nil, false
}

func withFolds(runs, name string, fold bool) set {
	s := decoded(ucd.Digits(runs))
	if fold {
		more, _ := find(index.Folds, name)
		s = append(s, decoded(ucd.Digits(more))...)
	}
	return s
}

// unicodeEscape parses \pN, \p{Name} and their negations at the beginning of text; s is nil if there is none.
func (p *parser) unicodeEscape(text string) (s set, rest string, err error) {
	if p.flags&perl == 0 || len(text) < 2 || text[0] != '\\' || text[1] != 'p' && text[1] != 'P' {
		return nil, text, nil
	}
	negative := text[1] == 'P'
	c, rest, err := next(text[2:])
	if text[2:] == "" {
		return nil, "", &syntaxError{badClass, text}
	}
	if err != nil {
		return nil, "", err
	}
	name := text[2 : len(text)-len(rest)]
	if c == '{' {
		end := strings.IndexByte(text, '}')
		if end < 0 {
			if err := checkUTF8(text); err != nil {
				return nil, "", err
			}
			return nil, "", &syntaxError{badClass, text}
		}
		name, rest = text[3:end], text[end+1:]
		if err := checkUTF8(name); err != nil {
			return nil, "", err
		}
	}
	bad := &syntaxError{badClass, text[:len(text)-len(rest)]}
	if name != "" && name[0] == '^' {
		negative = !negative
		name = name[1:]
	}
	s, ok := unicodeClass(name, p.flags&foldCase != 0)
	if !ok {
		return nil, "", bad
	}
	s = s.complete()
	if negative {
		s = s.negated()
	}
	return s, rest, nil
}

// perlEscape parses \d and the like at the beginning of text; s is nil if there is none.
func (p *parser) perlEscape(text string) (s set, rest string) {
	if p.flags&perl == 0 || len(text) < 2 || text[0] != '\\' {
		return nil, text
	}
	s = perlClass(text[1])
	if s == nil {
		return nil, text
	}
	return p.classOf(s, text[1] < 'a'), text[2:]
}

// classOf applies case folding and negation to a class.
func (p *parser) classOf(s set, negative bool) set {
	if p.flags&foldCase != 0 {
		s = s.folded()
	}
	if negative {
		s = s.negated()
	}
	return s
}

// namedClass parses [:name:] or [:^name:] at the beginning of text; s is nil if there is none.
func (p *parser) namedClass(text string) (s set, rest string, err error) {
	if len(text) < 2 || text[:2] != "[:" {
		return nil, text, nil
	}
	end := strings.Index(text[2:], ":]")
	if end < 0 {
		return nil, text, nil
	}
	name, rest := text[2:end+2], text[end+4:]
	negative := name != "" && name[0] == '^'
	if negative {
		name = name[1:]
	}
	s = posixClass(name)
	if s == nil {
		return nil, "", &syntaxError{badClass, text[:end+4]}
	}
	return p.classOf(s, negative), rest, nil
}

// class parses a class in brackets, with which text begins.
func (p *parser) class(text string) (rest string, err error) {
	rest = text[1:]
	var s set
	negative := rest != "" && rest[0] == '^'
	if negative {
		rest = rest[1:]
		if p.flags&classNL == 0 {
			s = s.add('\n', '\n')
		}
	}
	for first := true; rest == "" || rest[0] != ']' || first; first = false {
		// In POSIX a hyphen stands for itself at the beginning and at the end only.
		if rest != "" && rest[0] == '-' && p.flags&perl == 0 && !first && (len(rest) == 1 || rest[1] != ']') {
			_, size := utf8.DecodeRuneInString(rest[1:])
			return "", &syntaxError{badClass, rest[:1+size]}
		}
		var part set
		if part, rest, err = p.classPart(text, rest); err != nil {
			return "", err
		}
		s = append(s, part...)
	}
	s = s.complete()
	if negative {
		s = s.negated()
	}
	p.push(&node{op: opSet, set: s})
	return rest[1:], nil
}

// classPart parses one member of a class, text being the whole class: another class, a character or a range.
func (p *parser) classPart(text, rest string) (s set, after string, err error) {
	if s, after, err = p.namedClass(rest); s != nil || err != nil {
		return s, after, err
	}
	if s, after, err = p.unicodeEscape(rest); s != nil || err != nil {
		return s, after, err
	}
	if s, after = p.perlEscape(rest); s != nil {
		return s, after, nil
	}
	begin := rest
	lo, rest, err := p.classCharacter(text, rest)
	if err != nil {
		return nil, "", err
	}
	hi := lo
	if len(rest) >= 2 && rest[0] == '-' && rest[1] != ']' {
		if hi, rest, err = p.classCharacter(text, rest[1:]); err != nil {
			return nil, "", err
		}
		if hi < lo {
			return nil, "", &syntaxError{badClass, begin[:len(begin)-len(rest)]}
		}
	}
	return p.classOf(set{lo, hi}, false), rest, nil
}

func (p *parser) classCharacter(text, rest string) (r rune, after string, err error) {
	if rest == "" {
		return 0, "", &syntaxError{missingBracket, text}
	}
	if rest[0] == '\\' {
		return escape(rest)
	}
	return next(rest)
}
