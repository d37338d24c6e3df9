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

func (v value) int(kind int32) int64 {
	switch kind {
	case rtype.Int8:
		return int64(*(*int8)(v.p))
	case rtype.Int16:
		return int64(*(*int16)(v.p))
	case rtype.Int32:
		return int64(*(*int32)(v.p))
	}
	return *(*int64)(v.p)
}

func (v value) uint(kind int32) uint64 {
	switch kind {
	case rtype.Uint8:
		return uint64(*(*uint8)(v.p))
	case rtype.Uint16:
		return uint64(*(*uint16)(v.p))
	case rtype.Uint32:
		return uint64(*(*uint32)(v.p))
	}
	return *(*uint64)(v.p)
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
	case rtype.Bool:
		p.bool(v, verb)
	case rtype.Int, rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
		p.number(uint64(v.int(kind)), true, verb, v)
	case rtype.Uint, rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64, rtype.Uintptr:
		p.number(v.uint(kind), false, verb, v)
	case rtype.Float32:
		p.floating(float64(*(*float32)(v.p)), 32, verb, v)
	case rtype.Float64:
		p.floating(*(*float64)(v.p), 64, verb, v)
	case rtype.Complex64:
		p.complex(complex128(*(*complex64)(v.p)), 64, verb, v)
	case rtype.Complex128:
		p.complex(*(*complex128)(v.p), 128, verb, v)
	case rtype.String:
		p.string(*(*string)(v.p), verb, v)
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
	case rtype.Chan, rtype.Func, rtype.UnsafePointer:
		p.pointer(v, verb)
	}
}

func (p *printer) bool(v value, verb rune) {
	if verb != 't' && verb != 'v' {
		p.badVerb(verb, v)
	} else if *(*bool)(v.p) {
		p.pad("true")
	} else {
		p.pad("false")
	}
}

// number prints an integer; u is its two's complement if it is signed.
func (p *printer) number(u uint64, signed bool, verb rune, v value) {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			p.hexadecimal(u, true)
		} else {
			p.integer(u, 10, signed, verb, lowerDigits)
		}
	case 'd':
		p.integer(u, 10, signed, verb, lowerDigits)
	case 'b':
		p.integer(u, 2, signed, verb, lowerDigits)
	case 'o', 'O':
		p.integer(u, 8, signed, verb, lowerDigits)
	case 'x':
		p.integer(u, 16, signed, verb, lowerDigits)
	case 'X':
		p.integer(u, 16, signed, verb, upperDigits)
	case 'c':
		p.pad(string(runeOf(u)))
	case 'q':
		p.quotedRune(u)
	case 'U':
		p.unicode(u)
	default:
		p.badVerb(verb, v)
	}
}

func (p *printer) floating(f float64, size int, verb rune, v value) {
	switch verb {
	case 'v':
		p.float(f, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.float(f, size, byte(verb), -1)
	case 'f', 'e', 'E':
		p.float(f, size, byte(verb), 6)
	case 'F':
		p.float(f, size, 'f', 6)
	default:
		p.badVerb(verb, v)
	}
}

func (p *printer) complex(c complex128, size int, verb rune, v value) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		plus := p.plus
		p.buf = append(p.buf, '(')
		p.floating(real(c), size/2, verb, v)
		p.plus = true
		p.floating(imag(c), size/2, verb, v)
		p.buf = append(p.buf, "i)"...)
		p.plus = plus
	default:
		p.badVerb(verb, v)
	}
}

