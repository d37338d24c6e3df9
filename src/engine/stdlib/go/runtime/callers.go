package runtime

import "internal/rt"

// Caller reports where a function on the calling goroutine's stack was called: skip 0 is the caller of Caller.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	rt.Settle()
	at := rt.Caller(int32(skip) + 1)
	if at == 0 {
		return
	}
	file, n, _ := rt.CodeAt(at)
	return pcOf(at), file, int(n), true
}

// Callers fills pc with the program counters of the calling goroutine's frames and returns their number: skip 0 is Callers itself, 1 its caller.
func Callers(skip int, pc []uintptr) int {
	rt.Settle()
	for i := range pc {
		at := rt.Caller(int32(skip + i))
		if at == 0 {
			return i
		}
		pc[i] = pcOf(at)
	}
	return len(pc)
}

func pcOf(at int32) uintptr { return uintptr(uint32(at)) }

// A Func is a function of the running program.
type Func struct{ name string }

// FuncForPC returns the function that a program counter stands in, nil if there is none.
func FuncForPC(pc uintptr) *Func {
	_, _, name := rt.CodeAt(int32(pc))
	if pc == 0 || name == "" {
		return nil
	}
	return &Func{name}
}

// Name returns the function's name with its package's path: "main.(*T).Method", "main.main.func1".
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

// Entry returns the function's first program counter, which is not known here.
func (f *Func) Entry() uintptr { return 0 }

// FileLine returns the file and line of a program counter.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	file, n, _ := rt.CodeAt(int32(pc))
	return file, int(n)
}

// A Frame is one call on a goroutine's stack.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames goes through the frames of program counters that Callers gave.
type Frames struct{ left []uintptr }

// CallersFrames begins with the first of the program counters.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next returns the next frame, innermost first, and whether there are more. Behind the last it returns a zero Frame.
func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.left) == 0 {
		return Frame{}, false
	}
	pc := f.left[0]
	f.left = f.left[1:]
	file, line, name := rt.CodeAt(int32(pc))
	return Frame{PC: pc, Func: &Func{name}, Function: name, File: file, Line: int(line)}, len(f.left) > 0
}

// Stack writes the stack of the calling goroutine, or of all, to buf and returns the number of bytes written.
func Stack(buf []byte, all bool) int {
	rt.Settle()
	return copy(buf, rt.Stack(all))
}
