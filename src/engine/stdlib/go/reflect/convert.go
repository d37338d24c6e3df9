package reflect

import (
	"internal/rtype"
	"unsafe"
)

// CanConvert reports whether v can be converted to type t without a panic.
func (v Value) CanConvert(t Type) bool {
	if !v.Type().ConvertibleTo(t) {
		return false
	}
	switch {
	case v.Kind() == Slice && t.Kind() == Array:
		return v.Len() >= t.Len()
	case v.Kind() == Slice && t.Kind() == Pointer && t.Elem().Kind() == Array:
		return v.Len() >= t.Elem().Len()
	}
	return true
}

// Convert returns v converted to type t.
func (v Value) Convert(t Type) Value {
	convert := conversion(typ(v.Type().id()), typ(t.id()))
	if convert == nil {
		panic("reflect.Value.Convert: value of type " + v.Type().String() + " cannot be converted to type " + t.String())
	}
	to := valueAt(t.id(), rtype.New(t.id(), 1), addressable)
	convert(v, to)
	to.h.Flags = v.h.Flags & hidden
	return to
}

// conversion returns what converts values of type t and stores them in a variable of type u, nil if that is not possible.
func conversion(t, u typ) func(v, to Value) {
	from, into := t.Kind(), u.Kind()
	switch {
	case numeric(from) && numeric(into) && (from < Complex64) == (into < Complex64):
		return convertNumber
	case into == String && Int <= from && from <= Uintptr:
		return func(v, to Value) { to.SetString(string(character(v))) }
	case from == String && into == Slice && u.PkgPath() == "" && t.characters(u):
		return convertText
	case from == Slice && into == String && u.characters(t):
		return convertText
	case from == Slice && into == Array && rtype.ElemOf(t.id()) == rtype.ElemOf(u.id()):
		return func(v, to Value) {
			if v.Len() < to.Len() {
				panic("reflect: cannot convert slice with length too short to array")
			}
			Copy(to, v)
		}
	case sameUnderlying(t, u, false):
		return func(v, to Value) { rtype.Copy(to.h.T, to.h.P, v.h.P) }
	case from == Pointer && into == Pointer && t.Name() == "" && u.Name() == "" && sameUnderlying(typ(rtype.ElemOf(t.id())), typ(rtype.ElemOf(u.id())), false):
		return func(v, to Value) { *(*unsafe.Pointer)(to.h.P) = v.word() }
	case into == Interface && rtype.Implements(t.id(), u.id()):
		return func(v, to Value) { *(*any)(to.h.P) = v.held() }
	}
	return nil
}

func numeric(k Kind) bool { return Int <= k && k <= Complex128 }

// characters reports whether a text and a slice of type u can be converted into each other: it has bytes or runes.
func (t typ) characters(u typ) bool {
	elem := rtype.ElemOf(u.id())
	k := Kind(rtype.KindOf(elem))
	return (k == Uint8 || k == Int32) && rtype.PkgPathOf(elem) == ""
}

func character(v Value) rune {
	if v.CanUint() {
		if u := v.Uint(); u <= 0x10ffff {
			return rune(u)
		}
	} else if i := v.Int(); i == int64(rune(i)) {
		return rune(i)
	}
	return 0xfffd
}

func convertText(v, to Value) {
	if v.Kind() == String {
		s := *(*string)(v.h.P)
		if to.Type().Elem().Kind() == Uint8 {
			*(*[]byte)(to.h.P) = []byte(s)
		} else {
			*(*[]rune)(to.h.P) = []rune(s)
		}
		return
	}
	if v.Type().Elem().Kind() == Uint8 {
		to.SetString(string(*(*[]byte)(v.h.P)))
	} else {
		to.SetString(string(*(*[]rune)(v.h.P)))
	}
}

func convertNumber(v, to Value) {
	switch {
	case v.CanComplex():
		to.SetComplex(v.Complex())
	case to.CanFloat():
		switch {
		case v.CanInt():
			to.SetFloat(float64(v.Int()))
		case v.CanUint():
			to.SetFloat(float64(v.Uint()))
		default:
			to.SetFloat(v.Float())
		}
	case v.CanInt():
		to.store(uint64(v.Int()))
	case v.CanUint():
		to.store(v.Uint())
	case to.CanInt():
		to.store(uint64(int64(v.Float())))
	default:
		to.store(uint64(v.Float()))
	}
}
