package json

import (
	"encoding"
	"errors"
	"reflect"
	"strconv"
	"strings"
)

// An Unmarshaler reads itself from JSON. It copies what it wants to keep of it.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

// An UnmarshalTypeError is about a JSON value that does not fit the Go value it is for.
type UnmarshalTypeError struct {
	Value  string       // what it is: "bool", "array", "number -5", ...
	Type   reflect.Type // the type it does not fit
	Offset int64        // bytes read when it was found
	Struct string       // name of the struct whose field it is for
	Field  string       // path to that field, names with points between them
}

// Error writes the error.
func (e *UnmarshalTypeError) Error() string {
	if e.Struct != "" || e.Field != "" {
		return "json: cannot unmarshal " + e.Value + " into Go struct field " + e.Struct + "." + e.Field + " of type " + e.Type.String()
	}
	return "json: cannot unmarshal " + e.Value + " into Go value of type " + e.Type.String()
}

// An UnmarshalFieldError is not used any more.
type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

// Error writes the error.
func (e *UnmarshalFieldError) Error() string {
	return "json: cannot unmarshal object key " + strconv.Quote(e.Key) + " into unexported field " + e.Field.Name + " of type " + e.Type.String()
}

// An InvalidUnmarshalError is about an argument of Unmarshal that is no pointer, or nil.
type InvalidUnmarshalError struct {
	Type reflect.Type
}

