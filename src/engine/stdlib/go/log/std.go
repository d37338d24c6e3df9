package log

import (
	"fmt"
	"io"
	"os"
)

// Print writes its operands to the standard logger as fmt.Print does.
func Print(v ...any) { std.Output(2, fmt.Sprint(v...)) }

// Printf writes its operands to the standard logger as fmt.Printf does.
func Printf(format string, v ...any) { std.Output(2, fmt.Sprintf(format, v...)) }

// Println writes its operands to the standard logger as fmt.Println does.
func Println(v ...any) { std.Output(2, fmt.Sprintln(v...)) }

// Fatal is Print and then os.Exit(1).
func Fatal(v ...any) {
	std.Output(2, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf and then os.Exit(1).
func Fatalf(format string, v ...any) {
	std.Output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println and then os.Exit(1).
func Fatalln(v ...any) {
	std.Output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print and then a panic with the message.
func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.Output(2, s)
	panic(s)
}

// Panicf is Printf and then a panic with the message.
func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.Output(2, s)
	panic(s)
}

// Panicln is Println and then a panic with the message.
func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.Output(2, s)
	panic(s)
}

// Output writes a line to the standard logger; see Logger.Output.
func Output(calldepth int, s string) error { return std.Output(calldepth+1, s) }

// Flags returns what stands before each message of the standard logger.
func Flags() int { return std.Flags() }

// SetFlags sets what stands before each message of the standard logger.
func SetFlags(flag int) { std.SetFlags(flag) }

// Prefix returns what each line of the standard logger begins with.
func Prefix() string { return std.Prefix() }

// SetPrefix sets what each line of the standard logger begins with.
func SetPrefix(prefix string) { std.SetPrefix(prefix) }

// Writer returns where the standard logger writes.
func Writer() io.Writer { return std.Writer() }

// SetOutput sets where the standard logger writes.
func SetOutput(w io.Writer) { std.SetOutput(w) }
