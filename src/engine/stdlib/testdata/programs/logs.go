// Package log: flags, prefixes, outputs, and what ends the program.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"regexp"
	"strings"
)

func main() {
	var out bytes.Buffer
	l := log.New(&out, "pre ", 0)
	show := func() {
		digits := regexp.MustCompile(`\d`).ReplaceAllString(out.String(), "9")
		fmt.Print(strings.ReplaceAll(digits, "/", "/"))
		out.Reset()
	}
	l.Print("a", 1, 2, "b", "c", 3)
	l.Println("a", 1, nil)
	l.Printf("%d%%\n", 5)
	l.Print("")
	l.SetFlags(log.Lmsgprefix)
	l.Print("prefix before the message")
	l.SetFlags(log.Lshortfile)
	l.Print("where")
	l.SetFlags(log.Lshortfile | log.Lmsgprefix)
	l.SetPrefix("[p] ")
	l.Print("where and prefix")
	show()
	for _, flags := range []int{log.Ldate, log.Ltime, log.Ldate | log.Ltime | log.Lmicroseconds | log.LUTC, log.LstdFlags | log.Lmsgprefix} {
		l.SetFlags(flags)
		l.Print("dated")
	}
	fmt.Println(l.Flags() == log.LstdFlags|log.Lmsgprefix, l.Prefix(), l.Writer() == &out)
	show()
	l.SetFlags(0)
	fmt.Println(l.Output(1, "given"))
	show()
	for _, f := range []func(){func() { l.Panic("one ", 1) }, func() { l.Panicf("two %d", 2) }, func() { l.Panicln("three", 3) }} {
		func() {
			defer func() { fmt.Printf("%q\n", recover()) }()
			f()
		}()
	}
	show()
	log.SetOutput(os.Stdout)
	log.SetFlags(log.Lshortfile)
	log.SetPrefix("std: ")
	log.Print("standard")
	helper("from the caller")
	fmt.Println(log.Flags(), log.Prefix(), log.Writer() == io.Writer(os.Stdout), log.Default().Prefix())
	func() {
		defer func() { fmt.Println(recover()) }()
		log.Panicln("and panic")
	}()
	fmt.Println(l.Output(2, "x"), errors.Is(nil, nil))
	defer fmt.Println("not printed")
	log.Fatalln("the end", 1)
}

func helper(text string) { log.Output(2, text) }
