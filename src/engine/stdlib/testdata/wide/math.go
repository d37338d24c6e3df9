// Digests of elementary functions, bit for bit: what Go gives natively, and our machine in Node and in every browser.
package main

import (
	"fmt"
	"math"
	"math/cmplx"
	"math/rand"
)

type digest struct {
	hash  uint64
	count int
}

func (d *digest) add(f float64) {
	bits := uint64(0x7ff8000000000001) // which NaN is nobody's business
	if f == f {
		bits = math.Float64bits(f)
	}
	for i := 0; i < 8; i++ {
		d.hash = (d.hash ^ bits&0xff) * 1099511628211
		bits >>= 8
	}
	d.count++
}

func (d *digest) report(name string) {
	fmt.Printf("%-10s %7d %016x\n", name, d.count, d.hash)
	*d = digest{}
}

var unary = []struct {
	name string
	f    func(float64) float64
}{
	{"Sqrt", math.Sqrt}, {"Exp", math.Exp}, {"Exp2", math.Exp2}, {"Expm1", math.Expm1}, {"Log", math.Log}, {"Log2", math.Log2}, {"Log10", math.Log10}, {"Log1p", math.Log1p}, {"Cbrt", math.Cbrt},
	{"Sin", math.Sin}, {"Cos", math.Cos}, {"Tan", math.Tan}, {"Asin", math.Asin}, {"Acos", math.Acos}, {"Atan", math.Atan}, {"Sinh", math.Sinh}, {"Cosh", math.Cosh}, {"Tanh", math.Tanh}, {"Asinh", math.Asinh}, {"Acosh", math.Acosh}, {"Atanh", math.Atanh},
	{"Gamma", math.Gamma}, {"Erf", math.Erf}, {"Erfc", math.Erfc}, {"Erfinv", math.Erfinv}, {"Erfcinv", math.Erfcinv}, {"J0", math.J0}, {"J1", math.J1}, {"Y0", math.Y0}, {"Y1", math.Y1},
	{"Floor", math.Floor}, {"Ceil", math.Ceil}, {"Trunc", math.Trunc}, {"Round", math.Round}, {"RoundEven", math.RoundToEven}, {"Abs", math.Abs}, {"Logb", math.Logb}, {"float32", func(x float64) float64 { return float64(float32(x) * 1.1) }},
}

var binary = []struct {
	name string
	f    func(x, y float64) float64
}{
	{"Pow", math.Pow}, {"Mod", math.Mod}, {"Remainder", math.Remainder}, {"Hypot", math.Hypot}, {"Atan2", math.Atan2}, {"Max", math.Max}, {"Min", math.Min}, {"Dim", math.Dim}, {"Nextafter", math.Nextafter}, {"Copysign", math.Copysign},
	{"FMA", func(x, y float64) float64 { return math.FMA(x, y, -x*y) }}, {"quotient", func(x, y float64) float64 { return x / y }},
	{"Sinc", func(x, y float64) float64 { return cmplx.Abs(cmplx.Sin(complex(x, y))) }}, {"Expc", func(x, y float64) float64 { return real(cmplx.Exp(complex(x, y))) }}, {"Sqrtc", func(x, y float64) float64 { return imag(cmplx.Sqrt(complex(x, y))) }},
}

var special = []float64{0, math.Copysign(0, -1), 1, -1, 0.5, 2, -3, 10, 0.1, 1e-20, 5e-324, 1e300, 710, -745.2, math.Pi, math.Pi / 2, 1e22, math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN(), 0x1p-1022, 0x1p52, 171.6, 1 - 0x1p-53}

// number is of any size, a usual one most of the time.
func number(r *rand.Rand) float64 {
	switch r.Intn(8) {
	case 0:
		return math.Float64frombits(r.Uint64())
	case 1:
		return special[r.Intn(len(special))]
	case 2:
		return float64(r.Intn(100)-50) / 4
	}
	return (r.Float64() - 0.5) * float64(int(1)<<uint(r.Intn(12)))
}

// skipped are arguments for which Go's assembly for amd64 is not what Go documents: subnormal ones of logarithms, and those from which on its Exp overflows
// to those from which on it should.
func skipped(name string, x float64) bool {
	a := math.Abs(x)
	switch name {
	case "Log", "Log10", "Y0", "Pow":
		return a > 0 && a < 0x1p-1022
	case "Exp", "Sinh", "Cosh", "Sinc", "Expc":
		return a > 709.4 && a < 709.79
	}
	return false
}

func main() {
	var mode string // full: more of it
	fmt.Scan(&mode)
	n := 500
	if mode == "full" {
		n = 20000
	}
	var d digest
	for i, u := range unary {
		r := rand.New(rand.NewSource(int64(i)))
		add := func(x float64) {
			if !skipped(u.name, x) {
				d.add(u.f(x))
			}
		}
		for _, x := range special {
			add(x)
		}
		for j := 0; j < n; j++ {
			add(number(r))
		}
		d.report(u.name)
	}
	for i, b := range binary {
		r := rand.New(rand.NewSource(int64(i)))
		add := func(x, y float64) {
			if !skipped(b.name, x) && !skipped(b.name, y) {
				d.add(b.f(x, y))
			}
		}
		for _, x := range special {
			for _, y := range special {
				add(x, y)
			}
		}
		for j := 0; j < n; j++ {
			add(number(r), number(r))
		}
		d.report(b.name)
	}
}
