// Package json writes and reads JSON (RFC 8259).
//
// Structs become objects with a pair for each exported field. A tag such as `json:"name,omitempty"` changes the name; the options behind it are omitempty (left
// out if it is false, 0, nil or has length 0), omitzero (left out if it is the zero value or its method IsZero says so) and string (the
// value is written as a string); `json:"-"` leaves the field out. Fields of embedded structs are taken as the struct's own.
package json

import (
	"encoding"
	"errors"
	"math"
	"reflect"
	"sort"
	"strconv"
	"unicode/utf8"
)

// A Marshaler writes itself as JSON.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

// An UnsupportedTypeError is about a value of a type that JSON has nothing for.
type UnsupportedTypeError struct {
	Type reflect.Type
}

// Error writes the error.
func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// An UnsupportedValueError is about a value that JSON has nothing for.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

// Error writes the error.
func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// An InvalidUTF8Error is not used any more: what is not UTF-8 is written as U+FFFD.
type InvalidUTF8Error struct {
	S string
}

// Error writes the error.
func (e *InvalidUTF8Error) Error() string {
	return "json: invalid UTF-8 in string: " + strconv.Quote(e.S)
}

// A MarshalerError is about a method MarshalJSON or MarshalText that failed.
type MarshalerError struct {
	Type   reflect.Type
	Err    error
	method string
}

// Error writes the error.
func (e *MarshalerError) Error() string {
	method := e.method
	if method == "" {
		method = "MarshalJSON"
	}
	return "json: error calling " + method + " for type " + e.Type.String() + ": " + e.Err.Error()
}

// Unwrap returns the error of the method.
func (e *MarshalerError) Unwrap() error { return e.Err }

// Marshal returns v as JSON. Values that are Marshalers write themselves, TextMarshalers are written as strings. Slices of bytes are written in base64. Keys of maps,
// which must be strings, integers or TextMarshalers, are sorted. Pointers and interfaces are written as what they lead to, null if they are nil,
// as nil slices and maps are. Channels, functions and complex numbers cannot be written. In strings <, > and & are escaped.
func Marshal(v any) ([]byte, error) {
	e := &encoder{html: true}
	e.value(reflect.ValueOf(v), false)
	return e.result()
}

// MarshalIndent is Marshal followed by Indent.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	b, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	return indented(nil, b, prefix, indent), nil
}

// An encoder writes one value; after an error nothing more.
type encoder struct {
	buf   []byte
	html  bool
	err   error
	depth int
	above map[uintptr]bool // pointers on the way, once that is long
}

func (e *encoder) result() ([]byte, error) {
	if e.err != nil {
		return nil, e.err
	}
	return e.buf, nil
}

func (e *encoder) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

func (e *encoder) add(s string) { e.buf = append(e.buf, s...) }

var (
	marshalerType       = reflect.TypeOf((*Marshaler)(nil)).Elem()
	textMarshalerType   = reflect.TypeOf((*encoding.TextMarshaler)(nil)).Elem()
	textUnmarshalerType = reflect.TypeOf((*encoding.TextUnmarshaler)(nil)).Elem()
	numberType          = reflect.TypeOf(Number(""))
)

// value writes v; numbers, booleans and strings as strings if quoted is set.
func (e *encoder) value(v reflect.Value, quoted bool) {
	if e.err != nil {
		return
	}
	if !v.IsValid() {
		e.add("null")
		return
	}
	if e.marshaler(v) {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		e.literal(strconv.FormatBool(v.Bool()), quoted)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.literal(strconv.FormatInt(v.Int(), 10), quoted)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		e.literal(strconv.FormatUint(v.Uint(), 10), quoted)
	case reflect.Float32:
		e.float(v, 32, quoted)
	case reflect.Float64:
		e.float(v, 64, quoted)
	case reflect.String:
		e.stringValue(v, quoted)
	case reflect.Interface:
		e.value(v.Elem(), false)
	case reflect.Pointer:
		e.within(v, func() { e.value(v.Elem(), quoted) })
	case reflect.Struct:
		e.structure(v)
	case reflect.Map:
		e.within(v, func() { e.mapping(v) })
	case reflect.Slice:
		e.slice(v)
	case reflect.Array:
		e.list(v)
	default:
		e.fail(&UnsupportedTypeError{v.Type()})
	}
}

// literal writes a number or boolean.
func (e *encoder) literal(text string, quoted bool) {
	if quoted {
		text = `"` + text + `"`
	}
	e.add(text)
}

