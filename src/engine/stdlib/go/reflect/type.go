// Package reflect looks at types and values whose types are not known when a program is written.
//
// Here functions and methods cannot be called, channels not be used, and types not be made by reflection.
package reflect

import (
	"internal/rtype"
	"iter"
	"strconv"
)

// A Type is a type of Go. Types are compared with ==. Methods that make no sense for a kind panic.
type Type interface {
	// Align returns the alignment of variables of the type, in bytes.
	Align() int
	// FieldAlign returns the alignment of fields of the type, in bytes.
	FieldAlign() int
	// NumMethod returns the number of exported methods, of an interface type all.
	NumMethod() int
	// Name returns the name of a defined or predeclared type, "" for others.
	Name() string
	// PkgPath returns the import path of the package of a defined type, "" for others.
	PkgPath() string
	// Size returns the size of a value, in bytes.
	Size() uintptr
	// String returns the type as it is written, with the names of packages.
	String() string
	// Kind returns the kind.
	Kind() Kind
	// Implements reports whether the type has the methods of the interface type u.
	Implements(u Type) bool
	// AssignableTo reports whether a value of the type can be assigned to a variable of type u.
	AssignableTo(u Type) bool
	// ConvertibleTo reports whether a value of the type can be converted to type u.
	ConvertibleTo(u Type) bool
	// Comparable reports whether values of the type can be compared.
	Comparable() bool
	// Bits returns the size of a number, in bits.
	Bits() int
	// ChanDir returns the direction of a channel type.
	ChanDir() ChanDir
	// IsVariadic reports whether the last parameter of a function type is variadic.
	IsVariadic() bool
	// Elem returns the type of the elements of an array, channel, map or slice, and of what a pointer points to.
	Elem() Type
	// Field returns the field of a struct with number i.
	Field(i int) StructField
	// FieldByIndex returns the field at a path of numbers through embedded structs.
	FieldByIndex(index []int) StructField
	// FieldByName returns the field with a name, one of an embedded struct too.
	FieldByName(name string) (StructField, bool)
	// FieldByNameFunc returns the only field on the outermost level where there is one whose name match accepts.
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	// In returns the type of a parameter of a function type.
	In(i int) Type
	// Key returns the type of the keys of a map.
	Key() Type
	// Len returns the length of an array.
	Len() int
	// NumField returns the number of fields of a struct.
	NumField() int
	// NumIn returns the number of parameters of a function type.
	NumIn() int
	// NumOut returns the number of results of a function type.
	NumOut() int
	// Out returns the type of a result of a function type.
	Out(i int) Type
	// OverflowComplex reports whether a complex type cannot hold x.
	OverflowComplex(x complex128) bool
	// OverflowFloat reports whether a floating-point type cannot hold x.
	OverflowFloat(x float64) bool
	// OverflowInt reports whether a signed integer type cannot hold x.
	OverflowInt(x int64) bool
	// OverflowUint reports whether an unsigned integer type cannot hold x.
	OverflowUint(x uint64) bool
	// CanSeq reports whether a range statement with one variable iterates over values of the type.
	CanSeq() bool
	// CanSeq2 reports whether a range statement with two variables iterates over values of the type.
	CanSeq2() bool
	// Fields iterates over the fields of a struct.
	Fields() iter.Seq[StructField]
	// Ins iterates over the types of the parameters of a function type.
	Ins() iter.Seq[Type]
	// Outs iterates over the types of the results of a function type.
	Outs() iter.Seq[Type]

	id() rtype.Type
}

// typ is the only implementation of Type. (Not a pointer: equal types are equal values.)
type typ rtype.Type

func toType(t rtype.Type) Type {
	if t == 0 {
		return nil
	}
	return typ(t)
}

// TypeOf returns the dynamic type of i, nil for a nil interface.
func TypeOf(i any) Type { return toType(rtype.TypeOf(i)) }

// TypeFor returns the type that is the argument.
func TypeFor[T any]() Type {
	var p *T
	return TypeOf(p).Elem()
}

// PointerTo returns the type of pointers to t. Here it exists only if a value of type t, or one that contains such a value, is ever stored in an
// interface; else PointerTo panics.
func PointerTo(t Type) Type {
	p := rtype.PointerTo(t.id())
	if p == 0 {
		panic("reflect: the program has no type *" + t.String())
	}
	return typ(p)
}

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

