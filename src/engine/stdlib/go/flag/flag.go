// Package flag reads flags of the command line: -name, -name=value and, but for booleans, -name value; two hyphens mean the same. The first argument that is no
// flag, or what follows "--", ends them.
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"sort"
	"strings"
)

// ErrHelp is the error of -help and -h where no such flag is defined.
var ErrHelp = errors.New("flag: help requested")

// ErrorHandling says what Parse does with an error.
type ErrorHandling int

// What Parse does with an error.
const (
	ContinueOnError ErrorHandling = iota // returns it
	ExitOnError                          // exits with status 2, or 0 for ErrHelp
	PanicOnError                         // panics with it
)

// A Flag is a flag that is defined.
type Flag struct {
	Name     string // without hyphens
	Usage    string // text for the usage message
	Value    Value  // its value
	DefValue string // the default, as text
}

// A FlagSet is the flags of a command. Its zero value has no name and ContinueOnError.
type FlagSet struct {
	// Usage is called when the arguments are wrong, and for -help. It may be nil.
	Usage func()

	name     string
	parsed   bool
	set      map[string]*Flag // those that were set
	defined  map[string]*Flag
	args     []string // after the flags
	handling ErrorHandling
	output   io.Writer
}

// NewFlagSet returns an empty FlagSet.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, handling: errorHandling}
	f.Usage = f.usage
	return f
}

// CommandLine is the flags of the program, those of the functions of the package.
var CommandLine = NewFlagSet(os.Args[0], ExitOnError)

func init() {
	CommandLine.Usage = func() { Usage() }
}

// Usage writes what the program's flags are. Programs may change it.
var Usage = func() {
	fmt.Fprintf(CommandLine.Output(), "Usage of %s:\n", os.Args[0])
	PrintDefaults()
}

// Init sets the name and what is done with errors.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name, f.handling = name, errorHandling
}

// Name returns the name.
func (f *FlagSet) Name() string { return f.name }

// ErrorHandling returns what is done with errors.
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.handling }

// Output returns where messages go: standard error unless SetOutput says otherwise.
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

// SetOutput sets where messages go; nil means standard error.
func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }

// Var defines a flag with a name and a text for the usage message. Its default is what value holds.
func (f *FlagSet) Var(value Value, name string, usage string) {
	switch {
	case strings.HasPrefix(name, "-"):
		f.misuse("flag %q begins with -", name)
	case strings.Contains(name, "="):
		f.misuse("flag %q contains =", name)
	}
	if _, ok := f.defined[name]; ok {
		if f.name == "" {
			f.misuse("flag redefined: %s", name)
		}
		f.misuse("%s flag redefined: %s", f.name, name)
	}
	if f.defined == nil {
		f.defined = make(map[string]*Flag)
	}
	f.defined[name] = &Flag{name, usage, value, value.String()}
}

func (f *FlagSet) misuse(format string, args ...any) {
	message := fmt.Sprintf(format, args...)
	fmt.Fprintln(f.Output(), message)
	panic(message)
}

// Var defines a flag of the command line as FlagSet.Var does.
func Var(value Value, name string, usage string) { CommandLine.Var(value, name, usage) }

// VisitAll calls fn for every flag, by name.
func (f *FlagSet) VisitAll(fn func(*Flag)) { visit(f.defined, fn) }

// VisitAll calls fn for every flag of the command line, by name.
func VisitAll(fn func(*Flag)) { CommandLine.VisitAll(fn) }

// Visit calls fn for every flag that was set, by name.
func (f *FlagSet) Visit(fn func(*Flag)) { visit(f.set, fn) }

// Visit calls fn for every flag of the command line that was set, by name.
func Visit(fn func(*Flag)) { CommandLine.Visit(fn) }

func visit(flags map[string]*Flag, fn func(*Flag)) {
	list := make([]*Flag, 0, len(flags))
	for _, flag := range flags {
		list = append(list, flag)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Name < list[j].Name })
	for _, flag := range list {
		fn(flag)
	}
}

// Lookup returns the flag with a name, nil if there is none.
func (f *FlagSet) Lookup(name string) *Flag { return f.defined[name] }

// Lookup returns the flag of the command line with a name, nil if there is none.
func Lookup(name string) *Flag { return CommandLine.Lookup(name) }

// Set sets a flag.
func (f *FlagSet) Set(name, value string) error {
	flag := f.defined[name]
	if flag == nil {
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	f.wasSet(flag)
	return nil
}

func (f *FlagSet) wasSet(flag *Flag) {
	if f.set == nil {
		f.set = make(map[string]*Flag)
	}
	f.set[flag.Name] = flag
}

// Set sets a flag of the command line.
func Set(name, value string) error { return CommandLine.Set(name, value) }

// NFlag returns the number of flags that were set.
func (f *FlagSet) NFlag() int { return len(f.set) }

// NFlag returns the number of flags of the command line that were set.
func NFlag() int { return CommandLine.NFlag() }

// NArg returns the number of arguments after the flags.
func (f *FlagSet) NArg() int { return len(f.args) }

// NArg returns the number of arguments of the command line after the flags.
func NArg() int { return CommandLine.NArg() }

// Arg returns argument i after the flags, "" if there is none.
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

// Arg returns argument i of the command line after the flags, "" if there is none.
func Arg(i int) string { return CommandLine.Arg(i) }

// Args returns the arguments after the flags.
func (f *FlagSet) Args() []string { return f.args }

// Args returns the arguments of the command line after the flags.
func Args() []string { return CommandLine.args }

// Parsed reports whether Parse was called.
func (f *FlagSet) Parsed() bool { return f.parsed }

// Parsed reports whether Parse was called.
func Parsed() bool { return CommandLine.Parsed() }

// Parse reads the flags of the command line.
func Parse() { CommandLine.Parse(os.Args[1:]) }

// Parse reads flags from arguments, which do not include the command's name.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		more, err := f.parseOne()
		if err == nil {
			if !more {
				return nil
			}
			continue
		}
		switch f.handling {
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		case PanicOnError:
			panic(err)
		}
		return err
	}
}

