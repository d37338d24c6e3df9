package reflect

import "strconv"

// A Kind is what sort of type a type is: int for int and for all types defined as int.
type Kind uint

// The kinds.
const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Ptr is the old name of Pointer.
const Ptr = Pointer

const kindNames = "invalid bool int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64 complex64 complex128 array chan func interface map ptr slice string struct unsafe.Pointer "

// String returns the name of the kind as Go writes it: "int", "ptr", "struct".
func (k Kind) String() string {
	rest := kindNames
	for i := Kind(0); rest != ""; i++ {
		end := 0
		for rest[end] != ' ' {
			end++
		}
		if i == k {
			return rest[:end]
		}
		rest = rest[end+1:]
	}
	return "kind" + strconv.Itoa(int(k))
}

// A ChanDir is in which directions a channel type allows.
type ChanDir int

// The directions.
const (
	RecvDir ChanDir             = 1 << iota // <-chan
	SendDir                                 // chan<-
	BothDir = RecvDir | SendDir             // chan
)

// String returns the direction as Go writes it.
func (d ChanDir) String() string {
	switch d {
	case RecvDir:
		return "<-chan"
	case SendDir:
		return "chan<-"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + strconv.Itoa(int(d))
}