// Error writes the error.
func (e *InvalidUnmarshalError) Error() string {
	switch {
	case e.Type == nil:
		return "json: Unmarshal(nil)"
	case e.Type.Kind() != reflect.Pointer:
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

// Unmarshal reads JSON into what v points to. Objects go into structs, keys being matched with names of fields in any case if need be, and into maps; what is
// not known is left out. Pointers are made where they are nil; null makes them, interfaces, maps and slices nil and leaves all else as it is. In an
// interface that is empty JSON becomes bool, float64, string, []any, map[string]any or nil. A value that does not fit is left out, and the
// first UnmarshalTypeError is returned at the end.
func Unmarshal(data []byte, v any) error {
	if err := check(data); err != nil {
		return err
	}
	d := &decoder{data: data}
	return d.unmarshal(v)
}

// A decoder reads values from text that was checked.
type decoder struct {
	data       []byte
	pos        int
	problem    error // the first one that does not end it
	useNumber  bool
	knownOnly  bool
	structName string   // of the struct being read
	path       []string // fields on the way to the value at hand
}

func (d *decoder) unmarshal(v any) error {
	p := reflect.ValueOf(v)
	if p.Kind() != reflect.Pointer || p.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	if err := d.value(p); err != nil {
		return d.inContext(err)
	}
	return d.problem
}

// inContext gives an error the names of the field it is about.
func (d *decoder) inContext(err error) error {
	if e, ok := err.(*UnmarshalTypeError); ok && (d.structName != "" || len(d.path) > 0) {
		e.Struct = d.structName
		e.Field = strings.Join(d.path, ".")
	}
	return err
}

func (d *decoder) save(err error) {
	if d.problem == nil {
		d.problem = d.inContext(err)
	}
}

func (d *decoder) mismatch(value string, t reflect.Type, offset int) {
	d.save(&UnmarshalTypeError{Value: value, Type: t, Offset: int64(offset)})
}

func (d *decoder) space() {
	for d.pos < len(d.data) && isSpace(d.data[d.pos]) {
		d.pos++
	}
}

// skip moves over the next value and returns it.
func (d *decoder) skip() []byte {
	s := scanner{data: d.data, pos: d.pos}
	s.space()
	begin := s.pos
	s.value()
	d.pos = s.pos
	return d.data[begin:d.pos]
}

// next moves over space and the character c.
func (d *decoder) next(c byte) bool {
	d.space()
	if d.data[d.pos] != c {
		return false
	}
	d.pos++
	return true
}

// value reads the next value into v.
func (d *decoder) value(v reflect.Value) error {
	d.space()
	switch d.data[d.pos] {
	case '{':
		return d.object(v)
	case '[':
		return d.array(v)
	}
	return d.literal(d.skip(), v, false)
}

// target follows pointers from v, making them where they are nil, to what a value goes into: an Unmarshaler or TextUnmarshaler, or a value that is
// neither. For null it stops at the last pointer that can be set to nil.
func target(v reflect.Value, null bool) (Unmarshaler, encoding.TextUnmarshaler, reflect.Value) {
	variable := v
	hasAddress := false
	if v.Kind() != reflect.Pointer && v.Type().Name() != "" && v.CanAddr() {
		hasAddress = true
		v = v.Addr()
	}
	for {
		if v.Kind() == reflect.Interface && !v.IsNil() {
			if e := v.Elem(); e.Kind() == reflect.Pointer && !e.IsNil() && (!null || e.Elem().Kind() == reflect.Pointer) {
				hasAddress = false
				v = e
				continue
			}
		}
		if v.Kind() != reflect.Pointer || null && v.CanSet() {
			return nil, nil, v
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if v.Type().NumMethod() > 0 && v.CanInterface() {
			switch u := v.Interface().(type) {
			case Unmarshaler:
				return u, nil, reflect.Value{}
			case encoding.TextUnmarshaler:
				if !null {
					return nil, u, reflect.Value{}
				}
			}
		}
		if hasAddress {
			v = variable
			hasAddress = false
		} else {
			v = v.Elem()
		}
	}
}

// literal stores a string, number, boolean or null; quoted means that it was in a string because a tag says so.
func (d *decoder) literal(item []byte, v reflect.Value, quoted bool) error {
	null := item[0] == 'n'
	t := v.Type()
	u, text, v := target(v, null)
	if u != nil {
		return u.UnmarshalJSON(item)
	}
	if text != nil {
		if item[0] != '"' {
			d.mismatch(kindOf(item), t, d.pos)
			return nil
		}
		return text.UnmarshalText([]byte(unquote(item)))
	}
	if quoted && !wellQuoted(item, v) {
		if item[0] != 't' && item[0] != 'f' && !null {
			return badQuoted(item, v)
		}
		d.save(badQuoted(item, v))
		return nil
	}
	switch item[0] {
	case 'n':
		switch v.Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
			v.SetZero()
		}
	case 't', 'f':
		d.boolean(item[0] == 't', v)
	case '"':
		return d.text(item, v)
	default:
		return d.number(string(item), v, quoted)
	}
	return nil
}

// wellQuoted reports whether what a string contains is a literal that v may have; numbers are looked at later.
func wellQuoted(item []byte, v reflect.Value) bool {
	switch c := item[0]; {
	case c == 'n':
		return string(item) == "null"
	case c == 't', c == 'f':
		return (string(item) == "true" || string(item) == "false") && v.Kind() == reflect.Bool
	case c == '"':
		return check(item) == nil
	default:
		return c == '-' || isDigit(c)
	}
}

func kindOf(item []byte) string {
	switch item[0] {
	case 'n':
		return "null"
	case 't', 'f':
		return "bool"
	case '"':
		return "string"
	}
	return "number"
}

// empty reports whether v is an interface that holds anything.
func empty(v reflect.Value) bool { return v.Kind() == reflect.Interface && v.NumMethod() == 0 }

func (d *decoder) boolean(b bool, v reflect.Value) {
	switch {
	case v.Kind() == reflect.Bool:
		v.SetBool(b)
	case empty(v):
		v.Set(reflect.ValueOf(b))
	default:
		d.mismatch("bool", v.Type(), d.pos)
	}
}

func (d *decoder) text(item []byte, v reflect.Value) error {
	s := unquote(item)
	switch {
	case v.Kind() == reflect.String:
		if v.Type() == numberType && !isNumber(s) {
			return errors.New("json: invalid number literal, trying to unmarshal " + strconv.Quote(string(item)) + " into Number")
		}
		v.SetString(s)
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
		b, err := decodeBase64(s)
		if err != nil {
			d.save(err)
			break
		}
		v.SetBytes(b)
	case empty(v):
		v.Set(reflect.ValueOf(s))
	default:
		d.mismatch("string", v.Type(), d.pos)
	}
	return nil
}

func (d *decoder) number(s string, v reflect.Value, quoted bool) error {
	ok := true
	switch k := v.Kind(); {
	case v.CanInt():
		n, err := strconv.ParseInt(s, 10, 64)
		if ok = err == nil && !v.OverflowInt(n); ok {
			v.SetInt(n)
		}
	case v.CanUint():
		n, err := strconv.ParseUint(s, 10, 64)
		if ok = err == nil && !v.OverflowUint(n); ok {
			v.SetUint(n)
		}
	case v.CanFloat():
		n, err := strconv.ParseFloat(s, v.Type().Bits())
		if ok = err == nil && !v.OverflowFloat(n); ok {
			v.SetFloat(n)
		}
	case k == reflect.String && v.Type() == numberType:
		v.SetString(s)
	case empty(v):
		n, err := d.numberValue(s)
		if err != nil {
			d.save(err)
		} else {
			v.Set(reflect.ValueOf(n))
		}
	case quoted:
		return badQuoted([]byte(s), v)
	default:
		d.mismatch("number", v.Type(), d.pos)
	}
	if !ok {
		d.mismatch("number "+s, v.Type(), d.pos)
	}
	return nil
}

// badQuoted is about a string that does not contain what a tag says.
func badQuoted(item []byte, v reflect.Value) error {
	return errors.New("json: invalid use of ,string struct tag, trying to unmarshal " + strconv.Quote(string(item)) + " into " + v.Type().String())
}

// numberValue returns a number for an interface.
func (d *decoder) numberValue(s string) (any, error) {
	if d.useNumber {
		return Number(s), nil
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return nil, &UnmarshalTypeError{Value: "number " + s, Type: reflect.TypeOf(0.0), Offset: int64(d.pos + 1)}
	}
	return f, nil
}

// any reads the next value as it is stored in an empty interface.
func (d *decoder) any() any {
	d.space()
	switch d.data[d.pos] {
	case '{':
		m := map[string]any{}
		d.pos++
		for !d.next('}') {
			d.next(',')
			key := unquote(d.skip())
			d.next(':')
			m[key] = d.any()
		}
		return m
	case '[':
		list := []any{}
		d.pos++
		for !d.next(']') {
			d.next(',')
			list = append(list, d.any())
		}
		return list
	}
	switch item := d.skip(); item[0] {
	case 'n':
		return nil
	case 't', 'f':
		return item[0] == 't'
	case '"':
		return unquote(item)
	default:
		n, err := d.numberValue(string(item))
		if err != nil {
			d.save(err)
		}
		return n
	}
}

// special handles an array or object whose target is an Unmarshaler, cannot hold it or holds anything; if none of these, it returns the target.
func (d *decoder) special(what string, v reflect.Value) (to reflect.Value, done bool, err error) {
	t := v.Type()
	u, text, v := target(v, false)
	switch {
	case u != nil:
		return v, true, u.UnmarshalJSON(d.skip())
	case text != nil:
		d.mismatch(what, t, d.pos+1)
		d.skip()
		return v, true, nil
	case empty(v):
		if x := reflect.ValueOf(d.any()); x.IsValid() {
			v.Set(x)
		}
		return v, true, nil
	}
	return v, false, nil
}

func (d *decoder) array(v reflect.Value) error {
	v, done, err := d.special("array", v)
	if done {
		return err
	}
	if k := v.Kind(); k != reflect.Array && k != reflect.Slice {
		d.mismatch("array", v.Type(), d.pos+1)
		d.skip()
		return nil
	}
	d.pos++
	n := 0
	for ; !d.next(']'); n++ {
		d.next(',')
		if v.Kind() == reflect.Slice {
			if n >= v.Cap() {
				v.Grow(1)
			}
			if n >= v.Len() {
				v.SetLen(n + 1)
			}
		}
		if n >= v.Len() {
			d.skip()
		} else if err := d.value(v.Index(n)); err != nil {
			return err
		}
	}
	if v.Kind() == reflect.Slice {
		if n == 0 {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		} else {
			v.SetLen(n)
		}
		return nil
	}
	for ; n < v.Len(); n++ {
		v.Index(n).SetZero()
	}
	return nil
}

func (d *decoder) object(v reflect.Value) error {
	v, done, err := d.special("object", v)
	if done {
		return err
	}
	t := v.Type()
	switch {
	case v.Kind() == reflect.Struct:
	case v.Kind() == reflect.Map && validKey(t.Key()):
		if v.IsNil() {
			v.Set(reflect.MakeMap(t))
		}
	default:
		d.mismatch("object", t, d.pos+1)
		d.skip()
		return nil
	}
	outer, depth := d.structName, len(d.path)
	d.pos++
	for !d.next('}') {
		d.next(',')
		d.space()
		at := d.pos
		key := unquote(d.skip())
		d.next(':')
		if v.Kind() == reflect.Map {
			err = d.entry(key, at, v)
		} else {
			err = d.field(key, v)
		}
		if err != nil {
			return err
		}
		d.structName, d.path = outer, d.path[:depth]
	}
	return nil
}

func validKey(t reflect.Type) bool {
	k := t.Kind()
	return k == reflect.String || reflect.Int <= k && k <= reflect.Uintptr || reflect.PointerTo(t).Implements(textUnmarshalerType)
}

// entry reads a value into a map.
func (d *decoder) entry(key string, at int, v reflect.Value) error {
	elem := reflect.New(v.Type().Elem()).Elem()
	if err := d.value(elem); err != nil {
		return err
	}
	k := reflect.New(v.Type().Key())
	switch to := k.Elem(); {
	case k.Type().Implements(textUnmarshalerType):
		if err := k.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(key)); err != nil {
			return err
		}
	case to.Kind() == reflect.String:
		to.SetString(key)
	case to.CanInt():
		n, err := strconv.ParseInt(key, 10, 64)
		if err != nil || to.OverflowInt(n) {
			d.mismatch("number "+key, to.Type(), at+1)
			return nil
		}
		to.SetInt(n)
	default:
		n, err := strconv.ParseUint(key, 10, 64)
		if err != nil || to.OverflowUint(n) {
			d.mismatch("number "+key, to.Type(), at+1)
			return nil
		}
		to.SetUint(n)
	}
	v.SetMapIndex(k.Elem(), elem)
	return nil
}

// field reads a value into the field of a struct for a key.
func (d *decoder) field(key string, v reflect.Value) error {
	f, ok := findField(fieldsOf(v.Type()), key)
	if !ok {
		if d.knownOnly {
			d.save(errors.New("json: unknown field " + strconv.Quote(key)))
		}
		d.skip()
		return nil
	}
	at := v
	for _, i := range f.index {
		if at.Kind() == reflect.Pointer {
			if at.IsNil() {
				if !at.CanSet() {
					d.save(errors.New("json: cannot set embedded pointer to unexported struct: " + at.Type().Elem().String()))
					d.skip()
					return nil
				}
				at.Set(reflect.New(at.Type().Elem()))
			}
			at = at.Elem()
		}
		at = at.Field(i)
	}
	d.structName = v.Type().Name()
	d.path = append(d.path, f.name)
	if !f.quoted {
		return d.value(at)
	}
	item := d.skip()
	switch item[0] {
	case 'n':
		return d.literal(item, at, false)
	case '"':
		return d.quoted(item, at)
	}
	if c := item[0]; c == '-' || isDigit(c) {
		if _, err := d.numberValue(string(item)); err != nil {
			d.save(err) // as Go, which reads it first
		}
	}
	d.save(errors.New("json: invalid use of ,string struct tag, trying to unmarshal unquoted value into " + at.Type().String()))
	return nil
}

// quoted stores the literal in a string literal.
func (d *decoder) quoted(item []byte, v reflect.Value) error {
	inner := []byte(unquote(item))
	if len(inner) == 0 {
		_, _, v = target(v, false)
		d.save(badQuoted(inner, v))
		return nil
	}
	return d.literal(inner, v, true)
}

// findField finds a field by its name, in any case if there is none in this.
func findField(fields []field, key string) (field, bool) {
	for _, f := range fields {
		if f.name == key {
			return f, true
		}
	}
	for _, f := range fields {
		if strings.EqualFold(f.name, key) {
			return f, true
		}
	}
	return field{}, false
}
