package reflect

import (
	"internal/rtype"
	"unsafe"
)

// New returns a pointer to a new value of type t that is zero.
func New(t Type) Value {
	if t == nil {
		panic("reflect: New(nil)")
	}
	return NewAt(t, rtype.New(t.id(), 1))
}

// NewAt returns a pointer to the value of type t at p.
func NewAt(t Type, p unsafe.Pointer) Value {
	q := new(unsafe.Pointer)
	*q = p
	return valueAt(PointerTo(t).id(), unsafe.Pointer(q), 0)
}

// Zero returns the zero value of type t. It is no variable.
func Zero(t Type) Value {
	if t == nil {
		panic("reflect: Zero(nil)")
	}
	return valueAt(t.id(), rtype.New(t.id(), 1), 0)
}

// MakeSlice returns a new slice of type t.
func MakeSlice(t Type, len, cap int) Value {
	if t.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if cap < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if len > cap {
		panic("reflect.MakeSlice: len > cap")
	}
	return sliceValue(t.id(), header{rtype.New(rtype.ElemOf(t.id()), int32(cap)), word(len), word(cap)})
}

func sliceValue(t rtype.Type, h header) Value {
	p := new(header)
	*p = h
	return valueAt(t, unsafe.Pointer(p), 0)
}

// Append returns the slice s with elements added.
func Append(s Value, x ...Value) Value {
	s.want(Slice, "Append")
	h := s.grown(len(x))
	n := int(h.len)
	h.len += word(len(x))
	s = sliceValue(s.h.T, h)
	for i, v := range x {
		s.Index(n + i).Set(v)
	}
	return s
}

// AppendSlice returns the slice s with the elements of the slice t added.
func AppendSlice(s, t Value) Value {
	s.want(Slice, "AppendSlice")
	t.want(Slice, "AppendSlice")
	h := s.grown(t.Len())
	n := int(h.len)
	h.len += word(t.Len())
	s = sliceValue(s.h.T, h)
	Copy(s.Slice(n, n+t.Len()), t)
	return s
}

// Copy copies elements from src, a slice, array or, to bytes, a string, to dst, a slice or an array that is a variable, and returns their number.
func Copy(dst, src Value) int {
	n := dst.Len()
	if src.Len() < n {
		n = src.Len()
	}
	from := src.h.P
	if src.Kind() != Array {
		from = src.word()
	}
	to := dst.h.P
	if dst.Kind() == Slice {
		to = dst.word()
	} else {
		dst.mustSet("Copy")
	}
	copyElements(rtype.ElemOf(dst.h.T), to, from, n)
	return n
}

// Slice returns the part of v, a slice, string or an array that is a variable, from i to j.
func (v Value) Slice(i, j int) Value {
	switch v.Kind() {
	case String:
		s := new(string)
		*s = (*(*string)(v.h.P))[i:j]
		return valueAt(v.h.T, unsafe.Pointer(s), v.h.Flags&hidden)
	case Slice:
		return v.Slice3(i, j, v.Cap())
	}
	v.bad("Slice")
	return Value{}
}

// Slice3 returns the part of the slice v from i to j with the capacity up to k.
func (v Value) Slice3(i, j, k int) Value {
	v.want(Slice, "Slice3")
	if i < 0 || j < i || k < j || k > v.Cap() {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	s := sliceValue(v.h.T, header{unsafe.Add(v.word(), i*int(rtype.SizeOf(rtype.ElemOf(v.h.T)))), word(j - i), word(k - i)})
	s.h.Flags = v.h.Flags & hidden
	return s
}

// Swapper returns a function that exchanges two elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{"Swapper", v.Kind()})
	}
	elem := rtype.ElemOf(v.h.T)
	room := rtype.New(elem, 1)
	return func(i, j int) {
		a, b := v.Index(i), v.Index(j)
		rtype.Copy(elem, room, a.h.P)
		rtype.Copy(elem, a.h.P, b.h.P)
		rtype.Copy(elem, b.h.P, room)
	}
}

// MakeMap returns a new map of type t.
func MakeMap(t Type) Value { return MakeMapWithSize(t, 0) }

