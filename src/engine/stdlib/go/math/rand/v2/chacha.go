package rand

import (
	"errors"
	"math/bits"
)

// A ChaCha8 is a strong source: the stream cipher ChaCha with 8 rounds (Bernstein, "ChaCha, a variant of Salsa20", 2008) as the specification
// "C2SP: chacha8rand" uses it. A key of 32 bytes makes sixteen blocks, four at a time with their words interleaved: 992 bytes of output and the
// next key.
type ChaCha8 struct {
	seed    [4]uint64
	buf     [32]uint64
	counter uint32 // of the blocks made from seed
	used    int    // words of buf that were given away
	size    int    // words of buf that may be: 32, of the last blocks for a key 28

	// For Read: bytes of the last word that are not given away yet, in its low bytes.
	rest     uint64
	restSize int
}

const (
	lanes       = 4  // blocks made at a time
	lastCounter = 16 // blocks made from a key
	keyWords    = 4
)

// NewChaCha8 returns a source with this seed.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := &ChaCha8{}
	c.Seed(seed)
	return c
}

// Seed sets the state as NewChaCha8 does.
func (c *ChaCha8) Seed(seed [32]byte) {
	*c = ChaCha8{}
	for i := range c.seed {
		c.seed[i] = littleEndian(seed[8*i:])
	}
	c.fill()
}

// Uint64 returns 64 random bits.
func (c *ChaCha8) Uint64() uint64 {
	for c.used == c.size {
		c.refill()
	}
	c.used++
	return c.buf[c.used-1]
}

// refill makes the next blocks, after the last ones of a key with the next key.
func (c *ChaCha8) refill() {
	c.counter += lanes
	if c.counter == lastCounter {
		copy(c.seed[:], c.buf[len(c.buf)-keyWords:])
		c.counter = 0
	}
	c.fill()
}

func (c *ChaCha8) fill() {
	c.block()
	c.used, c.size = 0, len(c.buf)
	if c.counter == lastCounter-lanes {
		c.size -= keyWords
	}
}

// block fills buf with four blocks: word i of the four stands together, as two numbers.
func (c *ChaCha8) block() {
	var words [16][lanes]uint32
	for lane := range words[0] {
		x := c.columns(uint32(lane))
		for round := 0; round < 4; round++ {
			for i := 0; i < 4; i++ {
				quarter(&x, i, 4+i, 8+i, 12+i)
			}
			for i := 0; i < 4; i++ {
				quarter(&x, i, 4+(i+1)&3, 8+(i+2)&3, 12+(i+3)&3)
			}
		}
		// Unlike the cipher, only the key is added to the result.
		for i := range x {
			if 4 <= i && i < 12 {
				x[i] += c.keyWord(i - 4)
			}
			words[i][lane] = x[i]
		}
	}
	for i, w := range words {
		c.buf[2*i] = uint64(w[0]) | uint64(w[1])<<32
		c.buf[2*i+1] = uint64(w[2]) | uint64(w[3])<<32
	}
}

// columns is the state before the first round: constants, the key, the number of the block.
func (c *ChaCha8) columns(lane uint32) (x [16]uint32) {
	x[0], x[1], x[2], x[3] = 0x61707865, 0x3320646e, 0x79622d32, 0x6b206574
	for i := 0; i < 8; i++ {
		x[4+i] = c.keyWord(i)
	}
	x[12] = c.counter + lane
	return x
}

func (c *ChaCha8) keyWord(i int) uint32 { return uint32(c.seed[i/2] >> (i & 1 * 32)) }

// quarter is the quarter round of ChaCha.
func quarter(x *[16]uint32, a, b, c, d int) {
	x[a] += x[b]
	x[d] = bits.RotateLeft32(x[d]^x[a], 16)
	x[c] += x[d]
	x[b] = bits.RotateLeft32(x[b]^x[c], 12)
	x[a] += x[b]
	x[d] = bits.RotateLeft32(x[d]^x[a], 8)
	x[c] += x[d]
	x[b] = bits.RotateLeft32(x[b]^x[c], 7)
}

// Read fills p with random bytes; it never fails. Bytes of a number that are left over are what the next Read begins with.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	for i := range p {
		if c.restSize == 0 {
			c.rest, c.restSize = c.Uint64(), 8
		}
		p[i] = byte(c.rest)
		c.rest >>= 8
		c.restSize--
	}
	return len(p), nil
}

const (
	readHeader  = "readbuf:"
	stateHeader = "chacha8:"
)

var errChaCha8 = errors.New("invalid ChaCha8 encoding")

// MarshalBinary returns the state, for UnmarshalBinary.
func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns to b.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if c.restSize > 0 {
		b = append(append(b, readHeader...), byte(c.restSize))
		for i := 0; i < c.restSize; i++ {
			b = append(b, byte(c.rest>>(8*i)))
		}
	}
	b = append(b, stateHeader...)
	position := uint64(c.counter/lanes)*uint64(len(c.buf)) + uint64(c.used)
	b = appendBigEndian(b, position)
	for _, word := range c.seed {
		for i := 0; i < 8; i++ {
			b = append(b, byte(word>>(8*i)))
		}
	}
	return b, nil
}

// UnmarshalBinary sets the state to one that MarshalBinary returned.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	rest, restSize, data, ok := cutRead(data)
	if !ok {
		return errors.New("invalid ChaCha8 Read buffer encoding")
	}
	if len(data) != len(stateHeader)+40 || string(data[:len(stateHeader)]) != stateHeader {
		return errChaCha8
	}
	data = data[len(stateHeader):]
	position := bigEndian(data)
	if position > lastCounter/lanes*uint64(len(c.buf))-keyWords {
		return errChaCha8
	}
	*c = ChaCha8{rest: rest, restSize: restSize}
	for i := range c.seed {
		c.seed[i] = littleEndian(data[8+8*i:])
	}
	size := uint64(len(c.buf))
	c.counter = uint32(position/size) * lanes
	c.fill()
	c.used = int(position % size)
	return nil
}

// cutRead takes the bytes left over by Read off data, if there are any.
func cutRead(data []byte) (rest uint64, size int, tail []byte, ok bool) {
	if len(data) < len(readHeader) || string(data[:len(readHeader)]) != readHeader {
		return 0, 0, data, true
	}
	data = data[len(readHeader):]
	if len(data) == 0 || len(data) < 1+int(data[0]) || data[0] > 8 {
		return 0, 0, nil, false
	}
	size = int(data[0])
	for i := 0; i < size; i++ {
		rest |= uint64(data[1+i]) << (8 * i)
	}
	return rest, size, data[1+size:], true
}

func littleEndian(b []byte) (v uint64) {
	for i := 7; i >= 0; i-- {
		v = v<<8 | uint64(b[i])
	}
	return v
}

func bigEndian(b []byte) (v uint64) {
	for i := 0; i < 8; i++ {
		v = v<<8 | uint64(b[i])
	}
	return v
}

func appendBigEndian(b []byte, v uint64) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(v>>shift))
	}
	return b
}
