// What computes with addresses is left out, and says so once nothing else is wrong.
package main

import "unsafe"

type header struct {
	a byte
	b int64
}

const size = unsafe.Sizeof(header{}) + unsafe.Alignof(int64(0)) + unsafe.Offsetof(header{}.b)

var array [size]byte

func main() {
	b := []byte("text")
	_ = unsafe.String /* ERROR "unsafe.String is not supported: memory here is not laid out as Go's, so only unsafe.Sizeof, Offsetof and Alignof can be used" */ (&b[0], 4)
	_ = unsafe.StringData /* ERROR "unsafe.StringData is not supported" */ ("s")
	_ = unsafe.Slice /* ERROR "unsafe.Slice is not supported" */ (&b[0], 2)
	_ = unsafe.SliceData /* ERROR "unsafe.SliceData is not supported" */ (b)
	var p unsafe.Pointer /* ERROR "unsafe.Pointer is not supported" */
	_ = unsafe.Add /* ERROR "unsafe.Add is not supported" */ (p, 1)
	_ = array
}
