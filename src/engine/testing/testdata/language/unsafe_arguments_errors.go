// The arguments are checked as everywhere.
package main

import "unsafe"

func main() {
	b := []byte("text")
	_ = unsafe.String("s" /* ERROR "cannot use \"s\" \(untyped string constant\) as \*byte value in argument to unsafe.String" */, 1)
	_ = unsafe.String(&b[0], 1.5 /* ERROR "1.5 \(untyped float constant\) truncated to int" */)
	_ = unsafe.String(&b[0], - /* ERROR "invalid argument: length -1 \(constant of type int\) must not be negative" */ 1)
	_ = unsafe.String(&b[0], b /* ERROR "invalid argument: length b \(variable of type \[\]byte\) must be integer" */)
	_ = unsafe.StringData(b /* ERROR "cannot use b \(variable of type \[\]byte\) as string value in argument to unsafe.StringData" */)
	_ = unsafe.SliceData("s" /* ERROR "invalid argument: \"s\" \(untyped string constant\) is not a slice" */)
	_ = unsafe.Slice(b /* ERROR "invalid argument: b \(variable of type \[\]byte\) is not a pointer" */, 1)
	_ = unsafe /* ERROR "invalid operation: not enough arguments for unsafe.String\(&b\[0\]\) \(expected 2, found 1\)" */ .String(&b[0])
	_ = unsafe.Offsetof(b /* ERROR "invalid argument: b is not a selector expression" */)
	unsafe /* ERROR "unsafe.Sizeof\(b\) \(constant 24 of type uintptr\) is not used" */ .Sizeof(b)
}
