package runtime

import (
	"internal/rtype"
	"unsafe"
)

// Codes of run-time errors: PanicCode of ir/ir.ts.
const (
	codeNil         = 1
	codeIndex       = 2
	codeSliceAlen   = 3
	codeSliceAcap   = 4
	codeSliceB      = 5
	codeSlice3Alen  = 6
	codeSlice3Acap  = 7
	codeSlice3B     = 8
	codeSlice3C     = 9
	codeDivide      = 10
	codeShift       = 11
	codeMakeLen     = 12
	codeMakeCap     = 13
	codeMakeChan    = 14
	codeNilMap      = 15
	codeAssertion   = 16
	codeCompare     = 17
	codeHash        = 18
	codeToArray     = 19
	codeNilFuncGo   = 20
	codeUnreachable = 21
	codeSendClosed  = 22
	codeCloseClosed = 23
	codeCloseNil    = 24
	codeNilPanic    = 25
	codeRangeState  = 26
	codeWrapper     = 27

	unsignedIndex = 64 // added if a is unsigned
)

// raise panics with the error of a code. The machine calls it, on top of the frame in which the error happened.
func raise(code int, a, b int64) {
	panic(errorOf(code, a, b))
}

func errorOf(code int, a, b int64) any {
	switch code {
	case codeNil:
		return errorString("invalid memory address or nil pointer dereference")
	case codeDivide:
		return errorString("integer divide by zero")
	case codeShift:
		return errorString("negative shift amount")
	case codeMakeLen:
		return errorString("makeslice: len out of range")
	case codeMakeCap:
		return errorString("makeslice: cap out of range")
	case codeMakeChan:
		return plainError("makechan: size out of range")
	case codeNilMap:
		return plainError("assignment to entry in nil map")
	case codeAssertion:
		return &TypeAssertionError{assertionText(rtype.Type(uint32(a)), rtype.Type(uint32(a>>32)), rtype.Type(uint32(b)))}
	case codeCompare:
		return errorString("comparing uncomparable type " + rtype.StringOf(rtype.Type(uint32(a))))
	case codeHash:
		return errorString("hash of unhashable type " + rtype.StringOf(rtype.Type(uint32(a))))
	case codeToArray:
		return errorString("cannot convert slice with length " + signed(a) + " to array or pointer to array with length " + signed(b))
	case codeNilFuncGo:
		return errorString("go of nil func value")
	case codeUnreachable:
		return errorString("unreachable code reached")
	case codeSendClosed:
		return plainError("send on closed channel")
	case codeCloseClosed:
		return plainError("close of closed channel")
	case codeCloseNil:
		return plainError("close of nil channel")
	case codeNilPanic:
		return &PanicNilError{}
	case codeRangeState:
		return errorString(rangeText(a))
	case codeWrapper:
		return plainError(textAt(a, b))
	}
	return boundsError{boundsText(code&^unsignedIndex, a, b, code&unsignedIndex != 0)}
}

// textAt reads a string constant of the program.
func textAt(address, length int64) string {
	text := make([]byte, length)
	for i := range text {
		text[i] = *(*byte)(unsafe.Pointer(uintptr(address) + uintptr(i)))
	}
	return string(text)
}

// rangeText is about a function that a range statement iterates over.
func rangeText(state int64) string {
	switch state {
	case 2:
		return "range function continued iteration after whole loop exit"
	case 3:
		return "range function continued iteration after loop body panic"
	case 4:
		return "range function recovered a loop body panic and did not resume panicking"
	}
	return "range function continued iteration after function for loop body returned false"
}

// boundsText follows gc: a negative index is reported without the length. code is one from codeIndex to codeSlice3C.
func boundsText(code int, a, b int64, isUnsigned bool) string {
	what, before := "slice bounds out of range [", ""
	negative, between, after := "]", "] with length ", ""
	switch code {
	case codeIndex:
		what = "index out of range ["
	case codeSliceAlen:
		before = ":"
	case codeSliceAcap:
		before, between = ":", "] with capacity "
	case codeSliceB:
		negative, between, after = ":]", ":", "]"
	case codeSlice3Alen:
		before = "::"
	case codeSlice3Acap:
		before, between = "::", "] with capacity "
	case codeSlice3B:
		before, negative, between, after = ":", ":]", ":", "]"
	default:
		negative, between, after = "::]", ":", ":]"
	}
	if a < 0 && !isUnsigned {
		return what + before + signed(a) + negative
	}
	text := what + before + unsigned(uint64(a))
	return text + between + signed(b) + after
}

func assertionText(value, static, wanted rtype.Type) string {
	from := "interface"
	if static != 0 && (value != 0 || rtype.KindOf(wanted) != rtype.Interface) {
		from = rtype.StringOf(static)
	}
	want := rtype.StringOf(wanted)
	if value == 0 {
		return "interface conversion: " + from + " is nil, not " + want
	}
	got := rtype.StringOf(value)
	if rtype.KindOf(wanted) == rtype.Interface {
		return "interface conversion: " + got + " is not " + want + ": missing method " + missingMethod(value, wanted)
	}
	text := "interface conversion: " + from + " is " + got + ", not " + want
	if got == want {
		text += " (types from different scopes)"
	}
	return text
}

// missingMethod names the first method of the interface, in alphabetical order, that the type lacks.
func missingMethod(value, iface rtype.Type) string
