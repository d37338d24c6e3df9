package json

import (
	"reflect"
	"sort"
	"strings"
	"unicode"
)

// A field is one that JSON objects have for a struct, its own or that of a struct it embeds.
type field struct {
	name      string
	tagged    bool // the name is from a tag
	index     []int
	t         reflect.Type
	omitEmpty bool
	omitZero  bool
	quoted    bool
}

// knownFields are the fields of the structs seen so far.
var knownFields = map[reflect.Type][]field{}

func fieldsOf(t reflect.Type) []field {
	fields, ok := knownFields[t]
	if !ok {
		fields = dominant(collect(t))
		knownFields[t] = fields
	}
	return fields
}

// An embedded struct is visited at the level where it is met first; copies counts how often that is.
type embedded struct {
	t      reflect.Type
	index  []int
	copies int
}

// collect returns all fields, level by level.
func collect(t reflect.Type) (all []field) {
	seen := map[reflect.Type]bool{}
	for level := []embedded{{t, nil, 1}}; len(level) > 0; {
		var next []embedded
		for _, e := range level {
			if seen[e.t] {
				continue
			}
			seen[e.t] = true
			for i := 0; i < e.t.NumField(); i++ {
				index := append(append([]int(nil), e.index...), i)
				f, inner := fieldFor(e.t.Field(i), index)
				if inner != nil {
					next = add(next, embedded{inner, index, e.copies})
				} else if f.name != "" {
					all = append(all, f)
					if e.copies > 1 {
						all = append(all, f) // hides itself: that the struct is embedded twice makes it ambiguous
					}
				}
			}
		}
		level = next
	}
	return all
}

func add(list []embedded, e embedded) []embedded {
	for i := range list {
		if list[i].t == e.t {
			list[i].copies += e.copies
			return list
		}
	}
	return append(list, e)
}

// fieldFor returns the field for f, or the struct that f embeds and whose fields are to take its place; neither if it is left out.
func fieldFor(f reflect.StructField, index []int) (result field, inner reflect.Type) {
	t := f.Type
	if t.Name() == "" && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	tag := f.Tag.Get("json")
	if !f.IsExported() && !(f.Anonymous && t.Kind() == reflect.Struct) || tag == "-" {
		return field{}, nil
	}
	name, options, _ := strings.Cut(tag, ",")
	if !validName(name) {
		name = ""
	}
	if name == "" && f.Anonymous && t.Kind() == reflect.Struct {
		return field{}, t
	}
	result = field{name: name, tagged: name != "", index: index, t: f.Type}
	if name == "" {
		result.name = f.Name
	}
	for _, option := range strings.Split(options, ",") {
		switch option {
		case "omitempty":
			result.omitEmpty = true
		case "omitzero":
			result.omitZero = true
		case "string":
			k := t.Kind()
			result.quoted = reflect.Bool <= k && k <= reflect.Float64 || k == reflect.String
		}
	}
	return result, nil
}

func validName(s string) bool {
	for _, c := range s {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", c) && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return false
		}
	}
	return s != ""
}

// dominant keeps of the fields of one name the one that Go's rules for embedding choose, a tag breaking ties: none if there are several. The others stay in
// the order of their declaration.
func dominant(all []field) []field {
	byName := map[string][]field{}
	for _, f := range all {
		byName[f.name] = append(byName[f.name], f)
	}
	var fields []field
	for _, f := range all {
		same := byName[f.name]
		if same == nil {
			continue
		}
		delete(byName, f.name)
		sort.SliceStable(same, func(i, j int) bool { return before(same[i], same[j]) })
		if len(same) == 1 || before(same[0], same[1]) {
			fields = append(fields, same[0])
		}
	}
	sort.SliceStable(fields, func(i, j int) bool { return lessPath(fields[i].index, fields[j].index) })
	return fields
}

func before(a, b field) bool {
	if len(a.index) != len(b.index) {
		return len(a.index) < len(b.index)
	}
	return a.tagged && !b.tagged
}

func lessPath(a, b []int) bool {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return len(a) < len(b)
}
