package runtime

import (
	"internal/rtype"
	"unsafe"
)

// floatText writes f as the predeclared print does: "+1.500000e+000".
func floatText(f float64) string

func typeName(v any) string { return rtype.StringOf(rtype.TypeOf(v)) }

// panicText is what stands after "panic: " when v is not recovered.
func panicText(v any) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case Error:
		return v.Error()
	case error:
		return v.Error()
	case interface{ String() string }:
		return v.String()
	case string:
		return v
	}
	t := rtype.TypeOf(v)
	text, ok := basicText(v)
	if !ok {
		return "(" + rtype.StringOf(t) + ") " + hex(uint64(uintptr(rtype.DataOf(v))))
	}
	if rtype.PkgPathOf(t) == "" {
		return text
	}
	if rtype.KindOf(t) == rtype.String {
		text = "\"" + text + "\""
	}
	return rtype.StringOf(t) + "(" + text + ")"
}

// basicText writes a value whose kind is basic.
func basicText(v any) (text string, ok bool) {
	p := rtype.DataOf(v)
	kind := rtype.KindOf(rtype.TypeOf(v))
	switch kind {
	case rtype.Bool:
		if *(*bool)(p) {
			return "true", true
		}
		return "false", true
	case rtype.Float32:
		return floatText(float64(*(*float32)(p))), true
	case rtype.Float64:
		return floatText(*(*float64)(p)), true
	case rtype.Complex64:
		c := *(*complex64)(p)
		return complexText(complex128(c)), true
	case rtype.Complex128:
		return complexText(*(*complex128)(p)), true
	case rtype.String:
		return *(*string)(p), true
	}
	if kind == rtype.Invalid || kind > rtype.Uintptr {
		return "", false
	}
	// An integer, its lowest byte first.
	n := uint64(0)
	bits := uint(rtype.SizeOf(rtype.TypeOf(v))) * 8
	for i := uint(0); i < bits; i += 8 {
		n |= uint64(*(*byte)(unsafe.Add(p, int32(i/8)))) << i
	}
	if kind <= rtype.Int64 {
		return signed(int64(n<<(64-bits)) >> (64 - bits)), true
	}
	return unsigned(n), true
}

//interleave:kinds complex64 complex128
func complexText(c complex128) string { return "(" + floatText(real(c)) + floatText(imag(c)) + "i)" }

func signed(n int64) string {
	if n < 0 {
		return "-" + unsigned(-uint64(n))
	}
	return unsigned(uint64(n))
}

func unsigned(n uint64) string { return digits(n, 10) }

func hex(n uint64) string { return "0x" + digits(n, 16) }

func digits(n, base uint64) string {
	var buf [20]byte
	i := len(buf)
	for {
		i--
		buf[i] = "0123456789abcdef"[n%base]
		n /= base
		if n == 0 {
			return string(buf[i:])
		}
	}
}
