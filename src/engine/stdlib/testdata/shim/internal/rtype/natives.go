// Natives of internal/rtype for real Go, by reflection.
package rtype

import (
	"reflect"
	"runtime"
	"unsafe"
)

var (
	types = []reflect.Type{nil}
	ids   = map[reflect.Type]Type{}
)

func id(t reflect.Type) Type {
	n, ok := ids[t]
	if !ok {
		n = Type(len(types))
		types = append(types, t)
		ids[t] = n
	}
	return n
}

func TypeOf(v any) Type {
	if v == nil {
		return 0
	}
	return id(reflect.TypeOf(v))
}

func DataOf(v any) unsafe.Pointer {
	if v == nil {
		return nil
	}
	p := reflect.New(reflect.TypeOf(v))
	p.Elem().Set(reflect.ValueOf(v))
	return p.UnsafePointer()
}

func WordOf(v any) unsafe.Pointer {
	if v == nil {
		return nil
	}
	switch reflect.TypeOf(v).Kind() {
	case reflect.Pointer, reflect.Map, reflect.Chan, reflect.Func, reflect.UnsafePointer:
		return *(*unsafe.Pointer)(DataOf(v))
	}
	return nil
}

func Make(t Type, p unsafe.Pointer) any { return reflect.NewAt(types[t], p).Elem().Interface() }

func Copy(t Type, dst, src unsafe.Pointer) {
	reflect.NewAt(types[t], dst).Elem().Set(reflect.NewAt(types[t], src).Elem())
}

func KindOf(t Type) int32       { return int32(kind(types[t])) }
func StringOf(t Type) string    { return types[t].String() }
func NameOf(t Type) string      { return types[t].Name() }
func PkgPathOf(t Type) string   { return types[t].PkgPath() }
func SizeOf(t Type) int32       { return int32(types[t].Size()) }
func ElemOf(t Type) Type        { return id(types[t].Elem()) }
func KeyOf(t Type) Type         { return id(types[t].Key()) }
func LenOf(t Type) int32        { return length(types[t]) }
func Comparable(t Type) bool    { return types[t].Comparable() }
func Implements(t, i Type) bool { return types[t].Implements(types[i]) }
func NumField(t Type) int32     { return int32(types[t].NumField()) }

func FieldName(t Type, i int32) string   { return types[t].Field(int(i)).Name }
func FieldType(t Type, i int32) Type     { return id(types[t].Field(int(i)).Type) }
func FieldOffset(t Type, i int32) int32  { return int32(types[t].Field(int(i)).Offset) }
func FieldExported(t Type, i int32) bool { return types[t].Field(int(i)).IsExported() }
func FieldTag(t Type, i int32) string    { return string(types[t].Field(int(i)).Tag) }

func kind(t reflect.Type) reflect.Kind {
	if t == nil {
		return 0
	}
	return t.Kind()
}

func length(t reflect.Type) int32 {
	if t.Kind() != reflect.Array {
		return 0
	}
	return int32(t.Len())
}

func MapLen(m unsafe.Pointer) int32 {
	if m == nil {
		return 0
	}
	return int32(*(*int)(m))
}

func MapNext(m unsafe.Pointer, pos int32) int32 {
	if pos >= MapLen(m) {
		return -1
	}
	return pos
}

// last is a copy of the map looked at last.
var last struct {
	m           unsafe.Pointer
	keys, elems []reflect.Value
}

func look(t Type, m unsafe.Pointer, pos int32) {
	if pos > 0 && last.m == m {
		return
	}
	last.m, last.keys, last.elems = m, nil, nil
	for it := reflect.NewAt(types[t], unsafe.Pointer(&m)).Elem().MapRange(); it.Next(); {
		key, elem := reflect.New(types[t].Key()), reflect.New(types[t].Elem())
		key.Elem().Set(it.Key())
		elem.Elem().Set(it.Value())
		last.keys, last.elems = append(last.keys, key), append(last.elems, elem)
	}
}

func MapKey(t Type, m unsafe.Pointer, pos int32) unsafe.Pointer {
	look(t, m, pos)
	return last.keys[pos].UnsafePointer()
}

func MapElem(t Type, m unsafe.Pointer, pos int32) unsafe.Pointer {
	if last.m != m {
		look(t, m, 0)
	}
	return last.elems[pos].UnsafePointer()
}

func FuncName(f unsafe.Pointer) string { return runtime.FuncForPC(uintptr(f)).Name() }

func New(t Type, count int32) unsafe.Pointer {
	return reflect.MakeSlice(reflect.SliceOf(types[t]), int(count), int(count)).UnsafePointer()
}

func Equal(t Type, p, q unsafe.Pointer) bool { return Make(t, p) == Make(t, q) }

func PointerTo(t Type) Type {
	if t == 0 {
		return 0
	}
	return id(reflect.PointerTo(types[t]))
}

func NumMethod(t Type) int32             { return int32(types[t].NumMethod()) }
func MethodName(t Type, i int32) string  { return types[t].Method(int(i)).Name }
func NumIn(t Type) int32                 { return int32(types[t].NumIn()) }
func In(t Type, i int32) Type            { return id(types[t].In(int(i))) }
func NumOut(t Type) int32                { return int32(types[t].NumOut()) }
func Out(t Type, i int32) Type           { return id(types[t].Out(int(i))) }
func Variadic(t Type) bool               { return types[t].IsVariadic() }
func ChanDir(t Type) int32               { return int32(types[t].ChanDir()) }
func FieldEmbedded(t Type, i int32) bool { return types[t].Field(int(i)).Anonymous }
func mapAt(t Type, m unsafe.Pointer) reflect.Value {
	return reflect.NewAt(types[t], unsafe.Pointer(&m)).Elem()
}
func at(t reflect.Type, p unsafe.Pointer) reflect.Value { return reflect.NewAt(t, p).Elem() }

func MapNew(t Type, hint int32) unsafe.Pointer {
	return reflect.MakeMapWithSize(types[t], int(hint)).UnsafePointer()
}

func MapGet(t Type, m, key, dst unsafe.Pointer) bool {
	v := mapAt(t, m).MapIndex(at(types[t].Key(), key))
	if v.IsValid() {
		at(types[t].Elem(), dst).Set(v)
	}
	return v.IsValid()
}

func MapSet(t Type, m, key, elem unsafe.Pointer) bool {
	last.m = nil
	mapAt(t, m).SetMapIndex(at(types[t].Key(), key), at(types[t].Elem(), elem))
	return true
}

func MapDelete(t Type, m, key unsafe.Pointer) bool {
	last.m = nil
	mapAt(t, m).SetMapIndex(at(types[t].Key(), key), reflect.Value{})
	return true
}

func MapClear(t Type, m unsafe.Pointer) {
	for _, key := range mapAt(t, m).MapKeys() {
		mapAt(t, m).SetMapIndex(key, reflect.Value{})
	}
}
