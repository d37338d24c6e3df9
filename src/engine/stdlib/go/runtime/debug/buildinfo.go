package debug

import (
	"errors"
	"strconv"
	"strings"
)

// BuildInfo says what a program was built from.
type BuildInfo struct {
	GoVersion string         // version of Go
	Path      string         // import path of package main
	Main      Module         // the module of package main
	Deps      []*Module      // the modules it needs
	Settings  []BuildSetting // how it was built
}

// A Module is a module of a program.
type Module struct {
	Path    string
	Version string
	Sum     string
	Replace *Module // what it is replaced by
}

// A BuildSetting is one setting of the build, such as "-tags".
type BuildSetting struct {
	Key, Value string
}

// ReadBuildInfo reports that there is none: programs here are built without a module.
func ReadBuildInfo() (info *BuildInfo, ok bool) { return nil, false }

// String writes the information as lines of fields separated by tabs, which ParseBuildInfo reads.
func (bi *BuildInfo) String() string {
	var b strings.Builder
	line := func(fields ...string) { b.WriteString(strings.Join(fields, "\t") + "\n") }
	if bi.GoVersion != "" {
		line("go", bi.GoVersion)
	}
	if bi.Path != "" {
		line("path", bi.Path)
	}
	module := func(word string, m Module) {
		if m.Replace == nil {
			line(word, m.Path, m.Version, m.Sum)
			return
		}
		line(word, m.Path, m.Version)
		line("=>", m.Replace.Path, m.Replace.Version, m.Replace.Sum)
		b.WriteString("\n")
	}
	if bi.Main != (Module{}) {
		module("mod", bi.Main)
	}
	for _, dep := range bi.Deps {
		module("dep", *dep)
	}
	for _, s := range bi.Settings {
		line("build", quotedIfNeeded(s.Key, "= \t\r\n\"`")+"="+quotedIfNeeded(s.Value, " \t\r\n\"`"))
	}
	return b.String()
}

func quotedIfNeeded(s, special string) string {
	if s == "" && strings.Contains(special, "=") || strings.ContainsAny(s, special) {
		return strconv.Quote(s)
	}
	return s
}

// ParseBuildInfo reads what String wrote.
func ParseBuildInfo(data string) (bi *BuildInfo, err error) {
	bi = &BuildInfo{}
	var last *Module
	for number, line := range strings.Split(strings.TrimSuffix(data, "\n"), "\n") {
		word, rest, _ := strings.Cut(line, "\t")
		fields := strings.Split(rest, "\t")
		switch {
		case line == "":
			continue
		case word == "go":
			bi.GoVersion = rest
		case word == "path":
			bi.Path = rest
		case word == "mod":
			last = &bi.Main
			err = last.set(fields, 2)
		case word == "dep":
			last = &Module{}
			bi.Deps = append(bi.Deps, last)
			err = last.set(fields, 2)
		case word == "=>" && last != nil:
			last.Replace = &Module{}
			err = last.Replace.set(fields, 3)
			last = nil
		case word == "=>":
			err = errors.New("replacement with no module on previous line")
		case word == "build":
			err = bi.addSetting(rest)
		}
		if err != nil {
			return nil, errors.New("could not parse Go build info: line " + strconv.Itoa(number+1) + ": " + err.Error())
		}
	}
	return bi, nil
}

// set takes path, version and sum, of which the last may be missing if least is 2.
func (m *Module) set(fields []string, least int) error {
	if least == 3 && len(fields) != 3 {
		return errors.New("expected 3 columns for replacement; got " + strconv.Itoa(len(fields)))
	}
	if len(fields) < least || len(fields) > 3 {
		return errors.New("expected 2 or 3 columns; got " + strconv.Itoa(len(fields)))
	}
	m.Path, m.Version = fields[0], fields[1]
	if len(fields) == 3 {
		m.Sum = fields[2]
	}
	return nil
}

func (bi *BuildInfo) addSetting(text string) error {
	key, rest, err := cutKey(text)
	if err != nil || !strings.HasPrefix(rest, "=") {
		return errors.New("build line missing '=' after key")
	}
	value := rest[1:]
	if value != "" && (value[0] == '"' || value[0] == '`') {
		if value, err = strconv.Unquote(value); err != nil {
			return errors.New("invalid quoted value in build line")
		}
	}
	bi.Settings = append(bi.Settings, BuildSetting{key, value})
	return nil
}

// cutKey takes a key, perhaps a literal of Go, off s; others end at an equals sign.
func cutKey(s string) (key, rest string, err error) {
	if s != "" && (s[0] == '"' || s[0] == '`') {
		prefix, err := strconv.QuotedPrefix(s)
		if err != nil {
			return "", "", err
		}
		key, err = strconv.Unquote(prefix)
		return key, s[len(prefix):], err
	}
	i := strings.IndexByte(s, '=')
	if i < 0 {
		return s, "", nil
	}
	return s[:i], s[i:], nil
}
