// Digests of floating-point numbers written and read back: random ones of every size, and all that are known to be hard: next to powers of two and
// ten, halfway between two numbers, and those whose digits come nearest to halfway (found by continued fractions).
package main

import (
	"fmt"
	"math"
	"math/rand"
	"strconv"
	"strings"
)

type digest struct {
	hash  uint64
	count int
}

func (d *digest) word(n uint64) {
	for i := 0; i < 8; i++ {
		d.hash = (d.hash ^ n&0xff) * 1099511628211
		n >>= 8
	}
	d.count++
}

func (d *digest) text(s string) {
	for i := 0; i < len(s); i++ {
		d.hash = (d.hash ^ uint64(s[i])) * 1099511628211
	}
	d.word(uint64(len(s)))
}

func (d *digest) report(name string) {
	fmt.Printf("%-22s %7d %016x\n", name, d.count, d.hash)
	*d = digest{}
}

var written, read digest

// both writes f as short as it goes and with some digits, and reads what was written.
func both(f float64, digits int) {
	shortest := strconv.FormatFloat(f, 'g', -1, 64)
	written.text(shortest)
	back, err := strconv.ParseFloat(shortest, 64)
	if err != nil || math.Float64bits(back) != math.Float64bits(f) && f == f {
		fmt.Println("does not come back:", shortest, err)
	}
	narrow := float32(f)
	written.text(strconv.FormatFloat(float64(narrow), 'e', -1, 32))
	rounded := strconv.FormatFloat(f, "efg"[digits%3], digits%19, 64)
	written.text(rounded)
	parse(rounded)
	parse(shortest)
}

func parse(s string) {
	for _, size := range []int{32, 64} {
		f, err := strconv.ParseFloat(s, size)
		if f == f { // which NaN is nobody's business
			read.word(math.Float64bits(f))
		}
		if err != nil {
			read.text(err.Error())
		}
	}
}

func random(n int) {
	r := rand.New(rand.NewSource(7))
	for i := 0; i < n; i++ {
		switch i % 4 {
		case 0:
			both(math.Float64frombits(r.Uint64()), i)
		case 1:
			both(float64(math.Float32frombits(r.Uint32())), i)
		case 2:
			both(math.Round(r.Float64()*1e9)/math.Pow10(r.Intn(12)), i)
		case 3:
			both(float64(r.Int63()>>uint(r.Intn(63))), i)
		}
	}
	written.report("random, written")
	read.report("random, read")
}

// edges are numbers beside powers of two and ten, where the distance to the neighbours changes and digits become many or few.
func edges(step int) {
	for e := 0; e < 2047; e += step {
		for _, m := range []uint64{0, 1, 2, 1<<51 - 1, 1 << 51, 1<<52 - 2, 1<<52 - 1} {
			both(math.Float64frombits(uint64(e)<<52|m), e)
		}
	}
	for e := -325; e < 310; e++ {
		f, _ := strconv.ParseFloat("1e"+strconv.Itoa(e), 64)
		for _, g := range []float64{f, math.Nextafter(f, 0), math.Nextafter(f, math.Inf(1)), f * 9, f * 5} {
			both(g, e+400)
		}
	}
	for _, e := range []uint32{0, 1, 2, 100, 127, 150, 200, 254} {
		for m := uint32(0); m < 1<<23; m += 1 << 16 {
			both(float64(math.Float32frombits(e<<23|m|m>>7)), int(m>>16))
		}
	}
	written.report("edges, written")
	read.report("edges, read")
}

// halfway reads the decimal expansions of points halfway between two neighbours, exactly and a little to either side.
func halfway(n int) {
	r := rand.New(rand.NewSource(8))
	for i := 0; i < n; i++ {
		exponent := r.Intn(2046)
		f := math.Float64frombits(uint64(exponent)<<52 | r.Uint64()>>12)
		mid := middle(f)
		parse(mid)
		parse(mid + "1")
		parse(mid + strings.Repeat("0", 30) + "1")
		last := len(mid) - 1
		parse(mid[:last] + string(mid[last]-1) + "99999")
	}
	read.report("halfway, read")
}

// middle is the exact decimal value halfway between f and the next number, with a digit that is not zero at its end.
func middle(f float64) string {
	bits := math.Float64bits(f)
	exponent, mantissa := int(bits>>52), bits&(1<<52-1)
	if exponent == 0 {
		exponent = 1
	} else {
		mantissa |= 1 << 52
	}
	digits := decimal(strconv.FormatUint(mantissa*2+1, 10))
	for e := exponent - 1076; e != 0; {
		if e > 0 {
			digits.double()
			e--
		} else {
			digits.halve()
			e++
		}
	}
	return digits.String()
}