func (t typ) id() rtype.Type   { return rtype.Type(t) }
func (t typ) kind() int32      { return rtype.KindOf(rtype.Type(t)) }
func (t typ) Kind() Kind       { return Kind(t.kind()) }
func (t typ) Name() string     { return rtype.NameOf(t.id()) }
func (t typ) PkgPath() string  { return rtype.PkgPathOf(t.id()) }
func (t typ) Size() uintptr    { return uintptr(rtype.SizeOf(t.id())) }
func (t typ) String() string   { return rtype.StringOf(t.id()) }
func (t typ) NumMethod() int   { return int(rtype.NumMethod(t.id())) }
func (t typ) Comparable() bool { return rtype.Comparable(t.id()) }
func (t typ) FieldAlign() int  { return t.Align() }

func (t typ) Align() int {
	switch t.Kind() {
	case Array:
		return t.Elem().Align()
	case Struct:
		align := 1
		for i := 0; i < t.NumField(); i++ {
			if a := typ(rtype.FieldType(t.id(), int32(i))).Align(); a > align {
				align = a
			}
		}
		return align
	case Complex64:
		return 4
	case Complex128:
		return 8
	}
	if n := int(t.Size()); n < 4 || t.Kind() <= Float64 {
		return n
	}
	return 4
}

// bad is the panic of a method that makes no sense for a type.
func (t typ) bad(method, of string) {
	panic("reflect: " + method + " of " + of + " type " + t.String())
}

func (t typ) Bits() int {
	if k := t.Kind(); k < Int || k > Complex128 {
		t.bad("Bits", "non-arithmetic Type")
	}
	return int(t.Size()) * 8
}

func (t typ) Elem() Type {
	switch t.Kind() {
	case Array, Chan, Map, Pointer, Slice:
		return typ(rtype.ElemOf(t.id()))
	}
	panic("reflect: Elem of invalid type " + t.String())
}

func (t typ) want(k Kind, method string) {
	if t.Kind() != k {
		t.bad(method, "non-"+k.String())
	}
}

func (t typ) Key() Type {
	t.want(Map, "Key")
	return typ(rtype.KeyOf(t.id()))
}

func (t typ) Len() int {
	t.want(Array, "Len")
	return int(rtype.LenOf(t.id()))
}

func (t typ) ChanDir() ChanDir {
	t.want(Chan, "ChanDir")
	return ChanDir(rtype.ChanDir(t.id()))
}

func (t typ) IsVariadic() bool {
	t.want(Func, "IsVariadic")
	return rtype.Variadic(t.id())
}

func (t typ) NumIn() int {
	t.want(Func, "NumIn")
	return int(rtype.NumIn(t.id()))
}

func (t typ) NumOut() int {
	t.want(Func, "NumOut")
	return int(rtype.NumOut(t.id()))
}

func (t typ) In(i int) Type {
	t.want(Func, "In")
	checkNumber(i, t.NumIn())
	return typ(rtype.In(t.id(), int32(i)))
}

func (t typ) Out(i int) Type {
	t.want(Func, "Out")
	checkNumber(i, t.NumOut())
	return typ(rtype.Out(t.id(), int32(i)))
}

func checkNumber(i, n int) {
	if i < 0 || i >= n {
		panic("reflect: index " + strconv.Itoa(i) + " out of range [0," + strconv.Itoa(n) + ")")
	}
}

func (t typ) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return rtype.Implements(t.id(), u.id())
}

func (t typ) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return t == u || assignable(t, typ(u.id()))
}

// assignable follows the rules of assignment, types being different.
func assignable(t, u typ) bool {
	if u.Kind() == Interface {
		return rtype.Implements(t.id(), u.id())
	}
	return (t.Name() == "" || u.Name() == "") && sameUnderlying(t, u, true)
}

func (t typ) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return t == u || conversion(t, typ(u.id())) != nil
}