// MakeMapWithSize returns a new map of type t with room for about n entries.
func MakeMapWithSize(t Type, n int) Value {
	if t.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	p := new(unsafe.Pointer)
	*p = rtype.MapNew(t.id(), int32(n))
	return valueAt(t.id(), unsafe.Pointer(p), 0)
}

// MapIndex returns the element at a key of the map v, the zero Value if there is none.
func (v Value) MapIndex(key Value) Value {
	v.want(Map, "MapIndex")
	key = key.assignedTo(rtype.KeyOf(v.h.T), "reflect.Value.MapIndex")
	elem := valueAt(rtype.ElemOf(v.h.T), rtype.New(rtype.ElemOf(v.h.T), 1), (v.h.Flags|key.h.Flags)&hidden)
	if v.IsNil() || !rtype.MapGet(v.h.T, v.word(), key.h.P, elem.h.P) {
		return Value{}
	}
	return elem
}

// SetMapIndex sets the element at a key of the map v; the zero Value removes the entry.
func (v Value) SetMapIndex(key, elem Value) {
	v.want(Map, "SetMapIndex")
	key = key.assignedTo(rtype.KeyOf(v.h.T), "reflect.Value.SetMapIndex")
	ok := true
	switch {
	case elem.h.T == 0 && v.IsNil():
	case elem.h.T == 0:
		ok = rtype.MapDelete(v.h.T, v.word(), key.h.P)
	case v.IsNil():
		var m map[int]int
		m[0] = 0 // panics as Go does
	default:
		elem = elem.assignedTo(rtype.ElemOf(v.h.T), "reflect.Value.SetMapIndex")
		ok = rtype.MapSet(v.h.T, v.word(), key.h.P, elem.h.P)
	}
	if !ok {
		m := map[any]bool{}
		m[key.held()] = true // panics as Go does
	}
}

// MapKeys returns the keys of the map v.
func (v Value) MapKeys() []Value {
	v.want(Map, "MapKeys")
	keys := make([]Value, 0, v.Len())
	for it := v.MapRange(); it.Next(); {
		keys = append(keys, it.Key())
	}
	return keys
}

// A MapIter iterates over a map.
type MapIter struct {
	m     Value
	pos   int32
	begun bool
}

// MapRange returns an iterator over the map v. Here the order is that of insertion.
func (v Value) MapRange() *MapIter {
	v.want(Map, "MapRange")
	return &MapIter{m: v}
}

// Next goes to the next entry and reports whether there is one.
func (it *MapIter) Next() bool {
	if !it.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if it.begun {
		it.pos++
	}
	it.begun = true
	if it.m.IsNil() {
		it.pos = -1
		return false
	}
	it.pos = rtype.MapNext(it.m.word(), it.pos)
	return it.pos >= 0
}

func (it *MapIter) check(method string) {
	if !it.begun {
		panic(method + " called before Next")
	}
	if it.pos < 0 {
		panic(method + " called on exhausted iterator")
	}
}

// Key returns the key of the entry.
func (it *MapIter) Key() Value {
	it.check("MapIter.Key")
	t := rtype.KeyOf(it.m.h.T)
	return copied(t, rtype.MapKey(it.m.h.T, it.m.word(), it.pos), it.m.h.Flags)
}

// Value returns the element of the entry.
func (it *MapIter) Value() Value {
	it.check("MapIter.Value")
	t := rtype.ElemOf(it.m.h.T)
	return copied(t, rtype.MapElem(it.m.h.T, it.m.word(), it.pos), it.m.h.Flags)
}

func copied(t rtype.Type, p unsafe.Pointer, flags uint32) Value {
	v := valueAt(t, rtype.New(t, 1), flags&hidden)
	rtype.Copy(t, v.h.P, p)
	return v
}

// Reset makes the iterator one over the map v; over none if v is the zero Value.
func (it *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.want(Map, "MapRange")
	}
	*it = MapIter{m: v}
}

// SetIterKey assigns the key of the iterator's entry to v.
func (v Value) SetIterKey(iter *MapIter) { v.Set(iter.Key()) }

// SetIterValue assigns the element of the iterator's entry to v.
func (v Value) SetIterValue(iter *MapIter) { v.Set(iter.Value()) }