// number is an exact decimal: digits, most significant first, of which the last `fraction` ones stand behind the point.
type number struct {
	digits   []byte
	fraction int
}

func decimal(s string) *number { return &number{digits: []byte(s)} }

func (n *number) double() {
	carry := byte(0)
	for i := len(n.digits) - 1; i >= 0; i-- {
		d := (n.digits[i]-'0')*2 + carry
		n.digits[i], carry = '0'+d%10, d/10
	}
	if carry > 0 {
		n.digits = append([]byte{'0' + carry}, n.digits...)
	}
}

func (n *number) halve() {
	rest := byte(0)
	for i := range n.digits {
		d := rest*10 + n.digits[i] - '0'
		n.digits[i], rest = '0'+d/2, d%2
	}
	if rest > 0 {
		n.digits = append(n.digits, '5')
		n.fraction++
	}
	for len(n.digits) > 1 && n.digits[0] == '0' {
		n.digits = n.digits[1:]
	}
}

func (n *number) String() string {
	s := strings.TrimRight(string(n.digits), "0")
	return s + "e" + strconv.Itoa(len(n.digits)-len(s)-n.fraction)
}

// nearest looks for numbers m·2^q whose digits after the p-th are nearest to a half or to nothing: the numerators of the convergents of
// 2^q / 10^p, computed with as much precision as float64 pairs have, are such m.
func nearest(step int) {
	for q := -1074; q <= 971; q += step {
		power, _ := strconv.ParseFloat("1e"+strconv.Itoa(q*30103/100000), 64)
		x := math.Ldexp(1, q) / power
		a, b := uint64(1), uint64(0)
		for i := 0; i < 60 && !math.IsInf(x, 0) && x == x; i++ {
			whole := math.Floor(x)
			if whole > 1e15 {
				break
			}
			a, b = uint64(whole)*a+b, a
			if a >= 1<<53 {
				break
			}
			for m := a; m < 1<<53; m = m*2 + 1 {
				if m >= 1<<50 {
					both(math.Ldexp(float64(m), q), i+10)
				}
			}
			x = 1 / (x - whole)
		}
	}
	written.report("nearest, written")
	read.report("nearest, read")
}

// The texts that broke readers in the past, each by its own trap.
var traps = []string{
	"2.2250738585072011e-308", "2.2250738585072012e-308", "2.2250738585072014e-308", "4.9406564584124654e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "2.470328229206232720882843964341106861825299013071623822127928412503377536351043e-324",
	"1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "1.797693134862315807e308", "1.797693134862315808e308", "179769313486231580793e289", "9007199254740993", "9007199254740992.5", "9007199254740993.0000000000000001", "9007199254740991.5",
	"1e23", "8.5e22", "1.0e-23", "9.5367431640625e-07", "0.000244140625", "5e-324", "3e-324", "2e-324", "1.00000000000000011102230246251565404236316680908203125", "1.00000000000000011102230246251565404236316680908203124", "1.00000000000000011102230246251565404236316680908203126",
	"6929495644600919.5", "3.2378839133029012895883524125015321748630094055e+9", "1090544144181609348835077142190", "0.1e-400", "1e309", "-1e309", "1e-400", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x0.8p-1074", "0x0.80000000000001p-1074",
	"0x1p-1075", "3.4028235e38", "3.4028236e38", "3.40282356e38", "3.4028235677973366e38", "1.401298464324817e-45", "7.006492321624085e-46", "7.006492321624086e-46", "1.17549435e-38", "1.1754943e-38", "7.0060e-46", "8388608.5", "16777217", "16777217.0000001", "33554431",
	"4.35", "4.349999999999999999", "0.500000000000000166533453693773481063544750213623046875", "3.518437208883201171875e13", "62.5364939768271845828", "8.10109172351e-10", "1.50000000000000011102230246251565", "9007199254740991.4999999999999999999999999999999995",
}

func main() {
	var mode string // full: all of it
	fmt.Scan(&mode)
	times := 1
	if mode == "full" {
		times = 20
	}
	for _, s := range traps {
		parse(s)
	}
	read.report("traps, read")
	edges(20 / times)
	nearest(40 / times)
	halfway(150 * times)
	random(10000 * times)
}
