package json

import (
	"io"
	"reflect"
)

// A Decoder reads values one after the other from a reader.
type Decoder struct {
	r       io.Reader
	buf     []byte
	pos     int   // in buf, up to where values were read
	before  int64 // bytes read before buf
	ended   error // of r
	err     error // of the text: nothing is read behind it
	options decoder

	// For Token: what encloses the value at hand, '[' or '{' each, and what may come next.
	enclosing []byte
	expect    expectation
}

// What may come next in a stream of tokens.
type expectation uint8

const (
	topValue     expectation = iota // a value, enclosed by nothing
	firstElement                    // a value or the end of the array
	nextElement                     // a comma or the end of the array
	element                         // a value
	firstKey                        // a key or the end of the object
	nextKey                         // a comma or the end of the object
	key                             // a key
	colon                           // the colon behind a key
	pairValue                       // a value
)

// NewDecoder returns a Decoder that reads from r, perhaps more than the values it returns.
func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r} }

// UseNumber makes numbers in empty interfaces Numbers.
func (dec *Decoder) UseNumber() { dec.options.useNumber = true }

// DisallowUnknownFields makes a key without a field an error.
func (dec *Decoder) DisallowUnknownFields() { dec.options.knownOnly = true }

// Buffered returns what was read from r beyond the last value.
func (dec *Decoder) Buffered() io.Reader { return &leftOver{dec.buf[dec.pos:]} }

type leftOver struct{ b []byte }

func (l *leftOver) Read(p []byte) (n int, err error) {
	if len(l.b) == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	n = copy(p, l.b)
	l.b = l.b[n:]
	return n, nil
}

// InputOffset returns where, in bytes from the beginning, the last value or token ended.
func (dec *Decoder) InputOffset() int64 { return dec.before + int64(dec.pos) }

// more reads more of the input and reports whether there is any.
func (dec *Decoder) more() bool {
	if dec.ended != nil {
		return false
	}
	if dec.pos > 0 {
		dec.before += int64(dec.pos)
		dec.buf = append(dec.buf[:0], dec.buf[dec.pos:]...)
		dec.pos = 0
	}
	const least = 512
	if cap(dec.buf)-len(dec.buf) < least {
		dec.buf = append(make([]byte, 0, 2*cap(dec.buf)+least), dec.buf...)
	}
	for tries := 0; tries < 100; tries++ {
		n, err := dec.r.Read(dec.buf[len(dec.buf):cap(dec.buf)])
		dec.buf = dec.buf[:len(dec.buf)+n]
		dec.ended = err
		if n > 0 {
			return true
		}
		if err != nil {
			return false
		}
	}
	dec.ended = io.ErrNoProgress
	return false
}

// peek returns the next character that is not space; at the end it returns what ended the input.
func (dec *Decoder) peek() (byte, error) {
	for i := dec.pos; ; i++ {
		if i == len(dec.buf) {
			i -= dec.pos
			if !dec.more() {
				return 0, dec.ended
			}
		}
		if c := dec.buf[i]; !isSpace(c) {
			dec.pos = i
			return c, nil
		}
	}
}

// find returns the next value and the space before it.
func (dec *Decoder) find() ([]byte, error) {
	for {
		s := scanner{data: dec.buf, pos: dec.pos, depth: len(dec.enclosing)}
		err := s.value()
		if err != nil && s.pos < len(s.data) {
			e := err.(*SyntaxError)
			e.Offset += dec.before
			dec.err = err
			return nil, err
		}
		// A number may go on behind what was read.
		last := byte(0)
		if s.pos > dec.pos {
			last = s.data[s.pos-1]
		}
		ended := err == nil && (s.pos < len(s.data) || last == '}' || last == ']' || last == '"')
		if !ended && dec.ended == nil {
			dec.more()
			continue
		}
		if ended || err == nil && dec.ended == io.EOF {
			return dec.buf[dec.pos:s.pos], nil
		}
		dec.err = dec.ended
		if dec.err == io.EOF && dec.begun() {
			dec.err = io.ErrUnexpectedEOF
		}
		return nil, dec.err
	}
}

// begun reports whether there is anything but space.
func (dec *Decoder) begun() bool {
	for _, c := range dec.buf[dec.pos:] {
		if !isSpace(c) {
			return true
		}
	}
	return false
}

// Decode reads the next value into what v points to, as Unmarshal does. At the end of the input it returns io.EOF.
func (dec *Decoder) Decode(v any) error {
	if dec.err != nil {
		return dec.err
	}
	if err := dec.prepare(); err != nil {
		return err
	}
	data, err := dec.find()
	if err != nil {
		return err
	}
	d := dec.options
	d.data = data
	err = d.unmarshal(v)
	dec.pos += len(data)
	dec.valueRead()
	return err
}

