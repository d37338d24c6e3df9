package main

import (
	"fmt"
	"math"
	"math/bits"
	"math/rand"
	"strconv"
)

var state uint64 = 1

func next() uint64 {
	state = state*6364136223846793005 + 1442695040888963407
	return bits.RotateLeft64(state, int(state>>58))
}

func hash(h uint32, s string) uint32 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func floats() {
	h := uint32(2166136261)
	for i := 0; i < 2000; i++ {
		f := math.Float64frombits(next())
		s := strconv.FormatFloat(f, "efgxb"[i%5], i%20-1, 64)
		h = hash(h, s)
		if g, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', -1, 64), 64); err != nil || g != f && g == g {
			fmt.Println("round trip", f, g, err)
		}
		g := float64(int64(next()>>40)) / 1000
		h = hash(h, strconv.FormatFloat(g, 'g', -1, 64))
		h = hash(h, strconv.FormatFloat(float64(float32(g)), 'f', -1, 32))
		h = hash(h, strconv.FormatFloat(g, 'f', 2, 64))
	}
	fmt.Println(h)
	fmt.Println(0.1+0.2, 1e100, 1e-7, 123456789.0, float32(0.1), math.Pi, -0.0, 5e-324, math.MaxFloat64)
	fmt.Printf("%.2f %8.3f|%-8.1f|%+e %g\n", 3.14159, 2.5, 0.05, 12345.678, 1e6)
}

func integers() {
	for _, s := range []string{"12", "-9223372036854775808", "9223372036854775808", "0x1F", "x", "", "1_000", "007"} {
		i, err := strconv.ParseInt(s, 0, 64)
		fmt.Println(i, err)
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	fmt.Println(strconv.FormatInt(-255, 16), strconv.FormatInt(35, 36), strconv.Itoa(-0), strconv.Quote("a\tb\"\x00é世\u200b"))
	hi, lo := bits.Mul64(1<<63+5, 1<<62+7)
	q, r := bits.Div64(3, 17, 1<<40+1)
	fmt.Println(hi, lo, q, r, bits.Len(1023), bits.TrailingZeros32(8), bits.OnesCount8(255), bits.Reverse16(1), bits.LeadingZeros32(1))
}

func functions() {
	for _, x := range []float64{0, 0.5, 1, 2, 10, 1234.5} {
		fmt.Printf("%.12g %.12g %.12g %.12g %.12g %.12g\n", math.Exp(x/10), math.Log(x+1), math.Sin(x), math.Cos(x), math.Atan(x), math.Sqrt(x))
	}
	fmt.Println(math.Pow(2, 10), math.Pow(10, -2), math.Mod(7, -3), math.Floor(-1.5), math.Ceil(-1.5), math.Trunc(-1.5), math.Round(2.5), math.RoundToEven(2.5), math.Hypot(3, 4), math.Cbrt(27))
	fmt.Println(math.Inf(1), math.NaN(), math.MaxInt64, math.Max(1, math.NaN()), math.IsInf(math.Inf(-1), -1), math.Signbit(math.Copysign(0, -1)), math.FMA(0.1, 10, -1))
}

func random() {
	r := rand.New(rand.NewSource(42))
	fmt.Println(r.Intn(100), r.Intn(100), r.Int63(), r.Float64(), r.Perm(8), r.NormFloat64())
	s := []int{1, 2, 3, 4, 5}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s)
}

func main() {
	floats()
	integers()
	functions()
	random()
}
