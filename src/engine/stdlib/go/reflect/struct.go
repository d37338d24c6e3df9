package reflect

import (
	"internal/rtype"
	"strconv"
)

// A StructField is a field of a struct type.
type StructField struct {
	Name      string    // its name
	PkgPath   string    // import path of the package that can see it, "" if all can
	Type      Type      // its type
	Tag       StructTag // its tag
	Offset    uintptr   // where it is, in bytes from the beginning of the struct
	Index     []int     // numbers for FieldByIndex
	Anonymous bool      // it is embedded
}

// IsExported reports whether all packages can see the field.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// A StructTag is the tag of a field: by convention pairs key:"value", separated by spaces.
type StructTag string

// Get returns the value of a key, "" if there is none.
func (tag StructTag) Get(key string) string {
	value, _ := tag.Lookup(key)
	return value
}

// Lookup returns the value of a key and whether there is one.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	for {
		for tag != "" && tag[0] == ' ' {
			tag = tag[1:]
		}
		end := 0
		for end < len(tag) && tag[end] > ' ' && tag[end] != ':' && tag[end] != '"' && tag[end] != 0x7f {
			end++
		}
		if end == 0 || end+1 >= len(tag) || tag[end] != ':' || tag[end+1] != '"' {
			return "", false
		}
		name := string(tag[:end])
		quoted, err := strconv.QuotedPrefix(string(tag[end+1:]))
		if err != nil {
			return "", false
		}
		tag = tag[end+1+len(quoted):]
		if name == key {
			value, err := strconv.Unquote(quoted)
			return value, err == nil
		}
	}
}

func (t typ) NumField() int {
	t.want(Struct, "NumField")
	return int(rtype.NumField(t.id()))
}

func (t typ) Field(i int) StructField {
	t.want(Struct, "Field")
	if i < 0 || i >= t.NumField() {
		panic("reflect: Field index out of bounds")
	}
	n := int32(i)
	f := StructField{
		Name: rtype.FieldName(t.id(), n), Type: typ(rtype.FieldType(t.id(), n)), Tag: StructTag(rtype.FieldTag(t.id(), n)),
		Offset: uintptr(rtype.FieldOffset(t.id(), n)), Index: []int{i}, Anonymous: rtype.FieldEmbedded(t.id(), n),
	}
	if !rtype.FieldExported(t.id(), n) {
		f.PkgPath = t.PkgPath()
		if f.PkgPath == "" {
			f.PkgPath = "main"
		}
	}
	return f
}

func (t typ) FieldByIndex(index []int) StructField {
	var f StructField
	at := Type(t)
	for i, n := range index {
		if i > 0 && at.Kind() == Pointer && at.Elem().Kind() == Struct {
			at = at.Elem()
		}
		f = at.Field(n)
		at = f.Type
	}
	f.Index = append([]int(nil), index...)
	return f
}

func (t typ) FieldByName(name string) (StructField, bool) {
	return t.FieldByNameFunc(func(s string) bool { return s == name })
}

// A level is a struct to be searched, and the path to it.
type level struct {
	t     typ
	index []int
}

func (t typ) FieldByNameFunc(match func(string) bool) (result StructField, ok bool) {
	t.want(Struct, "FieldByNameFunc")
	seen := map[typ]bool{}
	for here := []level{{t, nil}}; len(here) > 0 && !ok; {
		var next []level
		count := map[typ]int{} // how often a struct is embedded at this level
		for _, l := range here {
			count[l.t]++
		}
		found := 0
		for _, l := range here {
			if seen[l.t] {
				continue
			}
			seen[l.t] = true
			for i := 0; i < l.t.NumField(); i++ {
				f := l.t.Field(i)
				if match(f.Name) {
					found += count[l.t]
					result = f
					result.Index = append(append([]int(nil), l.index...), i)
					continue
				}
				if embedded, is := embeddedStruct(f); is {
					next = append(next, level{embedded, append(append([]int(nil), l.index...), i)})
				}
			}
		}
		if found > 1 {
			return StructField{}, false
		}
		ok = found == 1
		here = next
	}
	if !ok {
		return StructField{}, false
	}
	return result, true
}

// embeddedStruct returns the struct that a field embeds, by itself or as a pointer.
func embeddedStruct(f StructField) (typ, bool) {
	if !f.Anonymous {
		return 0, false
	}
	t := f.Type
	if t.Kind() == Pointer {
		t = t.Elem()
	}
	return typ(t.id()), t.Kind() == Struct
}

// VisibleFields returns the fields of a struct, those of embedded structs behind theirs included, unless they are hidden.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	var list []StructField
	var walk func(at Type, index []int, above []Type)
	walk = func(at Type, index []int, above []Type) {
		for _, u := range above {
			if u == at {
				return
			}
		}
		above = append(above, at)
		for i := 0; i < at.NumField(); i++ {
			f := at.Field(i)
			f.Index = append(append([]int(nil), index...), i)
			// Visible is what its name leads to.
			if g, ok := t.FieldByName(f.Name); ok && samePath(f.Index, g.Index) {
				list = append(list, f)
			}
			if embedded, is := embeddedStruct(f); is {
				walk(embedded, f.Index, above)
			}
		}
	}
	walk(t, nil, nil)
	return list
}

func samePath(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