// marshaler lets v write itself, if it or, where it is a variable, a pointer to it can, and reports whether it did.
func (e *encoder) marshaler(v reflect.Value) bool {
	if v.Kind() == reflect.Interface || !v.CanInterface() {
		return false
	}
	if v.Kind() != reflect.Pointer && v.CanAddr() && v.Type().Name() != "" {
		if p := reflect.PointerTo(v.Type()); p.Implements(marshalerType) {
			return e.marshal(v.Addr())
		} else if p.Implements(textMarshalerType) && !v.Type().Implements(marshalerType) {
			return e.marshal(v.Addr())
		}
	}
	return e.marshal(v)
}

func (e *encoder) marshal(v reflect.Value) bool {
	switch m := v.Interface().(type) {
	case Marshaler:
		if v.Kind() == reflect.Pointer && v.IsNil() {
			e.add("null")
			return true
		}
		b, err := m.MarshalJSON()
		if err == nil {
			err = check(b)
		}
		if err != nil {
			e.fail(&MarshalerError{v.Type(), err, "MarshalJSON"})
			return true
		}
		e.buf = compact(e.buf, b, e.html)
	case encoding.TextMarshaler:
		if v.Kind() == reflect.Pointer && v.IsNil() {
			e.add("null")
			return true
		}
		b, err := m.MarshalText()
		if err != nil {
			e.fail(&MarshalerError{v.Type(), err, "MarshalText"})
			return true
		}
		e.string(string(b))
	default:
		return false
	}
	return true
}

func (e *encoder) float(v reflect.Value, bits int, quoted bool) {
	f := v.Float()
	if math.IsInf(f, 0) || math.IsNaN(f) {
		e.fail(&UnsupportedValueError{v, strconv.FormatFloat(f, 'g', -1, bits)})
		return
	}
	// As JavaScript does: with an exponent for very small and very large numbers only.
	format := byte('f')
	abs := math.Abs(f)
	if abs != 0 && (bits == 64 && (abs < 1e-6 || abs >= 1e21) || bits == 32 && (float32(abs) < 1e-6 || float32(abs) >= 1e21)) {
		format = 'e'
	}
	text := strconv.FormatFloat(f, format, -1, bits)
	if n := len(text); format == 'e' && n >= 4 && text[n-4:n-1] == "e-0" {
		text = text[:n-2] + text[n-1:]
	}
	e.literal(text, quoted)
}

func (e *encoder) stringValue(v reflect.Value, quoted bool) {
	s := v.String()
	if v.Type() == numberType {
		if s == "" {
			s = "0"
		}
		if !isNumber(s) {
			e.fail(errors.New("json: invalid number literal " + strconv.Quote(s)))
			return
		}
		e.literal(s, quoted)
		return
	}
	if quoted {
		inner := encoder{html: e.html}
		inner.string(s)
		s = string(inner.buf)
	}
	e.string(s)
}

// string writes a string literal.
func (e *encoder) string(s string) {
	b := append(e.buf, '"')
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == utf8.RuneError && size == 1:
				b = append(b, `\ufffd`...)
			case r == '\u2028' || r == '\u2029':
				b = append(append(b, `\u202`...), lowerHex[r&15])
			default:
				b = append(b, s[i:i+size]...)
			}
			i += size
			continue
		}
		i++
		switch {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c == '\b':
			b = append(b, `\b`...)
		case c == '\f':
			b = append(b, `\f`...)
		case c == '\n':
			b = append(b, `\n`...)
		case c == '\r':
			b = append(b, `\r`...)
		case c == '\t':
			b = append(b, `\t`...)
		case c < ' ' || e.html && (c == '<' || c == '>' || c == '&'):
			b = append(b, '\\', 'u', '0', '0', lowerHex[c>>4], lowerHex[c&15])
		default:
			b = append(b, c)
		}
	}
	e.buf = append(b, '"')
}

// within writes what the pointer, map or slice v leads to, null if it is nil. Where the way is long it makes sure that it does not go round.
func (e *encoder) within(v reflect.Value, write func()) {
	if v.IsNil() {
		e.add("null")
		return
	}
	const long = 1000
	e.depth++
	if e.depth > long {
		p := v.Pointer()
		if e.above[p] {
			e.fail(&UnsupportedValueError{v, "encountered a cycle via " + v.Type().String()})
			return
		}
		if e.above == nil {
			e.above = map[uintptr]bool{}
		}
		e.above[p] = true
		defer delete(e.above, p)
	}
	write()
	e.depth--
}

