package reflect

import (
	"internal/rtype"
	"unsafe"
)

// CanSet reports whether v can be changed: a variable not reached through unexported fields.
func (v Value) CanSet() bool { return v.h.Flags&(addressable|hidden) == addressable }

func (v Value) mustSet(method string) {
	switch {
	case v.h.T == 0:
		v.bad(method)
	case v.h.Flags&hidden != 0:
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	case v.h.Flags&addressable == 0:
		panic("reflect: reflect.Value." + method + " using unaddressable value")
	}
}

// Set assigns x to v.
func (v Value) Set(x Value) {
	v.mustSet("Set")
	if x.h.Flags&hidden != 0 {
		panic("reflect: reflect.Value.Set using value obtained using unexported field")
	}
	rtype.Copy(v.h.T, v.h.P, x.assignedTo(v.h.T, "reflect.Set").h.P)
}

// assignedTo returns v as a value of type t, to which it is assigned.
func (v Value) assignedTo(t rtype.Type, what string) Value {
	switch {
	case v.h.T == t:
		return v
	case v.h.T != 0 && assignable(typ(v.h.T), typ(t)):
		if rtype.KindOf(t) == rtype.Interface {
			p := new(any)
			*p = v.held()
			return valueAt(t, unsafe.Pointer(p), v.h.Flags&hidden)
		}
		return valueAt(t, v.h.P, v.h.Flags&hidden)
	case v.h.T == 0:
		panic(what + ": value of type nil is not assignable to type " + typ(t).String())
	}
	panic(what + ": value of type " + typ(v.h.T).String() + " is not assignable to type " + typ(t).String())
}

// SetZero sets v to the zero value of its type.
func (v Value) SetZero() {
	v.mustSet("SetZero")
	rtype.Copy(v.h.T, v.h.P, rtype.New(v.h.T, 1))
}

// SetBool sets the boolean v.
func (v Value) SetBool(x bool) {
	v.mustSet("SetBool")
	v.want(Bool, "SetBool")
	*(*bool)(v.h.P) = x
}

// SetInt sets the signed integer v to as many bits of x as it has.
func (v Value) SetInt(x int64) {
	v.mustSet("SetInt")
	if !v.CanInt() {
		v.bad("SetInt")
	}
	v.store(uint64(x))
}

// SetUint sets the unsigned integer v to as many bits of x as it has.
func (v Value) SetUint(x uint64) {
	v.mustSet("SetUint")
	if !v.CanUint() {
		v.bad("SetUint")
	}
	v.store(x)
}

// store stores an integer.
func (v Value) store(x uint64) {
	switch rtype.SizeOf(v.h.T) {
	case 1:
		*(*uint8)(v.h.P) = uint8(x)
	case 2:
		*(*uint16)(v.h.P) = uint16(x)
	case 4:
		*(*uint32)(v.h.P) = uint32(x)
	default:
		*(*uint64)(v.h.P) = x
	}
}

// SetFloat sets the floating-point number v to x.
func (v Value) SetFloat(x float64) {
	v.mustSet("SetFloat")
	switch v.Kind() {
	case Float32:
		*(*float32)(v.h.P) = float32(x)
	case Float64:
		*(*float64)(v.h.P) = x
	default:
		v.bad("SetFloat")
	}
}

// SetComplex sets the complex number v to x.
func (v Value) SetComplex(x complex128) {
	v.mustSet("SetComplex")
	switch v.Kind() {
	case Complex64:
		*(*complex64)(v.h.P) = complex64(x)
	case Complex128:
		*(*complex128)(v.h.P) = x
	default:
		v.bad("SetComplex")
	}
}

// SetString sets the string v.
func (v Value) SetString(x string) {
	v.mustSet("SetString")
	v.want(String, "SetString")
	*(*string)(v.h.P) = x
}

// SetBytes sets v, a slice of bytes.
func (v Value) SetBytes(x []byte) {
	v.mustSet("SetBytes")
	if v.Kind() != Slice || v.Type().Elem().Kind() != Uint8 {
		v.bad("SetBytes")
	}
	*(*[]byte)(v.h.P) = x
}

// SetPointer sets v, an unsafe.Pointer.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustSet("SetPointer")
	v.want(UnsafePointer, "SetPointer")
	*(*unsafe.Pointer)(v.h.P) = x
}

// SetLen sets the length of the slice v, at most its capacity.
func (v Value) SetLen(n int) {
	v.mustSet("SetLen")
	v.want(Slice, "SetLen")
	if n < 0 || n > v.Cap() {
		panic("reflect: slice length out of range in SetLen")
	}
	(*header)(v.h.P).len = word(n)
}

// SetCap sets the capacity of the slice v, from its length to what it was.
func (v Value) SetCap(n int) {
	v.mustSet("SetCap")
	v.want(Slice, "SetCap")
	if n < v.Len() || n > v.Cap() {
		panic("reflect: slice capacity out of range in SetCap")
	}
	(*header)(v.h.P).cap = word(n)
}

// Grow makes room for n more elements of the slice v.
func (v Value) Grow(n int) {
	v.mustSet("Grow")
	v.want(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	*(*header)(v.h.P) = v.grown(n)
}

// grown returns the slice v with room for n more elements.
func (v Value) grown(n int) header {
	h := *(*header)(v.h.P)
	if int(h.len)+n <= int(h.cap) {
		return h
	}
	c := 2 * int(h.cap)
	if c < int(h.len)+n {
		c = int(h.len) + n
	}
	elem := rtype.ElemOf(v.h.T)
	data := rtype.New(elem, int32(c))
	copyElements(elem, data, h.data, int(h.len))
	return header{data, h.len, word(c)}
}

// copyElements copies n elements; they may overlap.
func copyElements(elem rtype.Type, to, from unsafe.Pointer, n int) {
	size := int(rtype.SizeOf(elem))
	if uintptr(to) <= uintptr(from) {
		for i := 0; i < n; i++ {
			rtype.Copy(elem, unsafe.Add(to, i*size), unsafe.Add(from, i*size))
		}
		return
	}
	for i := n - 1; i >= 0; i-- {
		rtype.Copy(elem, unsafe.Add(to, i*size), unsafe.Add(from, i*size))
	}
}

// Clear removes all entries of the map v or sets all elements of the slice v to zero.
func (v Value) Clear() {
	switch v.Kind() {
	case Map:
		if !v.IsNil() {
			rtype.MapClear(v.h.T, v.word())
		}
	case Slice:
		for i := 0; i < v.Len(); i++ {
			v.Index(i).SetZero()
		}
	default:
		v.bad("Clear")
	}
}