// sameUnderlying reports whether two types have identical underlying types; tags of fields count or not.
func sameUnderlying(t, u typ, tags bool) bool {
	if t == u {
		return true
	}
	k := t.Kind()
	if k != u.Kind() {
		return false
	}
	if Bool <= k && k <= Complex128 || k == String || k == UnsafePointer {
		return true
	}
	same := func(a, b rtype.Type) bool {
		return a == b || !tags && rtype.NameOf(a) == "" && rtype.NameOf(b) == "" && sameUnderlying(typ(a), typ(b), tags)
	}
	switch k {
	case Array:
		return t.Len() == u.Len() && same(rtype.ElemOf(t.id()), rtype.ElemOf(u.id()))
	case Chan:
		return t.ChanDir() == u.ChanDir() && same(rtype.ElemOf(t.id()), rtype.ElemOf(u.id()))
	case Map:
		return same(rtype.KeyOf(t.id()), rtype.KeyOf(u.id())) && same(rtype.ElemOf(t.id()), rtype.ElemOf(u.id()))
	case Pointer, Slice:
		return same(rtype.ElemOf(t.id()), rtype.ElemOf(u.id()))
	case Interface:
		return rtype.Implements(t.id(), u.id()) && rtype.Implements(u.id(), t.id())
	case Func:
		if t.NumIn() != u.NumIn() || t.NumOut() != u.NumOut() || t.IsVariadic() != u.IsVariadic() {
			return false
		}
		for i := 0; i < t.NumIn(); i++ {
			if !same(rtype.In(t.id(), int32(i)), rtype.In(u.id(), int32(i))) {
				return false
			}
		}
		for i := 0; i < t.NumOut(); i++ {
			if !same(rtype.Out(t.id(), int32(i)), rtype.Out(u.id(), int32(i))) {
				return false
			}
		}
		return true
	}
	if t.NumField() != u.NumField() {
		return false
	}
	for i := int32(0); i < int32(t.NumField()); i++ {
		a, b := t.id(), u.id()
		if rtype.FieldName(a, i) != rtype.FieldName(b, i) || !same(rtype.FieldType(a, i), rtype.FieldType(b, i)) ||
			rtype.FieldEmbedded(a, i) != rtype.FieldEmbedded(b, i) || tags && rtype.FieldTag(a, i) != rtype.FieldTag(b, i) {
			return false
		}
	}
	return true
}

func (t typ) OverflowInt(x int64) bool {
	if k := t.Kind(); k < Int || k > Int64 {
		panic("reflect: OverflowInt of non-int type " + t.String())
	}
	shift := 64 - uint(t.Size())*8
	return x<<shift>>shift != x
}

func (t typ) OverflowUint(x uint64) bool {
	if k := t.Kind(); k < Uint || k > Uintptr {
		panic("reflect: OverflowUint of non-uint type " + t.String())
	}
	shift := 64 - uint(t.Size())*8
	return x<<shift>>shift != x
}

func (t typ) OverflowFloat(x float64) bool {
	switch t.Kind() {
	case Float32:
		return overflows32(x)
	case Float64:
		return false
	}
	panic("reflect: OverflowFloat of non-float type " + t.String())
}

// overflows32 reports whether x is finite but no finite float32.
func overflows32(x float64) bool {
	if x < 0 {
		x = -x
	}
	const max32, max64 = 0x1p127 * (1 + (1 - 0x1p-23)), 0x1p1023 * (1 + (1 - 0x1p-52))
	return max32 < x && x <= max64
}

func (t typ) OverflowComplex(x complex128) bool {
	switch t.Kind() {
	case Complex64:
		return overflows32(real(x)) || overflows32(imag(x))
	case Complex128:
		return false
	}
	panic("reflect: OverflowComplex of non-complex type " + t.String())
}

func (t typ) CanSeq() bool {
	switch k := t.Kind(); k {
	case Array, Slice, Chan, String, Map:
		return true
	case Func:
		return t.yields(1)
	case Pointer:
		return t.Elem().Kind() == Array
	default:
		return Int <= k && k <= Uintptr
	}
}

func (t typ) CanSeq2() bool {
	switch t.Kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return t.yields(2)
	case Pointer:
		return t.Elem().Kind() == Array
	}
	return false
}

// yields reports whether t is func(yield func(...n values) bool).
func (t typ) yields(n int) bool {
	if t.NumIn() != 1 || t.NumOut() != 0 || t.In(0).Kind() != Func {
		return false
	}
	yield := t.In(0)
	return yield.NumIn() == n && yield.NumOut() == 1 && yield.Out(0).Kind() == Bool
}

func (t typ) Fields() iter.Seq[StructField] {
	t.want(Struct, "Fields")
	return each(t.NumField(), t.Field)
}

func (t typ) Ins() iter.Seq[Type] {
	t.want(Func, "Ins")
	return each(t.NumIn(), t.In)
}

func (t typ) Outs() iter.Seq[Type] {
	t.want(Func, "Outs")
	return each(t.NumOut(), t.Out)
}

// each iterates over what get returns for 0 to n-1.
func each[T any](n int, get func(int) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := 0; i < n && yield(get(i)); i++ {
		}
	}
}
