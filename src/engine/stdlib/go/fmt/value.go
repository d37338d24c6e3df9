package fmt

import (
	"internal/rtype"
	"unsafe"
)

// A value is a value of type t at p.
type value struct {
	t rtype.Type
	p unsafe.Pointer

	// hidden is set for what was reached through an unexported field: its methods are not called.
	hidden bool
}

func valueOf(arg any) value { return value{t: rtype.TypeOf(arg), p: rtype.DataOf(arg)} }

// bits returns a boolean, an integer or a pointer; the sign of a signed one is extended.
func (v value) bits(kind int32) uint64 {
	switch kind {
	case rtype.Int8:
		return uint64(*(*int8)(v.p))
	case rtype.Int16:
		return uint64(*(*int16)(v.p))
	case rtype.Int32:
		return uint64(*(*int32)(v.p))
	case rtype.Bool, rtype.Uint8:
		return uint64(*(*uint8)(v.p))
	case rtype.Uint16:
		return uint64(*(*uint16)(v.p))
	case rtype.Uint32:
		return uint64(*(*uint32)(v.p))
	case rtype.Pointer, rtype.Chan, rtype.Func, rtype.UnsafePointer:
		return uint64(uintptr(v.word()))
	}
	return *(*uint64)(v.p)
}

func signed(kind int32) bool { return rtype.Int <= kind && kind <= rtype.Int64 }

func (v value) float(kind int32) float64 {
	if kind == rtype.Float32 {
		return float64(*(*float32)(v.p))
	}
	return *(*float64)(v.p)
}

func (v value) complex(kind int32) complex128 {
	if kind == rtype.Complex64 {
		return complex128(*(*complex64)(v.p))
	}
	return *(*complex128)(v.p)
}

// word returns the pointer that a value of kind Pointer, Map, Chan, Func or UnsafePointer is, or the one in a slice.
func (v value) word() unsafe.Pointer { return *(*unsafe.Pointer)(v.p) }

// elem returns the value in a value of kind Interface; its type is 0 if that is nil.
func (v value) elem() value {
	inner := valueOf(rtype.Make(v.t, v.p))
	inner.hidden = v.hidden
	return inner
}

func (v value) field(i int32) value {
	return value{rtype.FieldType(v.t, i), unsafe.Add(v.p, rtype.FieldOffset(v.t, i)), v.hidden || !rtype.FieldExported(v.t, i)}
}

// methodless reports whether types of this kind without a name cannot have methods.
func methodless(kind int32) bool {
	return kind != rtype.Pointer && kind != rtype.Struct && kind != rtype.Interface
}

// printValue prints v, which is depth levels inside an operand.
func (p *printer) printValue(v value, verb rune, depth int) {
	kind := rtype.KindOf(v.t)
	if depth > 0 && !v.hidden && !(methodless(kind) && rtype.PkgPathOf(v.t) == "") {
		arg := rtype.Make(v.t, v.p)
		if arg != nil && p.methods(arg, verb) {
			return
		}
	}
	switch kind {
	case rtype.Map:
		p.printMap(v, verb, depth)
	case rtype.Struct:
		p.printStruct(v, verb, depth)
	case rtype.Interface:
		p.printInterface(v, verb, depth)
	case rtype.Array, rtype.Slice:
		p.printList(v, kind, verb, depth)
	case rtype.Pointer:
		p.printPointer(v, verb, depth)
	default:
		p.printLeaf(v, kind, verb)
	}
}

// printPointer shows what an operand points to; deeper inside, an address.
func (p *printer) printPointer(v value, verb rune, depth int) {
	if to := v.word(); depth == 0 && to != nil {
		elem := rtype.ElemOf(v.t)
		switch rtype.KindOf(elem) {
		case rtype.Array, rtype.Slice, rtype.Struct, rtype.Map:
			p.add("&")
			p.printValue(value{elem, to, v.hidden}, verb, depth+1)
			return
		}
	}
	p.printLeaf(v, rtype.Pointer, verb)
}

func (p *printer) printInterface(v value, verb rune, depth int) {
	inner := v.elem()
	switch {
	case inner.t != 0:
		p.printValue(inner, verb, depth+1)
	case p.sharpV:
		p.add(rtype.StringOf(v.t) + "(nil)")
	default:
		p.add("<nil>")
	}
}

// open writes the type of a composite value in Go syntax and the bracket before its parts.
func (p *printer) open(v value, bracket string) {
	if p.sharpV {
		p.add(rtype.StringOf(v.t))
		bracket = "{"
	}
	p.add(bracket)
}

// separate writes what stands before the i-th part.
func (p *printer) separate(i int32) {
	switch {
	case i == 0:
	case p.sharpV:
		p.add(", ")
	default:
		p.add(" ")
	}
}

func (p *printer) close(bracket string) {
	if p.sharpV {
		bracket = "}"
	}
	p.add(bracket)
}

// nilInGo writes a nil map or slice in Go syntax.
func (p *printer) nilInGo(v value) {
	p.add(rtype.StringOf(v.t) + "(nil)")
}

//interleave:kinds struct
func (p *printer) printStruct(v value, verb rune, depth int) {
	p.open(v, "{")
	n := rtype.NumField(v.t)
	for i := int32(0); i < n; i++ {
		p.separate(i)
		if p.plusV || p.sharpV {
			p.add(rtype.FieldName(v.t, i) + ":")
		}
		f := v.field(i)
		if rtype.KindOf(f.t) == rtype.Interface {
			if inner := f.elem(); inner.t != 0 {
				f = inner
			}
		}
		p.printValue(f, verb, depth+1)
	}
	p.close("}")
}

// elements returns where the elements of an array or slice are, and their number.
func (v value) elements(kind int32) (data unsafe.Pointer, n int32) {
	if kind == rtype.Slice {
		return v.word(), int32(len(*(*[]byte)(v.p)))
	}
	return v.p, rtype.LenOf(v.t)
}

//interleave:kinds array slice
func (p *printer) printList(v value, kind int32, verb rune, depth int) {
	if p.style != nil && p.style.bytes(p, v, kind, verb) {
		return
	}
	data, n := v.elements(kind)
	if p.sharpV && kind == rtype.Slice && data == nil {
		p.nilInGo(v)
		return
	}
	p.open(v, "[")
	elem := rtype.ElemOf(v.t)
	size := rtype.SizeOf(elem)
	for i := int32(0); i < n; i++ {
		p.separate(i)
		p.printValue(value{elem, unsafe.Add(data, i*size), v.hidden}, verb, depth+1)
	}
	p.close("]")
}

//interleave:kinds map
func (p *printer) printMap(v value, verb rune, depth int) {
	m := v.word()
	if p.sharpV && m == nil {
		p.nilInGo(v)
		return
	}
	p.open(v, "map[")
	key, elem := rtype.KeyOf(v.t), rtype.ElemOf(v.t)
	for i, e := range sortedEntries(v.t, m) {
		p.separate(int32(i))
		p.printValue(value{key, e.key, v.hidden}, verb, depth+1)
		p.add(":")
		p.printValue(value{elem, e.elem, v.hidden}, verb, depth+1)
	}
	p.close("]")
}
