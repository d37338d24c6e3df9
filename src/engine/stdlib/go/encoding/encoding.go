// Package encoding has the interfaces of values that turn themselves into bytes or text and back.
package encoding

// A BinaryMarshaler turns itself into bytes.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// A BinaryUnmarshaler takes its value from bytes that MarshalBinary made. It copies what it wants to keep of them.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// A BinaryAppender appends to b what MarshalBinary would return. In case of an error it returns b as it was.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error)
}

// A TextMarshaler turns itself into text in UTF-8.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// A TextUnmarshaler takes its value from text that MarshalText made. It copies what it wants to keep of it.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}

// A TextAppender appends to b what MarshalText would return. In case of an error it returns b as it was.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error)
}