func (e *encoder) structure(v reflect.Value) {
	separator := "{"
	for _, f := range fieldsOf(v.Type()) {
		value, ok := fieldAt(v, f.index)
		if !ok || f.omitEmpty && isEmpty(value) || f.omitZero && isZero(value) {
			continue
		}
		e.add(separator)
		separator = ","
		e.string(f.name)
		e.add(":")
		e.value(value, f.quoted)
	}
	if separator == "{" {
		e.add(separator)
	}
	e.add("}")
}

// fieldAt returns the field at a path, if no pointer on it is nil.
func fieldAt(v reflect.Value, index []int) (reflect.Value, bool) {
	for _, i := range index {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return reflect.Value{}, false
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v, true
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct, reflect.Chan, reflect.Func, reflect.Complex64, reflect.Complex128:
		return false
	}
	return v.IsZero()
}

func isZero(v reflect.Value) bool {
	if v.CanInterface() && (v.Kind() != reflect.Pointer && v.Kind() != reflect.Interface || !v.IsNil()) {
		if z, ok := v.Interface().(interface{ IsZero() bool }); ok {
			return z.IsZero()
		}
		if v.CanAddr() && v.Type().Name() != "" {
			if z, ok := v.Addr().Interface().(interface{ IsZero() bool }); ok {
				return z.IsZero()
			}
		}
	}
	return v.IsZero()
}

// pair is an entry of a map to be written.
type pair struct {
	key   string
	value reflect.Value
}

func (e *encoder) mapping(v reflect.Value) {
	switch k := v.Type().Key(); k.Kind() {
	case reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
	default:
		if !k.Implements(textMarshalerType) {
			e.fail(&UnsupportedTypeError{v.Type()})
			return
		}
	}
	pairs := make([]pair, 0, v.Len())
	for it := v.MapRange(); it.Next(); {
		key, err := keyText(it.Key())
		if err != nil {
			e.fail(errors.New("json: encoding error for type " + v.Type().String() + ": " + strconv.Quote(err.Error())))
			return
		}
		pairs = append(pairs, pair{key, it.Value()})
	}
	sort.Slice(pairs, func(i, j int) bool { return pairs[i].key < pairs[j].key })
	e.add("{")
	for i, p := range pairs {
		if i > 0 {
			e.add(",")
		}
		e.string(p.key)
		e.add(":")
		e.value(p.value, false)
	}
	e.add("}")
}

func keyText(key reflect.Value) (string, error) {
	if key.Kind() == reflect.String {
		return key.String(), nil
	}
	if m, ok := key.Interface().(encoding.TextMarshaler); ok {
		if key.Kind() == reflect.Pointer && key.IsNil() {
			return "", nil
		}
		b, err := m.MarshalText()
		return string(b), err
	}
	if key.CanInt() {
		return strconv.FormatInt(key.Int(), 10), nil
	}
	return strconv.FormatUint(key.Uint(), 10), nil
}

func (e *encoder) slice(v reflect.Value) {
	if elem := v.Type().Elem(); elem.Kind() == reflect.Uint8 && !writesItself(elem) {
		if v.IsNil() {
			e.add("null")
			return
		}
		e.buf = append(append(append(e.buf, '"'), encodeBase64(v.Bytes())...), '"')
		return
	}
	e.within(v, func() { e.list(v) })
}

// writesItself reports whether elements of a slice write themselves.
func writesItself(t reflect.Type) bool {
	if t.PkgPath() == "" {
		return false
	}
	p := reflect.PointerTo(t)
	return p.Implements(marshalerType) || p.Implements(textMarshalerType)
}

func (e *encoder) list(v reflect.Value) {
	e.add("[")
	for i := 0; i < v.Len(); i++ {
		if i > 0 {
			e.add(",")
		}
		e.value(v.Index(i), false)
	}
	e.add("]")
}

// A Number is a number of JSON as it was written.
type Number string

// String returns the number as it was written.
func (n Number) String() string { return string(n) }

// Float64 returns the number as a float64.
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }

// Int64 returns the number as an int64.
func (n Number) Int64() (int64, error) { return strconv.ParseInt(string(n), 10, 64) }

// A RawMessage is a value of JSON that is left as it is: to be read later, or already written.
type RawMessage []byte

// MarshalJSON returns m, null if it is nil.
func (m RawMessage) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	return m, nil
}

// UnmarshalJSON sets m to a copy of data.
func (m *RawMessage) UnmarshalJSON(data []byte) error {
	if m == nil {
		return errors.New("json.RawMessage: UnmarshalJSON on nil pointer")
	}
	*m = append((*m)[:0], data...)
	return nil
}
