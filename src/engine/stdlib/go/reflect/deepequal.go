package reflect

import "unsafe"

// A comparison is one of two pointers that is under way: if it is met again, it is taken to hold.
type comparison struct {
	a, b unsafe.Pointer
	t    Type
}

// DeepEqual reports whether x and y are of the same type and equal throughout: elements of arrays and slices, fields of structs, entries of maps and what
// pointers and interfaces lead to are compared in turn. Functions are equal only if both are nil, and a nil slice or map is not equal to an empty one.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	a, b := ValueOf(x), ValueOf(y)
	return a.h.T == b.h.T && deepEqual(a, b, map[comparison]bool{})
}

func deepEqual(a, b Value, under map[comparison]bool) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.h.T != b.h.T {
		return false
	}
	switch a.Kind() {
	case Pointer, Map, Slice:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		if a.Kind() != Pointer && a.Len() != b.Len() {
			return false
		}
		if a.word() == b.word() && a.Kind() != Map {
			return true
		}
		c := comparison{a.word(), b.word(), a.Type()}
		if under[c] {
			return true
		}
		under[c] = true
	}
	switch a.Kind() {
	case Array, Slice:
		for i := 0; i < a.Len(); i++ {
			if !deepEqual(a.Index(i), b.Index(i), under) {
				return false
			}
		}
		return true
	case Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return deepEqual(a.Elem(), b.Elem(), under)
	case Pointer:
		return deepEqual(a.Elem(), b.Elem(), under)
	case Struct:
		for i := 0; i < a.NumField(); i++ {
			if !deepEqual(a.Field(i), b.Field(i), under) {
				return false
			}
		}
		return true
	case Map:
		if a.word() == b.word() {
			return true
		}
		for it := a.MapRange(); it.Next(); {
			other := b.MapIndex(it.Key())
			if !other.IsValid() || !deepEqual(it.Value(), other, under) {
				return false
			}
		}
		return true
	case Func:
		return a.IsNil() && b.IsNil()
	}
	a.h.Flags, b.h.Flags = 0, 0
	return a.Equal(b)
}
