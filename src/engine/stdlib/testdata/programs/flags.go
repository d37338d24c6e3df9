// Flags: how they are read, what is said when they are wrong.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string { return strings.Join(*l, ",") }
func (l *list) Set(s string) error {
	if s == "" {
		return errors.New("empty")
	}
	*l = append(*l, s)
	return nil
}

func parse(args ...string) {
	f := flag.NewFlagSet("prog", flag.ContinueOnError)
	f.SetOutput(os.Stdout)
	n := f.Int("n", 3, "a `number` of things")
	name := f.String("name", "x", "the name\nof it")
	v := f.Bool("v", false, "say more")
	d := f.Duration("wait", time.Second, "how long")
	x := f.Float64("x", 0, "")
	u := f.Uint("u", 0, "unsigned")
	var l list
	f.Var(&l, "l", "a list")
	f.Func("fn", "a function", func(s string) error { return errors.New("no " + s) })
	err := f.Parse(args)
	fmt.Println(args, "->", *n, *name, *v, *d, *x, *u, l, f.Args(), f.NFlag(), err)
	f.Visit(func(g *flag.Flag) { fmt.Print(g.Name, "=", g.Value, " ") })
	fmt.Println()
}

func main() {
	parse("-n", "5", "--name=a b", "-v", "-wait", "2m", "-x=1.5", "-l", "a", "-l=b", "rest", "-n", "6")
	parse("-v=false", "--", "-n")
	parse("-")
	for _, bad := range []string{"-zz", "---n", "-=", "-n=x", "-n", "-n=99999999999999999999", "-v=maybe", "-wait=1", "-u=-1", "-l=", "-fn=1", "-h"} {
		parse(bad)
	}
	f := flag.NewFlagSet("", flag.PanicOnError)
	f.SetOutput(os.Stdout)
	func() {
		defer func() { fmt.Println(recover()) }()
		f.Parse([]string{"-q"})
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		f.Int("a", 1, "")
		f.Int("a", 1, "")
	}()
	fmt.Println(f.Set("a", "7"), f.Lookup("a").Value, f.Set("b", ""), f.Lookup("b") == nil)
	flag.Bool("ok", true, "")
	flag.Parse()
	fmt.Println(flag.NArg(), flag.Parsed(), flag.Lookup("ok").DefValue)
}