// parseOne reads a flag and reports whether there was one.
func (f *FlagSet) parseOne() (more bool, err error) {
	if len(f.args) == 0 {
		return false, nil
	}
	arg := f.args[0]
	if len(arg) < 2 || arg[0] != '-' {
		return false, nil
	}
	name := arg[1:]
	if name[0] == '-' {
		name = name[1:]
		if name == "" {
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name == "" || name[0] == '-' || name[0] == '=' {
		return false, f.fail("bad flag syntax: %s", arg)
	}
	f.args = f.args[1:]
	value, hasValue := "", false
	if i := strings.IndexByte(name, '='); i > 0 {
		name, value, hasValue = name[:i], name[i+1:], true
	}
	flag := f.defined[name]
	if flag == nil {
		if name == "help" || name == "h" {
			f.callUsage()
			return false, ErrHelp
		}
		return false, f.fail("flag provided but not defined: -%s", name)
	}
	return true, f.assign(flag, value, hasValue)
}

// assign sets a flag to its value, which is the next argument if the flag needs one and has none.
func (f *FlagSet) assign(flag *Flag, value string, hasValue bool) error {
	if isBool(flag.Value) {
		if !hasValue {
			value = "true"
			if err := flag.Value.Set(value); err != nil {
				return f.fail("invalid boolean flag %s: %v", flag.Name, err)
			}
		} else if err := flag.Value.Set(value); err != nil {
			return f.fail("invalid boolean value %q for -%s: %v", value, flag.Name, err)
		}
		f.wasSet(flag)
		return nil
	}
	if !hasValue {
		if len(f.args) == 0 {
			return f.fail("flag needs an argument: -%s", flag.Name)
		}
		value, f.args = f.args[0], f.args[1:]
	}
	if err := flag.Value.Set(value); err != nil {
		return f.fail("invalid value %q for flag -%s: %v", value, flag.Name, err)
	}
	f.wasSet(flag)
	return nil
}

// fail writes an error and the usage message.
func (f *FlagSet) fail(format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	fmt.Fprintln(f.Output(), err)
	f.callUsage()
	return err
}

func (f *FlagSet) callUsage() {
	if f.Usage == nil {
		f.usage()
	} else {
		f.Usage()
	}
}

func (f *FlagSet) usage() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// PrintDefaults writes the flags of the command line with their defaults.
func PrintDefaults() { CommandLine.PrintDefaults() }

// PrintDefaults writes the flags with their defaults.
func (f *FlagSet) PrintDefaults() {
	f.VisitAll(func(flag *Flag) {
		line := "  -" + flag.Name
		name, usage := UnquoteUsage(flag)
		if name != "" {
			line += " " + name
		}
		if len(line) <= 4 {
			line += "\t" // a flag of one letter
		} else {
			line += "\n    \t"
		}
		line += strings.ReplaceAll(usage, "\n", "\n    \t")
		if !isZero(flag) {
			if _, ok := flag.Value.(*stringValue); ok {
				line += fmt.Sprintf(" (default %q)", flag.DefValue)
			} else {
				line += fmt.Sprintf(" (default %v)", flag.DefValue)
			}
		}
		fmt.Fprintln(f.Output(), line)
	})
}

// isZero reports whether the default is the text of a zero value of the type.
func isZero(flag *Flag) (zero bool) {
	t := reflect.TypeOf(flag.Value)
	var v Value
	if t.Kind() == reflect.Pointer {
		v = reflect.New(t.Elem()).Interface().(Value)
	} else {
		v = reflect.Zero(t).Interface().(Value)
	}
	return flag.DefValue == v.String()
}

// UnquoteUsage returns what a flag's value is called, the word in back quotes in its usage text or else its type, and the text without the quotes.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	if before, rest, ok := strings.Cut(flag.Usage, "`"); ok {
		if name, after, ok := strings.Cut(rest, "`"); ok {
			return name, before + name + after
		}
	}
	switch flag.Value.(type) {
	case *durationValue:
		return "duration", flag.Usage
	case *float64Value:
		return "float", flag.Usage
	case *intValue, *int64Value:
		return "int", flag.Usage
	case *stringValue:
		return "string", flag.Usage
	case *uintValue, *uint64Value:
		return "uint", flag.Usage
	}
	if isBool(flag.Value) {
		return "", flag.Usage
	}
	return "value", flag.Usage
}
