// What a deferred call evaluates at once: the function value, the receiver, the arguments.
package main

import "fmt"

type log struct{ prefix string }

func (l log) say(s string) { fmt.Println(l.prefix, s) }

func pick(s string) log { fmt.Println("pick", s); return log{s} }

func arg(s string) string { fmt.Println("arg", s); return s }

func main() {
	var l interface{ say(string) } = log{"before"}
	defer l.say(arg("interface"))
	l = log{"after"}
	defer pick("chain").say(arg("call"))
	fns := map[string]func(){"f": func() { fmt.Println("old") }}
	defer fns["f"]()
	fns["f"] = func() { fmt.Println("new") }
	defer func(s ...string) { fmt.Println(len(s), s) }(arg("a"), arg("b"))
	fmt.Println("end of main")
}
