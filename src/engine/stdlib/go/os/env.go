package os

import (
	"errors"
	"internal/rt"
)

// changed are the variables that the program has set or unset; the others are as the run's environment has them.
var (
	changed map[string]*string // nil: unset
	names   []string           // keys of changed, in order of their first change
	cleared bool               // by Clearenv: only what is set in changed exists
)

// Getenv returns the value of a variable of the environment, "" if there is none.
func Getenv(key string) string {
	value, _ := LookupEnv(key)
	return value
}

// LookupEnv returns the value of a variable of the environment and whether there is one.
func LookupEnv(key string) (string, bool) {
	if value, ok := changed[key]; ok {
		if value == nil {
			return "", false
		}
		return *value, true
	}
	if cleared {
		return "", false
	}
	return rt.Getenv(key)
}

// Setenv sets a variable of the environment of this program.
func Setenv(key, value string) error {
	if err := checkName(key); err != nil {
		return err
	}
	for i := 0; i < len(value); i++ {
		if value[i] == 0 {
			return errors.New("setenv: invalid argument")
		}
	}
	change(key, &value)
	return nil
}

func checkName(key string) error {
	valid := key != ""
	for i := 0; i < len(key); i++ {
		valid = valid && key[i] != '=' && key[i] != 0
	}
	if !valid {
		return errors.New("setenv: invalid argument")
	}
	return nil
}

func change(key string, value *string) {
	if changed == nil {
		changed = make(map[string]*string)
	}
	if _, ok := changed[key]; !ok {
		names = append(names, key)
	}
	changed[key] = value
}

// Unsetenv removes a variable.
func Unsetenv(key string) error {
	change(key, nil)
	return nil
}

// Clearenv removes all variables.
func Clearenv() { changed, names, cleared = nil, nil, true }

// Environ returns the variables that the program has set, as "NAME=value". Those of the run's environment can only be asked for by name.
func Environ() []string {
	list := []string{}
	for _, name := range names {
		if value := changed[name]; value != nil {
			list = append(list, name+"="+*value)
		}
	}
	return list
}

// ExpandEnv puts the values of variables of the environment in the place of $NAME and ${NAME} in s.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand puts mapping(NAME) in the place of $NAME and ${NAME} in s. A name is letters, digits and underscores, or one special character of
// the shell. What is no name, such as "${}", is left out.
func Expand(s string, mapping func(string) string) string {
	var buf []byte
	done := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '$' {
			continue
		}
		buf = append(buf, s[done:i]...)
		name, width := variable(s[i+1:])
		switch {
		case name != "":
			buf = append(buf, mapping(name)...)
		case width == 0:
			buf = append(buf, '$')
		}
		i += width
		done = i + 1
	}
	if done == 0 {
		return s
	}
	return string(append(buf, s[done:]...))
}

// variable returns the name that s, what follows a dollar sign, begins with, and how many bytes belong to it. No name and a width mean bad
// syntax, no name and no width that the dollar sign stands for itself.
func variable(s string) (name string, width int) {
	switch {
	case s[0] == '{':
		return braced(s)
	case special(s[0]):
		return s[:1], 1
	}
	for width < len(s) && alphanumeric(s[width]) {
		width++
	}
	return s[:width], width
}

func braced(s string) (name string, width int) {
	if len(s) > 2 && special(s[1]) && s[2] == '}' {
		return s[1:2], 3
	}
	for i := 1; i < len(s); i++ {
		if s[i] == '}' {
			if i == 1 {
				return "", 2
			}
			return s[1:i], i + 1
		}
	}
	return "", 1
}

// special reports whether c is the name of a variable of the shell on its own.
func special(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

func alphanumeric(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
