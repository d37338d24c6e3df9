package reflect

import (
	"internal/rtype"
	"iter"
	"unsafe"
)

// A Value is a value of any type. The zero Value stands for none. Methods that make no sense for a kind of value panic.
type Value struct{ h rtype.Held }

// Flags of a Value.
const (
	addressable = 1 << iota
	sticky      // reached through an unexported field
	embedded    // an unexported embedded field itself: its exported fields can be seen

	hidden = sticky | embedded
)

func valueAt(t rtype.Type, p unsafe.Pointer, flags uint32) Value {
	return Value{rtype.Held{T: t, P: p, Flags: flags}}
}

// A ValueError is the panic of a method that a value of its kind does not have.
type ValueError struct {
	Method string
	Kind   Kind
}

// Error writes the error.
func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

func (v Value) bad(method string) { panic(&ValueError{"reflect.Value." + method, v.Kind()}) }

func (v Value) want(k Kind, method string) {
	if v.Kind() != k {
		v.bad(method)
	}
}

// ValueOf returns the value in the interface i; the zero Value for nil.
func ValueOf(i any) Value {
	if i == nil {
		return Value{}
	}
	return valueAt(rtype.TypeOf(i), rtype.DataOf(i), 0)
}

// Indirect returns what v points to, v itself if it is no pointer.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

// IsValid reports whether v is a value at all.
func (v Value) IsValid() bool { return v.h.T != 0 }

// Kind returns the kind of v, Invalid for the zero Value.
func (v Value) Kind() Kind {
	if v.h.T == 0 {
		return Invalid
	}
	return Kind(rtype.KindOf(v.h.T))
}

// Type returns the type of v.
func (v Value) Type() Type {
	if v.h.T == 0 {
		v.bad("Type")
	}
	return typ(v.h.T)
}

// CanInterface reports whether Interface works: not for what was reached through unexported fields.
func (v Value) CanInterface() bool {
	if v.h.T == 0 {
		v.bad("CanInterface")
	}
	return v.h.Flags&hidden == 0
}

// Interface returns v as an interface value.
func (v Value) Interface() any {
	if v.h.T == 0 {
		v.bad("Interface")
	}
	if v.h.Flags&hidden != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.held()
}

func (v Value) held() any {
	if v.h.T == 0 {
		return nil
	}
	return rtype.Make(v.h.T, v.h.P)
}

// TypeAssert is v.Interface().(T) with whether the assertion holds.
func TypeAssert[T any](v Value) (T, bool) {
	x, ok := v.Interface().(T)
	return x, ok
}

// CanAddr reports whether v is a variable: what a pointer points to, an element of a slice, or a part of such a value.
func (v Value) CanAddr() bool { return v.h.Flags&addressable != 0 }

// Addr returns a pointer to v.
func (v Value) Addr() Value {
	if v.h.Flags&addressable == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	p := new(unsafe.Pointer)
	*p = v.h.P
	return valueAt(PointerTo(typ(v.h.T)).id(), unsafe.Pointer(p), v.h.Flags&hidden)
}

// UnsafeAddr returns the address of v as a number.
func (v Value) UnsafeAddr() uintptr {
	if v.h.Flags&addressable == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.h.P)
}

// Elem returns what the pointer v points to or the interface v contains, the zero Value for nil.
func (v Value) Elem() Value {
	switch v.Kind() {
	case Interface:
		x := v.held()
		if x == nil {
			return Value{}
		}
		return valueAt(rtype.TypeOf(x), rtype.DataOf(x), v.h.Flags&hidden)
	case Pointer:
		p := v.word()
		if p == nil {
			return Value{}
		}
		return valueAt(rtype.ElemOf(v.h.T), p, v.h.Flags&hidden|addressable)
	}
	v.bad("Elem")
	return Value{}
}

func (v Value) word() unsafe.Pointer { return *(*unsafe.Pointer)(v.h.P) }

// IsNil reports whether v, a channel, function, interface, map, pointer or slice, is nil.
func (v Value) IsNil() bool {
	switch v.Kind() {
	case Chan, Func, Map, Pointer, UnsafePointer, Slice:
		return v.word() == nil
	case Interface:
		return v.held() == nil
	}
	v.bad("IsNil")
	return false
}

// IsZero reports whether v is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.Kind() {
	case Invalid:
		v.bad("IsZero")
	case String:
		return v.Len() == 0
	case Interface:
		return v.IsNil()
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).IsZero() {
				return false
			}
		}
		return true
	case Slice:
		return v.IsNil()
	}
	for i := int32(0); i < rtype.SizeOf(v.h.T); i++ {
		if *(*byte)(unsafe.Add(v.h.P, i)) != 0 {
			return false
		}
	}
	return true
}

