package ucd

// Digits are a list of numbers in the encoding of the package.
type Digits string

// Next takes the first number off d.
func (d *Digits) Next() int {
	n, shift := 0, uint(0)
	for i := 0; ; i++ {
		c := (*d)[i]
		n |= int(c&31) << shift
		shift += 5
		if c < '@' {
			*d = (*d)[i+1:]
			return n
		}
	}
}

// NextSigned takes the first number, whose lowest bit is its sign, off d.
func (d *Digits) NextSigned() rune {
	n := d.Next()
	if n&1 != 0 {
		return rune(-(n + 1) / 2)
	}
	return rune(n / 2)
}
