// Package rtype is what fmt, errors and a few others know about types at run time. Every function without a body is a native that looks a
// type up in the machine's type table; none allocates unless it says so.
package rtype

import "unsafe"

// A Type is the type id in the first word of an interface value; 0 in a nil interface. Equal types have equal ids.
type Type uint32

// Kinds of types, numbered as reflect.Kind does.
const (
	Invalid       = 0
	Bool          = 1
	Int           = 2
	Int8          = 3
	Int16         = 4
	Int32         = 5
	Int64         = 6
	Uint          = 7
	Uint8         = 8
	Uint16        = 9
	Uint32        = 10
	Uint64        = 11
	Uintptr       = 12
	Float32       = 13
	Float64       = 14
	Complex64     = 15
	Complex128    = 16
	Array         = 17
	Chan          = 18
	Func          = 19
	Interface     = 20
	Map           = 21
	Pointer       = 22
	Slice         = 23
	String        = 24
	Struct        = 25
	UnsafePointer = 26
)

// Held is what a reflect.Value is: a value of type T at P. Package fmt looks into it.
type Held struct {
	T     Type
	P     unsafe.Pointer
	Flags uint32
}

// Hidden are the flags of what was reached through an unexported field.
const Hidden = 2 | 4

// # Values

// TypeOf returns the dynamic type of v, 0 for nil.
func TypeOf(v any) Type

// DataOf returns the address of v's dynamic value, SizeOf(TypeOf(v)) bytes of which may be read and none written. If values of the type sit
// in the interface word itself it copies that word to a new object and returns the copy's address. nil for a nil interface.
func DataOf(v any) unsafe.Pointer

// WordOf returns v's dynamic value where its kind is Pointer, Map, Chan, Func or UnsafePointer: the pointer itself. nil for other kinds.
func WordOf(v any) unsafe.Pointer

// Make returns an interface value holding a copy of the value of type t at p, as a conversion to any does; it may allocate. For kind
// Interface it returns the interface value at p, whatever its methods: all interfaces have the same two words.
func Make(t Type, p unsafe.Pointer) any

// Copy copies the value of type t at src to dst.
func Copy(t Type, dst, src unsafe.Pointer)

// New returns the address of count new values of type t, one behind the other, that are zero.
func New(t Type, count int32) unsafe.Pointer

// Equal reports whether the values of type t at p and q are equal; false as well if they cannot be compared.
func Equal(t Type, p, q unsafe.Pointer) bool

// # Types

// KindOf returns the kind of t.
func KindOf(t Type) int32

// StringOf returns t as %T prints it: "int", "*main.T", "map[string][]int", "struct { X int; y string }", "main.Pair[int,string]".
func StringOf(t Type) string

// NameOf returns the name of a declared or predeclared type without its package ("T"), "" for others.
func NameOf(t Type) string

// PkgPathOf returns the import path of a declared type's package, "" for predeclared and unnamed types.
func PkgPathOf(t Type) string

// SizeOf returns the size of a value in bytes.
func SizeOf(t Type) int32

// ElemOf returns the element type of an array, channel, map, pointer or slice type.
func ElemOf(t Type) Type

// KeyOf returns the key type of a map type.
func KeyOf(t Type) Type

// LenOf returns the length of an array type.
func LenOf(t Type) int32

// Comparable reports whether comparing two values of type t with == never panics because of the type itself (interfaces count as comparable).
func Comparable(t Type) bool

// Implements reports whether a value of type t has all methods of the interface type iface.
func Implements(t, iface Type) bool

// PointerTo returns the type of pointers to t. Where it is used, there is one for every type of a value that is in an interface, or of a part of such a
// value, that is no pointer to a pointer itself. 0 for others.
func PointerTo(t Type) Type

// NumMethod returns the number of exported methods.
func NumMethod(t Type) int32

// MethodName returns the name of exported method i, in alphabetical order.
func MethodName(t Type, i int32) string

// NumIn returns the number of parameters of a function type.
func NumIn(t Type) int32

// In returns the type of parameter i.
func In(t Type, i int32) Type

// NumOut returns the number of results of a function type.
func NumOut(t Type) int32

// Out returns the type of result i.
func Out(t Type, i int32) Type

// Variadic reports whether the last parameter is variadic.
func Variadic(t Type) bool

// ChanDir returns the direction of a channel type: 1 receive, 2 send, 3 both.
func ChanDir(t Type) int32

// # Structs

// NumField returns the number of fields of a struct type.
func NumField(t Type) int32

// FieldName returns the name of field i; of an embedded field, its type's name.
func FieldName(t Type, i int32) string

// FieldType returns the type of field i.
func FieldType(t Type, i int32) Type

// FieldOffset returns the offset of field i in bytes.
func FieldOffset(t Type, i int32) int32

// FieldExported reports whether field i can be seen by other packages.
func FieldExported(t Type, i int32) bool

// FieldEmbedded reports whether field i is embedded.
func FieldEmbedded(t Type, i int32) bool

// FieldTag returns the tag of field i.
func FieldTag(t Type, i int32) string

// # Maps, channels, functions: m, c and f are the pointer words

// MapLen returns the number of entries; 0 for nil.
func MapLen(m unsafe.Pointer) int32

// MapNext returns the position of the first entry at or after position pos (0 to begin with), -1 if there is none. The order is
// the order of insertion where the map keeps one; it is not the order of a range statement and takes no decision.
func MapNext(m unsafe.Pointer, pos int32) int32

// MapKey returns the address of the key of the entry at pos of map m of type t; valid while the map is not changed.
func MapKey(t Type, m unsafe.Pointer, pos int32) unsafe.Pointer

// MapElem returns the address of its element.
func MapElem(t Type, m unsafe.Pointer, pos int32) unsafe.Pointer

// MapNew returns a map of type t with room for hint entries.
func MapNew(t Type, hint int32) unsafe.Pointer

// MapGet copies the element at a key of map m of type t to dst and reports whether there is one.
func MapGet(t Type, m, key, dst unsafe.Pointer) bool

// MapSet sets the element at a key to a copy of the one at elem; it reports false if the key cannot be hashed. m is not nil.
func MapSet(t Type, m, key, elem unsafe.Pointer) bool

// MapDelete removes the entry at a key; it reports false if the key cannot be hashed.
func MapDelete(t Type, m, key unsafe.Pointer) bool

// MapClear removes all entries.
func MapClear(t Type, m unsafe.Pointer)

// FuncName returns the full name of a function ("main.worker"), "" if it is not known.
func FuncName(f unsafe.Pointer) string