// Bool returns the boolean v.
func (v Value) Bool() bool {
	v.want(Bool, "Bool")
	return *(*bool)(v.h.P)
}

// CanInt reports whether v is a signed integer.
func (v Value) CanInt() bool { return Int <= v.Kind() && v.Kind() <= Int64 }

// CanUint reports whether v is an unsigned integer.
func (v Value) CanUint() bool { return Uint <= v.Kind() && v.Kind() <= Uintptr }

// CanFloat reports whether v is a floating-point number.
func (v Value) CanFloat() bool { return v.Kind() == Float32 || v.Kind() == Float64 }

// CanComplex reports whether v is a complex number.
func (v Value) CanComplex() bool { return v.Kind() == Complex64 || v.Kind() == Complex128 }

// Int returns the signed integer v.
func (v Value) Int() int64 {
	switch v.Kind() {
	case Int, Int64:
		return *(*int64)(v.h.P)
	case Int8:
		return int64(*(*int8)(v.h.P))
	case Int16:
		return int64(*(*int16)(v.h.P))
	case Int32:
		return int64(*(*int32)(v.h.P))
	}
	v.bad("Int")
	return 0
}

// Uint returns the unsigned integer v.
func (v Value) Uint() uint64 {
	switch v.Kind() {
	case Uint, Uint64, Uintptr:
		return *(*uint64)(v.h.P)
	case Uint8:
		return uint64(*(*uint8)(v.h.P))
	case Uint16:
		return uint64(*(*uint16)(v.h.P))
	case Uint32:
		return uint64(*(*uint32)(v.h.P))
	}
	v.bad("Uint")
	return 0
}

// Float returns the floating-point number v.
func (v Value) Float() float64 {
	switch v.Kind() {
	case Float32:
		return float64(*(*float32)(v.h.P))
	case Float64:
		return *(*float64)(v.h.P)
	}
	v.bad("Float")
	return 0
}

// Complex returns the complex number v.
func (v Value) Complex() complex128 {
	switch v.Kind() {
	case Complex64:
		return complex128(*(*complex64)(v.h.P))
	case Complex128:
		return *(*complex128)(v.h.P)
	}
	v.bad("Complex")
	return 0
}

// String returns the string v; of other values their type, as "<T Value>".
func (v Value) String() string {
	switch v.Kind() {
	case String:
		return *(*string)(v.h.P)
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + typ(v.h.T).String() + " Value>"
}

// Bytes returns the bytes of v, a slice of bytes or an array of them that is a variable.
func (v Value) Bytes() []byte {
	k := v.Kind()
	if k != Slice && k != Array || v.Type().Elem().Kind() != Uint8 {
		v.bad("Bytes")
	}
	if k == Slice {
		return *(*[]byte)(v.h.P)
	}
	if !v.CanAddr() {
		panic("reflect.Value.Bytes of unaddressable byte array")
	}
	return sliceOf(v.h.P, v.Len(), v.Len())
}

// header is how a slice lies in memory.
type header struct {
	data     unsafe.Pointer
	len, cap word
}

// sliceOf makes a slice of bytes.
func sliceOf(p unsafe.Pointer, n, c int) []byte {
	h := header{p, word(n), word(c)}
	return *(*[]byte)(unsafe.Pointer(&h))
}

// Pointer returns the pointer that v, a channel, function, map, pointer or slice, is, as a number.
func (v Value) Pointer() uintptr { return uintptr(v.UnsafePointer()) }

// UnsafePointer returns the pointer that v, a channel, function, map, pointer or slice, is.
func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.Kind() {
	case Chan, Func, Map, Pointer, Slice, UnsafePointer, String:
		return v.word()
	}
	v.bad("Pointer")
	return nil
}

// Len returns the length of v, an array, map, slice, string or a pointer to an array.
func (v Value) Len() int {
	switch v.Kind() {
	case Array:
		return int(rtype.LenOf(v.h.T))
	case Map:
		return int(rtype.MapLen(v.word()))
	case Slice, String:
		return int((*header)(v.h.P).len)
	case Pointer:
		if t := rtype.ElemOf(v.h.T); rtype.KindOf(t) == rtype.Array {
			return int(rtype.LenOf(t))
		}
	}
	v.bad("Len")
	return 0
}

// Cap returns the capacity of v, an array, slice or a pointer to an array.
func (v Value) Cap() int {
	switch v.Kind() {
	case Array:
		return int(rtype.LenOf(v.h.T))
	case Slice:
		return int((*header)(v.h.P).cap)
	case Pointer:
		if t := rtype.ElemOf(v.h.T); rtype.KindOf(t) == rtype.Array {
			return int(rtype.LenOf(t))
		}
	}
	v.bad("Cap")
	return 0
}

