package testing

import (
	"fmt"
	"strconv"
	"strings"
)

// subName makes the name of a subtest. Spaces become underscores, what cannot be printed is escaped; a name that is taken, or none, gets a number.
func (c *common) subName(name string) string {
	base := printable(name)
	if c.name != "" {
		base = c.name + "/" + base
	}
	if c.names == nil {
		c.names = make(map[string]int)
	}
	for {
		n := c.names[base]
		c.names[base]++
		unique := base
		if n > 0 || name == "" {
			unique = fmt.Sprintf("%s#%02d", base, n)
			if c.names[unique] > 0 {
				continue // somebody chose just that name
			}
		} else if c.counted(base) {
			continue
		}
		return unique
	}
}

// counted reports whether the name is one that the n-th subtest of the same name has got: "x#02".
func (c *common) counted(name string) bool {
	at := strings.LastIndexByte(name, '#')
	if at < 0 {
		return false
	}
	n, err := strconv.Atoi(name[at+1:])
	return err == nil && n >= 0 && n < c.names[name[:at]] && name[at:] == fmt.Sprintf("#%02d", n)
}

func printable(name string) string {
	var b strings.Builder
	for _, r := range name {
		switch {
		case r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0 || r == 0x3000:
			b.WriteByte('_')
		case strconv.IsPrint(r):
			b.WriteRune(r)
		default:
			quoted := strconv.QuoteRune(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		}
	}
	return b.String()
}
