// Values as bytes and text: time, environment, UTF-16, build information, results of benchmarks.
package main

import (
	"encoding"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"testing"
	"time"
	"unicode/utf16"
)

func times() {
	zone := time.FixedZone("X", -3*3600-30*60)
	odd := time.FixedZone("", 3600+17)
	for _, t := range []time.Time{
		{}, time.Date(2020, 2, 29, 1, 2, 3, 456000000, time.UTC), time.Date(1, 1, 1, 0, 0, 0, 1, zone), time.Date(9999, 12, 31, 0, 0, 0, 0, odd),
		time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(-1, 1, 1, 0, 0, 0, 0, zone), time.Date(2000, 1, 1, 0, 0, 0, 0, time.FixedZone("", -60)),
	} {
		text, err := t.MarshalText()
		fmt.Printf("%s %v\n", text, err)
		json, err := t.MarshalJSON()
		fmt.Printf("%s %v\n", json, err)
		data, err := t.MarshalBinary()
		fmt.Printf("%x %v\n", data, err)
		var u time.Time
		fmt.Println(u.UnmarshalBinary(data), u.Equal(t))
	}
	var t time.Time
	for _, s := range []string{`null`, `"2021-03-04T05:06:07.5+01:00"`, `"2021-03-04"`, `"2021-13-04T05:06:07Z"`} {
		fmt.Println(t.UnmarshalJSON([]byte(s)) != nil, t)
	}
	for _, data := range [][]byte{{}, {9}, {1, 2}, make([]byte, 15)} {
		fmt.Println(t.UnmarshalBinary(data))
	}
	var _ encoding.TextMarshaler = t
	var _ encoding.BinaryUnmarshaler = &t
}

func environment() {
	os.Setenv("A", "1")
	os.Setenv("B_2", "two")
	for _, s := range []string{"", "$A", "${A}b", "$B_2$A", "$", "$$", "${}", "${A", "x$Ay", "$*", "${*}", "$1 $12", "a$", "${A}${B_2}$C.", "${A B}"} {
		fmt.Printf("%q %q\n", os.ExpandEnv(s), os.Expand(s, func(name string) string { return "<" + name + ">" }))
	}
	os.Unsetenv("A")
	_, ok := os.LookupEnv("A")
	fmt.Println(os.Getenv("A"), ok, os.Setenv("", "x") != nil, os.Setenv("a=b", "x") != nil)
	os.Clearenv()
	os.Setenv("Z", "z")
	fmt.Println(os.Environ(), os.Getenv("B_2"))
	err := error(&os.PathError{Op: "open", Path: "x", Err: os.ErrNotExist})
	wrapped := fmt.Errorf("wrapped: %w", err)
	fmt.Println(os.IsNotExist(err), os.IsExist(err), os.IsNotExist(wrapped), errors.Is(wrapped, os.ErrNotExist), os.IsPermission(os.ErrPermission))
	fmt.Println(os.IsTimeout(os.ErrDeadlineExceeded), os.IsTimeout(err), os.ErrDeadlineExceeded)
}

func characters() {
	runes := []rune("aß世界😀\U0010FFFF")
	runes = append(runes, 0xD800, -1, 0x110000)
	words := utf16.Encode(runes)
	fmt.Printf("%x %x\n", words, utf16.Decode(append(words, 0xDC00, 0xD801)))
	fmt.Println(utf16.EncodeRune('a'))
	fmt.Println(utf16.EncodeRune('😀'))
	fmt.Println(utf16.DecodeRune(0xD83D, 0xDE00), utf16.DecodeRune(0xDE00, 0xD83D), utf16.IsSurrogate(0xDFFF))
}

func build() {
	info := &debug.BuildInfo{GoVersion: "go1.19", Path: "a/b", Main: debug.Module{Path: "a", Version: "v1"}}
	info.Deps = []*debug.Module{{Path: "c", Version: "v2", Sum: "h1:x"}, {Path: "d", Version: "v3", Replace: &debug.Module{Path: "e", Version: "v4", Sum: "h1:y"}}}
	info.Settings = []debug.BuildSetting{{Key: "-tags", Value: "a=b"}, {Key: "CGO", Value: "1 2"}, {Key: "-x", Value: ""}}
	text := info.String()
	fmt.Print(text)
	again, err := debug.ParseBuildInfo(text)
	fmt.Println(again.Path, again.Main, *again.Deps[0], *again.Deps[1].Replace, again.Settings[1:], err)
	for _, bad := range []string{"=>\ta\tb\tc\n", "mod\ta\n", "build\tx\n", "mod\ta\tb\n=>\tc\td\n"} {
		_, err := debug.ParseBuildInfo(bad)
		fmt.Println(err)
	}
}

func results() {
	for _, ns := range []float64{0, 0.00001234, 0.0123, 0.5, 1.5, 12.345, 123.4567, 999.96, 123456} {
		r := testing.BenchmarkResult{N: 1000, T: time.Duration(ns * 1000), Bytes: 100, MemAllocs: 12000, MemBytes: 3456}
		fmt.Printf("%q %q %d\n", r.String(), r.MemString(), r.NsPerOp())
		r.Extra = map[string]float64{"b/op": ns, "ns/op": ns, "a/op": 1, "MB/s": 3, "B/op": 7}
		fmt.Printf("%q %q %d\n", r.String(), r.MemString(), r.AllocsPerOp())
	}
}

func main() {
	times()
	environment()
	characters()
	build()
	results()
}