// Index returns element i of v, an array, slice or string.
func (v Value) Index(i int) Value {
	k := v.Kind()
	if k != Array && k != Slice && k != String {
		v.bad("Index")
	}
	if i < 0 || i >= v.Len() {
		panic("reflect: " + k.String() + " index out of range")
	}
	switch k {
	case Array:
		elem := rtype.ElemOf(v.h.T)
		return valueAt(elem, unsafe.Add(v.h.P, i*int(rtype.SizeOf(elem))), v.h.Flags)
	case Slice:
		elem := rtype.ElemOf(v.h.T)
		return valueAt(elem, unsafe.Add(v.word(), i*int(rtype.SizeOf(elem))), v.h.Flags&hidden|addressable)
	}
	b := ValueOf((*(*string)(v.h.P))[i])
	b.h.Flags = v.h.Flags & hidden
	return b
}

// NumField returns the number of fields of the struct v.
func (v Value) NumField() int {
	v.want(Struct, "NumField")
	return int(rtype.NumField(v.h.T))
}

// Field returns field i of the struct v.
func (v Value) Field(i int) Value {
	v.want(Struct, "Field")
	if i < 0 || i >= v.NumField() {
		panic("reflect: Field index out of range")
	}
	n := int32(i)
	flags := v.h.Flags &^ embedded
	switch {
	case rtype.FieldExported(v.h.T, n):
	case rtype.FieldEmbedded(v.h.T, n):
		flags |= embedded
	default:
		flags |= sticky
	}
	return valueAt(rtype.FieldType(v.h.T, n), unsafe.Add(v.h.P, rtype.FieldOffset(v.h.T, n)), flags)
}

// FieldByIndex returns the field at a path of numbers through embedded structs. It panics at a nil pointer.
func (v Value) FieldByIndex(index []int) Value {
	v, err := v.FieldByIndexErr(index)
	if err != nil {
		panic("reflect: indirection through nil pointer to embedded struct")
	}
	return v
}

type pathError string

func (e pathError) Error() string { return string(e) }

// FieldByIndexErr is FieldByIndex with an error instead of a panic at a nil pointer.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	for i, n := range index {
		if i > 0 && v.Kind() == Pointer && v.Type().Elem().Kind() == Struct {
			if v.IsNil() {
				return Value{}, pathError("reflect: indirection through nil pointer to embedded struct field " + v.Type().Elem().Name())
			}
			v = v.Elem()
		}
		v = v.Field(n)
	}
	return v, nil
}

// FieldByName returns the field with a name, the zero Value if there is none.
func (v Value) FieldByName(name string) Value {
	v.want(Struct, "FieldByName")
	if f, ok := v.Type().FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc returns the field that Type.FieldByNameFunc finds, the zero Value if there is none.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := v.Type().FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// NumMethod returns the number of exported methods of v.
func (v Value) NumMethod() int {
	if v.h.T == 0 {
		v.bad("NumMethod")
	}
	if v.h.Flags&hidden != 0 {
		return 0
	}
	return typ(v.h.T).NumMethod()
}

// OverflowInt reports whether a variable like v, a signed integer, cannot hold x.
func (v Value) OverflowInt(x int64) bool { return v.Type().OverflowInt(x) }

// OverflowUint reports whether a variable like v, an unsigned integer, cannot hold x.
func (v Value) OverflowUint(x uint64) bool { return v.Type().OverflowUint(x) }

// OverflowFloat reports whether a variable like v, a floating-point number, cannot hold x.
func (v Value) OverflowFloat(x float64) bool { return v.Type().OverflowFloat(x) }

// OverflowComplex reports whether a variable like v, a complex number, cannot hold x.
func (v Value) OverflowComplex(x complex128) bool { return v.Type().OverflowComplex(x) }

// Comparable reports whether v can be compared: what is in interfaces counts.
func (v Value) Comparable() bool {
	switch v.Kind() {
	case Invalid:
		return true
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return v.Type().Comparable()
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	}
	return v.Type().Comparable()
}

// Equal reports whether v and u are equal values of the same type. It panics if they cannot be compared.
func (v Value) Equal(u Value) bool {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if u.Kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.h.T != u.h.T {
		return false
	}
	if !v.Comparable() || !u.Comparable() {
		panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
	}
	return rtype.Equal(v.h.T, v.h.P, u.h.P)
}

// Fields iterates over the fields of the struct v.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	t := v.Type()
	t.NumField() // panics if it is no struct
	return func(yield func(StructField, Value) bool) {
		for i := 0; i < v.NumField() && yield(t.Field(i), v.Field(i)); i++ {
		}
	}
}
