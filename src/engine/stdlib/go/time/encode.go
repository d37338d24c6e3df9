package time

// MarshalText writes t as RFC 3339 with as many digits of the second as it takes. Years must have four digits and offsets less than 24 hours.
func (t Time) MarshalText() ([]byte, error) {
	return t.appendTo(make([]byte, 0, len(RFC3339Nano)), "Time.MarshalText: ")
}

// AppendText appends what MarshalText returns to b.
func (t Time) AppendText(b []byte) ([]byte, error) { return t.appendTo(b, "Time.MarshalText: ") }

// MarshalJSON writes t as MarshalText does, in quotes.
func (t Time) MarshalJSON() ([]byte, error) {
	b, err := t.appendTo([]byte{'"'}, "Time.MarshalJSON: ")
	if err != nil {
		return nil, err
	}
	return append(b, '"'), nil
}

// appendTo appends t as RFC 3339 has it, if it has it; errors begin with who.
func (t Time) appendTo(b []byte, who string) ([]byte, error) {
	if y := t.Year(); y < 0 || y > 9999 {
		return b, encodingError(who + "year outside of range [0,9999]")
	}
	if _, offset := t.Zone(); offset <= -daySeconds || offset >= daySeconds {
		return b, encodingError(who + "timezone hour outside of range [0,23]")
	}
	return t.AppendFormat(b, RFC3339Nano), nil
}

// UnmarshalText reads RFC 3339.
func (t *Time) UnmarshalText(data []byte) error {
	var err error
	*t, err = Parse(RFC3339, string(data))
	return err
}

// UnmarshalJSON reads RFC 3339 in quotes; null changes nothing.
func (t *Time) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return encodingError("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}

// The binary form: a version, the seconds after year 1 and the nanoseconds, high bytes first, the offset of the zone in minutes, -1 for UTC, and in
// version 2 the seconds that are left of the offset.
const (
	wholeMinutes = 1
	withSeconds  = 2
	binarySize   = 1 + 8 + 4 + 2
)

// MarshalBinary writes t as bytes for UnmarshalBinary.
func (t Time) MarshalBinary() ([]byte, error) { return t.AppendBinary(make([]byte, 0, binarySize+1)) }

// AppendBinary appends what MarshalBinary returns to b.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	version, minutes, seconds := byte(wholeMinutes), -1, 0
	if t.Location() != UTC {
		_, offset := t.Zone()
		minutes, seconds = offset/60, offset%60
		if seconds != 0 {
			version = withSeconds
		}
		if minutes < -1<<15 || minutes == -1 || minutes > 1<<15-1 {
			return b, encodingError("Time.MarshalBinary: unexpected zone offset")
		}
	}
	sec, nsec := t.normal()
	b = append(b, version)
	b = appendBigEndian(b, sec, 8)
	b = appendBigEndian(b, nsec, 4)
	b = appendBigEndian(b, int64(minutes), 2)
	if version == withSeconds {
		b = append(b, byte(seconds))
	}
	return b, nil
}

// UnmarshalBinary reads what MarshalBinary wrote.
func (t *Time) UnmarshalBinary(data []byte) error {
	switch {
	case len(data) == 0:
		return encodingError("Time.UnmarshalBinary: no data")
	case data[0] != wholeMinutes && data[0] != withSeconds:
		return encodingError("Time.UnmarshalBinary: unsupported version")
	case len(data) != binarySize+int(data[0])-wholeMinutes:
		return encodingError("Time.UnmarshalBinary: invalid length")
	}
	t.sec, t.nsec = bigEndian(data[1:9]), bigEndian(data[9:13])
	minutes := int(int16(bigEndian(data[13:15])))
	offset := minutes * 60
	if data[0] == withSeconds {
		offset += int(int8(data[15]))
	}
	switch {
	case minutes == -1:
		t.loc = nil
	case offset == Local.offset:
		t.loc = Local
	default:
		t.loc = FixedZone("", offset)
	}
	return nil
}

// GobEncode is MarshalBinary.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode is UnmarshalBinary.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }

// appendBigEndian appends the last size bytes of v, the highest first.
func appendBigEndian(b []byte, v int64, size int) []byte {
	for shift := 8*size - 8; shift >= 0; shift -= 8 {
		b = append(b, byte(v>>uint(shift)))
	}
	return b
}

func bigEndian(b []byte) (v int64) {
	for _, c := range b {
		v = v<<8 | int64(c)
	}
	return v
}

// An encodingError says why a Time cannot be written or read. (Package errors would be one more for programs that only sleep.)
type encodingError string

func (e encodingError) Error() string { return string(e) }