// prepare reads the comma or colon before a value.
func (dec *Decoder) prepare() error {
	c := byte(0)
	switch dec.expect {
	case nextElement:
		c = ','
	case colon:
		c = ':'
	default:
		return nil
	}
	got, err := dec.peek()
	if err != nil {
		return err
	}
	if got != c {
		context := "after array element"
		if c == ':' {
			context = "after object key"
		}
		return &SyntaxError{"invalid character " + quoteChar(got) + " " + context, dec.InputOffset()}
	}
	dec.pos++
	dec.expect++ // to element and pairValue
	return nil
}

// valueRead changes what is expected behind a value.
func (dec *Decoder) valueRead() {
	switch dec.expect {
	case firstElement, element:
		dec.expect = nextElement
	case pairValue:
		dec.expect = nextKey
	}
}

// A Token is a Delim, bool, float64, Number, string, or nil for null.
type Token interface{}

// A Delim is a bracket: [, ], { or }.
type Delim rune

// String returns the bracket.
func (d Delim) String() string { return string(d) }

// More reports whether the array or object at hand has more elements.
func (dec *Decoder) More() bool {
	c, err := dec.peek()
	return err == nil && c != ']' && c != '}'
}

// Token returns the next token; commas and colons are left out. Brackets are guaranteed to match. At the end of the input it returns nil and io.EOF.
func (dec *Decoder) Token() (Token, error) {
	for {
		c, err := dec.peek()
		if err != nil {
			return nil, err
		}
		switch c {
		case '[', '{':
			if !dec.valueAllowed() {
				return nil, dec.misplaced(c)
			}
			dec.pos++
			dec.enclosing = append(dec.enclosing, c)
			dec.expect = firstElement
			if c == '{' {
				dec.expect = firstKey
			}
			return Delim(c), nil
		case ']', '}':
			if c == ']' && dec.expect != firstElement && dec.expect != nextElement || c == '}' && dec.expect != firstKey && dec.expect != nextKey {
				return nil, dec.misplaced(c)
			}
			dec.pos++
			dec.leave()
			return Delim(c), nil
		case ':':
			if dec.expect != colon {
				return nil, dec.misplaced(c)
			}
			dec.pos++
			dec.expect = pairValue
		case ',':
			switch dec.expect {
			case nextElement:
				dec.expect = element
			case nextKey:
				dec.expect = key
			default:
				return nil, dec.misplaced(c)
			}
			dec.pos++
		default:
			return dec.simple(c)
		}
	}
}

// simple returns a token that is a value without parts, or a key.
func (dec *Decoder) simple(c byte) (Token, error) {
	isKey := dec.expect == firstKey || dec.expect == key
	if isKey && c != '"' || !isKey && !dec.valueAllowed() {
		return nil, dec.misplaced(c)
	}
	data, err := dec.find()
	if err != nil {
		return nil, err
	}
	d := dec.options
	d.data = data
	token := d.any()
	dec.pos += len(data)
	if isKey {
		dec.expect = colon
	} else {
		dec.valueRead()
	}
	return token, d.problem
}

func (dec *Decoder) valueAllowed() bool {
	switch dec.expect {
	case topValue, firstElement, element, pairValue:
		return true
	}
	return false
}

// leave goes out of an array or object.
func (dec *Decoder) leave() {
	dec.enclosing = dec.enclosing[:len(dec.enclosing)-1]
	dec.expect = topValue
	if n := len(dec.enclosing); n > 0 {
		dec.expect = nextElement
		if dec.enclosing[n-1] == '{' {
			dec.expect = nextKey
		}
	}
}

// misplaced is the error of a character that cannot stand where it does.
func (dec *Decoder) misplaced(c byte) error {
	context := ""
	switch dec.expect {
	case topValue, firstElement, element, pairValue:
		context = " looking for beginning of value"
	case nextElement:
		context = " after array element"
	case key:
		context = " looking for beginning of object key string"
	case colon:
		context = " after object key"
	case nextKey:
		context = " after object key:value pair"
	}
	return &SyntaxError{"invalid character " + quoteChar(c) + context, dec.InputOffset()}
}

// An Encoder writes values one after the other to a writer.
type Encoder struct {
	w              io.Writer
	err            error
	html           bool
	prefix, indent string
}

// NewEncoder returns an Encoder that writes to w.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: w, html: true} }

// SetIndent makes Encode write values as Indent does; two empty strings end that.
func (enc *Encoder) SetIndent(prefix, indent string) { enc.prefix, enc.indent = prefix, indent }

// SetEscapeHTML says whether <, > and & in strings are escaped, as they are at first.
func (enc *Encoder) SetEscapeHTML(on bool) { enc.html = on }

// Encode writes v, as Marshal does, and a new line.
func (enc *Encoder) Encode(v any) error {
	if enc.err != nil {
		return enc.err
	}
	e := &encoder{html: enc.html}
	e.value(reflect.ValueOf(v), false)
	b, err := e.result()
	if err != nil {
		return err
	}
	b = append(b, '\n')
	if enc.prefix != "" || enc.indent != "" {
		b = indented(nil, b, enc.prefix, enc.indent)
	}
	_, enc.err = enc.w.Write(b)
	return enc.err
}
