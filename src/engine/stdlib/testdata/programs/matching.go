// Package regexp over bytes, readers, templates and literals; package flag's other kinds of values.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"time"
)

func matching() {
	re := regexp.MustCompile(`(?P<user>\w+)@(?P<host>\w+)(\.com)?`)
	text := []byte("ann@home, bob@work.com; nobody")
	fmt.Println(re.Match(text), re.MatchReader(strings.NewReader("x@y")), re.SubexpIndex("host"), re.SubexpIndex("none"))
	fmt.Printf("%s %v\n", re.Find(text), re.FindIndex(text))
	fmt.Printf("%q %v\n", re.FindAll(text, -1), re.FindAllIndex(text, 1))
	fmt.Printf("%q %v\n", re.FindSubmatch(text), re.FindSubmatchIndex(text))
	fmt.Printf("%q\n%v\n", re.FindAllSubmatch(text, -1), re.FindAllSubmatchIndex(text, -1))
	fmt.Printf("%q %q\n", re.FindStringSubmatch("no match"), re.FindStringSubmatch("carl@x.com"))
	fmt.Println(re.FindReaderIndex(strings.NewReader("..a@b..")), re.FindReaderSubmatchIndex(strings.NewReader("..a@b..")))
	fmt.Printf("%s\n", re.ReplaceAll(text, []byte("${host}:$user$$")))
	fmt.Printf("%s\n", re.ReplaceAllFunc(text, func(b []byte) []byte { return []byte(fmt.Sprint(len(b))) }))
	fmt.Printf("%s %s\n", re.ReplaceAllLiteral(text, []byte("$user")), re.ReplaceAllLiteralString("a@b", "$1"))
	fmt.Println(re.ReplaceAllStringFunc("a@b c@d", strings.ToUpper))
	var out []byte
	for _, m := range re.FindAllSubmatchIndex(text, -1) {
		out = re.Expand(out, []byte("$user at $host, "), text, m)
	}
	fmt.Println(string(out), string(re.ExpandString(nil, "$3|$9", "bob@work.com", re.FindStringSubmatchIndex("bob@work.com"))))
	posix := regexp.MustCompilePOSIX(`a+|a+b`)
	fmt.Println(posix.FindString("aab"), regexp.MustCompile(`a+|a+b`).FindString("aab"), posix)
	re.Longest()
	prefix, whole := regexp.MustCompile(`abc+d`).LiteralPrefix()
	fmt.Println(prefix, whole, regexp.QuoteMeta("a.b*[c]"))
	ok, err := regexp.Match(`^\d+$`, []byte("123"))
	fmt.Println(ok, err)
	_, err = regexp.MatchString(`a(b`, "")
	fmt.Println(err)
	func() {
		defer func() { fmt.Println(recover()) }()
		regexp.MustCompile(`*`)
	}()
}

type list []string

func (l *list) String() string { return strings.Join(*l, "+") }
func (l *list) Set(s string) error {
	if s == "bad" {
		return errors.New("not that")
	}
	*l = append(*l, s)
	return nil
}

func flags() {
	fs := flag.NewFlagSet("tool", flag.ContinueOnError)
	fs.SetOutput(os.Stdout)
	var (
		b bool
		d time.Duration
		f float64
		i int
		l int64
		s string
		u uint
		v uint64
		m list
	)
	fs.BoolVar(&b, "b", false, "a switch")
	fs.DurationVar(&d, "d", time.Second, "how `long`")
	fs.Float64Var(&f, "f", 1.5, "a number")
	fs.IntVar(&i, "i", 3, "an int")
	fs.Int64Var(&l, "l", 0, "a long")
	fs.StringVar(&s, "s", "text", "a text\nin two lines")
	fs.UintVar(&u, "u", 7, "unsigned")
	fs.Uint64Var(&v, "v", 0, "unsigned long")
	fs.Var(&m, "m", "many")
	fs.Func("fn", "a function", func(s string) error { fmt.Println("fn", s); return nil })
	fmt.Println(fs.Parse([]string{"-b", "--d=2m", "-f", "2.5", "-i=0x10", "-l", "-5", "-s", "", "-u", "1", "-v=9", "-m", "a", "-m=b", "-fn", "x", "--", "-rest"}))
	fmt.Println(b, d, f, i, l, s == "", u, v, m, fs.NArg(), fs.Arg(0), fs.Arg(5), fs.NFlag(), fs.Name(), fs.ErrorHandling() == flag.ContinueOnError, fs.Parsed())
	fs.PrintDefaults()
	fs.VisitAll(func(f *flag.Flag) { fmt.Print(f.Name, "=", f.Value, " (", f.DefValue, ") ") })
	fmt.Println()
	for _, args := range [][]string{{"-none"}, {"-i", "x"}, {"-i"}, {"-b=perhaps"}, {"-m", "bad"}, {"-d", "5"}, {"-u", "-1"}, {"-=x"}, {"---x"}, {"-h"}} {
		fs := flag.NewFlagSet("t", flag.ContinueOnError)
		fs.SetOutput(os.Stdout)
		fs.Usage = func() { fmt.Println("usage!") }
		fs.Int("i", 0, "")
		fs.Bool("b", false, "")
		fs.Duration("d", 0, "")
		fs.Uint("u", 0, "")
		fs.Var(&m, "m", "")
		err := fs.Parse(args)
		fmt.Println(err, err == flag.ErrHelp)
	}
	fmt.Println(fs.Set("i", "4"), i, fs.Set("nothing", "1"), fs.Lookup("i").Usage)
	func() {
		defer func() { fmt.Println(recover()) }()
		fs.Int("i", 0, "again")
	}()
	name, usage := flag.UnquoteUsage(fs.Lookup("d"))
	fmt.Println(name, usage)
}

func main() {
	matching()
	flags()
}
