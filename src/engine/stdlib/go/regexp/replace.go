package regexp

import (
	"internal/rt"
	"strings"
	"unicode/utf8"
)

// replaced returns the text with matches replaced by what replace appends, the text itself if there are none. Unlike in all, an empty match right behind
// another one counts neither, but the character behind is kept.
func (re *Regexp) replaced(text string, slots int, replace func(dst []byte, slots []int) []byte) (out []byte, changed bool) {
	in := &input{text: text}
	done := 0 // up to where text is copied
	for pos := 0; pos <= len(text); {
		match := re.search(in, pos, slots)
		if match == nil {
			break
		}
		begin, end := match[0], match[1]
		out = append(out, text[done:begin]...)
		if end > done || begin == 0 {
			out = replace(out, match)
		}
		done = end
		changed = true
		_, size := in.step(pos)
		switch {
		case pos+size > end:
			pos += size
		case pos+1 > end:
			pos++
		default:
			pos = end
		}
	}
	if !changed {
		return nil, false
	}
	return append(out, text[done:]...), true
}

// replacedString is replaced for strings.
func (re *Regexp) replacedString(src string, slots int, replace func(dst []byte, slots []int) []byte) string {
	out, changed := re.replaced(src, slots, replace)
	if !changed {
		return src
	}
	return rt.String(out)
}

// replacedBytes is replaced for bytes: the result is always a copy.
func (re *Regexp) replacedBytes(src []byte, slots int, replace func(dst []byte, slots []int) []byte) []byte {
	out, changed := re.replaced(rt.String(src), slots, replace)
	if !changed {
		return append([]byte(nil), src...)
	}
	return out
}

// slotsFor returns how many slots a template needs.
func (re *Regexp) slotsFor(template string) int {
	if strings.IndexByte(template, '$') >= 0 {
		return re.program.slots
	}
	return 2
}

// ReplaceAllString returns src with each match replaced by repl, in which $1, $name and the like stand for matches of groups, as in Expand.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	return re.replacedString(src, re.slotsFor(repl), func(dst []byte, slots []int) []byte { return re.expand(dst, repl, src, slots) })
}

// ReplaceAllLiteralString returns src with each match replaced by repl as it is.
func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	return re.replacedString(src, 2, func(dst []byte, slots []int) []byte { return append(dst, repl...) })
}

// ReplaceAllStringFunc returns src with each match replaced by what repl returns for it.
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	return re.replacedString(src, 2, func(dst []byte, slots []int) []byte { return append(dst, repl(src[slots[0]:slots[1]])...) })
}

// ReplaceAll returns a copy of src with each match replaced by repl, in which $1, $name and the like stand for matches of groups, as in Expand.
func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	template, text := string(repl), rt.String(src)
	return re.replacedBytes(src, re.slotsFor(template), func(dst []byte, slots []int) []byte { return re.expand(dst, template, text, slots) })
}

// ReplaceAllLiteral returns a copy of src with each match replaced by repl as it is.
func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	return re.replacedBytes(src, 2, func(dst []byte, slots []int) []byte { return append(dst, repl...) })
}

// ReplaceAllFunc returns a copy of src with each match replaced by what repl returns for it.
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	return re.replacedBytes(src, 2, func(dst []byte, slots []int) []byte { return append(dst, repl(src[slots[0]:slots[1]])...) })
}

// Expand appends template to dst. In it $1, ${1}, $name and ${name} stand for what groups matched in src, match being a result of FindSubmatchIndex. A name
// after $ alone is as long as can be; that of a group that there is not stands for nothing. $$ is a dollar sign.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.expand(dst, string(template), rt.String(src), match)
}

// ExpandString is Expand for strings.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return re.expand(dst, template, src, match)
}

func (re *Regexp) expand(dst []byte, template, src string, match []int) []byte {
	for template != "" {
		before, after, ok := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !ok {
			break
		}
		template = after
		if template != "" && template[0] == '$' {
			dst = append(dst, '$')
			template = template[1:]
			continue
		}
		name, number, rest, ok := reference(template)
		if !ok {
			dst = append(dst, '$')
			continue
		}
		template = rest
		if number < 0 {
			number = re.groupMatched(name, match)
		}
		if 0 <= number && 2*number+1 < len(match) && match[2*number] >= 0 {
			dst = append(dst, src[match[2*number]:match[2*number+1]]...)
		}
	}
	return dst
}

// groupMatched returns the number of the first group of that name that matched, -1 if there is none.
func (re *Regexp) groupMatched(name string, match []int) int {
	for i, n := range re.names {
		if n == name && 2*i+1 < len(match) && match[2*i] >= 0 {
			return i
		}
	}
	return -1
}

// reference reads what follows a dollar sign: a name, perhaps in braces; number is -1 unless it is one.
func reference(text string) (name string, number int, rest string, ok bool) {
	braces := text != "" && text[0] == '{'
	if braces {
		text = text[1:]
	}
	end := 0
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if r != '_' && !nameCharacter(r) {
			break
		}
		end += size
	}
	if end == 0 {
		return "", 0, "", false
	}
	name, rest = text[:end], text[end:]
	if braces {
		if rest == "" || rest[0] != '}' {
			return "", 0, "", false
		}
		rest = rest[1:]
	}
	number = 0
	for i := 0; i < len(name); i++ {
		if name[i] < '0' || name[i] > '9' || number >= 1e8 {
			number = -1
			break
		}
		number = number*10 + int(name[i]-'0')
	}
	if name[0] == '0' && len(name) > 1 {
		number = -1
	}
	return name, number, rest, true
}

// Split cuts s at matches and returns the parts between them: at most n, the last one being the rest, or all if n < 0. An empty match cuts between
// characters.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if re.text != "" && s == "" {
		return []string{""}
	}
	parts := []string{}
	begin, end := 0, 0
	for _, match := range re.FindAllStringIndex(s, n) {
		if n > 0 && len(parts) == n-1 {
			break
		}
		end = match[0]
		if match[1] != 0 {
			parts = append(parts, s[begin:end])
		}
		begin = match[1]
	}
	if end != len(s) {
		parts = append(parts, s[begin:])
	}
	return parts
}