// pointer prints an address.
func (p *printer) pointer(v value, verb rune) {
	switch rtype.KindOf(v.t) {
	case rtype.Chan, rtype.Func, rtype.Map, rtype.Pointer, rtype.Slice, rtype.UnsafePointer:
	default:
		p.badVerb(verb, v)
		return
	}
	u := uint64(uintptr(v.word()))
	switch verb {
	case 'v':
		switch {
		case p.sharpV:
			p.buf = append(append(append(p.buf, '('), rtype.StringOf(v.t)...), ")("...)
			if u == 0 {
				p.buf = append(p.buf, "nil"...)
			} else {
				p.hexadecimal(u, true)
			}
			p.buf = append(p.buf, ')')
		case u == 0:
			p.pad("<nil>")
		default:
			p.hexadecimal(u, !p.sharp)
		}
	case 'p':
		p.hexadecimal(u, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.number(u, false, verb, v)
	default:
		p.badVerb(verb, v)
	}
}

// printPointer shows what an operand points to; deeper inside, an address.
func (p *printer) printPointer(v value, verb rune, depth int) {
	if to := v.word(); depth == 0 && to != nil {
		elem := rtype.ElemOf(v.t)
		switch rtype.KindOf(elem) {
		case rtype.Array, rtype.Slice, rtype.Struct, rtype.Map:
			p.buf = append(p.buf, '&')
			p.printValue(value{elem, to, v.hidden}, verb, depth+1)
			return
		}
	}
	p.pointer(v, verb)
}

func (p *printer) printInterface(v value, verb rune, depth int) {
	inner := v.elem()
	switch {
	case inner.t != 0:
		p.printValue(inner, verb, depth+1)
	case p.sharpV:
		p.buf = append(append(p.buf, rtype.StringOf(v.t)...), "(nil)"...)
	default:
		p.buf = append(p.buf, "<nil>"...)
	}
}

// open writes the type of a composite value in Go syntax and the bracket before its parts.
func (p *printer) open(v value, bracket string) {
	if p.sharpV {
		p.buf = append(p.buf, rtype.StringOf(v.t)...)
		bracket = "{"
	}
	p.buf = append(p.buf, bracket...)
}

// separate writes what stands before the i-th part.
func (p *printer) separate(i int32) {
	if i > 0 {
		if p.sharpV {
			p.buf = append(p.buf, ',')
		}
		p.buf = append(p.buf, ' ')
	}
}

func (p *printer) close(bracket byte) {
	if p.sharpV {
		bracket = '}'
	}
	p.buf = append(p.buf, bracket)
}

// nilInGo writes a nil map or slice in Go syntax.
func (p *printer) nilInGo(v value) {
	p.buf = append(append(p.buf, rtype.StringOf(v.t)...), "(nil)"...)
}

func (p *printer) printStruct(v value, verb rune, depth int) {
	p.open(v, "{")
	n := rtype.NumField(v.t)
	for i := int32(0); i < n; i++ {
		p.separate(i)
		if p.plusV || p.sharpV {
			p.buf = append(append(p.buf, rtype.FieldName(v.t, i)...), ':')
		}
		f := v.field(i)
		if rtype.KindOf(f.t) == rtype.Interface {
			if inner := f.elem(); inner.t != 0 {
				f = inner
			}
		}
		p.printValue(f, verb, depth+1)
	}
	p.close('}')
}

// printList prints an array or slice: as a text where the verb is one for texts and the elements are bytes.
func (p *printer) printList(v value, kind int32, verb rune, depth int) {
	elem := rtype.ElemOf(v.t)
	data, n := v.p, rtype.LenOf(v.t)
	if kind == rtype.Slice {
		data, n = v.word(), int32(len(*(*[]byte)(v.p)))
	}
	if rtype.KindOf(elem) == rtype.Uint8 {
		switch verb {
		case 's', 'q', 'x', 'X':
			p.string(bytesAt(data, n), verb, v)
			return
		}
	}
	if p.sharpV && kind == rtype.Slice && data == nil {
		p.nilInGo(v)
		return
	}
	p.open(v, "[")
	size := rtype.SizeOf(elem)
	for i := int32(0); i < n; i++ {
		p.separate(i)
		p.printValue(value{elem, unsafe.Add(data, i*size), v.hidden}, verb, depth+1)
	}
	p.close(']')
}

// bytesAt copies n bytes to a string.
func bytesAt(data unsafe.Pointer, n int32) string {
	buf := make([]byte, n)
	for i := range buf {
		buf[i] = *(*byte)(unsafe.Add(data, i))
	}
	return string(buf)
}

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
		p.buf = append(p.buf, ':')
		p.printValue(value{elem, e.elem, v.hidden}, verb, depth+1)
	}
	p.close(']')
}
