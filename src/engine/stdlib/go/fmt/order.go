package fmt

import (
	"internal/rtype"
	"unsafe"
)

// An entry is a key and an element of a map, where they are in memory.
type entry struct{ key, elem unsafe.Pointer }

// sortedEntries returns the entries of map m of type t in the order of their keys.
func sortedEntries(t rtype.Type, m unsafe.Pointer) []entry {
	if m == nil {
		return nil
	}
	entries := make([]entry, 0, rtype.MapLen(m))
	for pos := rtype.MapNext(m, 0); pos >= 0; pos = rtype.MapNext(m, pos+1) {
		entries = append(entries, entry{rtype.MapKey(t, m, pos), rtype.MapElem(t, m, pos)})
	}
	sortEntries(rtype.KeyOf(t), entries, make([]entry, len(entries)))
	return entries
}

// sortEntries is a merge sort: stable, so that keys that do not differ stay in the order of the map.
func sortEntries(key rtype.Type, entries, room []entry) {
	n := len(entries)
	if n < 2 {
		return
	}
	left, right := entries[:n/2], entries[n/2:]
	sortEntries(key, left, room)
	sortEntries(key, right, room)
	left = room[:copy(room, left)]
	k := 0
	for len(left) > 0 {
		if len(right) > 0 && compare(key, right[0].key, left[0].key) < 0 {
			entries[k], right = right[0], right[1:]
		} else {
			entries[k], left = left[0], left[1:]
		}
		k++
	}
}

func less(is bool) int {
	if is {
		return -1
	}
	return 1
}

// compare orders two values of type t: numbers and strings by value (NaN first), false before true, pointers and channels by address, structs and
// arrays by their first difference, interfaces by type and then by value, nil first.
func compare(t rtype.Type, p, q unsafe.Pointer) int {
	kind := rtype.KindOf(t)
	a, b := value{t: t, p: p}, value{t: t, p: q}
	switch kind {
	case rtype.String:
		x, y := *(*string)(p), *(*string)(q)
		if x == y {
			return 0
		}
		return less(x < y)
	case rtype.Float32, rtype.Float64:
		return compareFloats(a.float(kind), b.float(kind))
	case rtype.Complex64, rtype.Complex128:
		x, y := a.complex(kind), b.complex(kind)
		if c := compareFloats(real(x), real(y)); c != 0 {
			return c
		}
		return compareFloats(imag(x), imag(y))
	case rtype.Struct:
		for i := int32(0); i < rtype.NumField(t); i++ {
			if c := compare(rtype.FieldType(t, i), a.field(i).p, b.field(i).p); c != 0 {
				return c
			}
		}
	case rtype.Array:
		elem := rtype.ElemOf(t)
		size := rtype.SizeOf(elem)
		for i := int32(0); i < rtype.LenOf(t); i++ {
			if c := compare(elem, unsafe.Add(p, i*size), unsafe.Add(q, i*size)); c != 0 {
				return c
			}
		}
	case rtype.Interface:
		x, y := a.elem(), b.elem()
		if x.t != y.t {
			return less(x.t < y.t)
		}
		if x.t != 0 {
			return compare(x.t, x.p, y.p)
		}
	default:
		x, y := a.bits(kind), b.bits(kind)
		if x != y {
			return less(x < y != (signed(kind) && int64(x^y) < 0))
		}
	}
	return 0
}

//interleave:kinds float32 float64 complex64 complex128
func compareFloats(x, y float64) int {
	switch {
	case x == y || x != x && y != y:
		return 0
	case x != x:
		return -1
	case y != y:
		return 1
	}
	return less(x < y)
}
