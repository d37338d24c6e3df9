// Compares math and math/rand with Go's: exactly where results are defined exactly, else within the error of Go's functions (ours are nearly always
// the nearest number). Every line printed but the last is a difference.
package main

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"

	ours "il/math"
	orand "il/math/rand"
)

var (
	compared, differences int
	shown                 = map[string]int{}
)

func report(group, text string) {
	differences++
	shown[group]++
	if shown[group] < 6 && differences < 60 {
		fmt.Println(group, text)
	}
}

// ordered numbers the floats in order.
func ordered(f float64) int64 {
	b := int64(math.Float64bits(f))
	if b < 0 {
		return math.MinInt64 - b
	}
	return b
}

func near(group string, got, want float64, ulps int64, args ...float64) {
	compared++
	if math.IsNaN(got) && math.IsNaN(want) {
		return
	}
	d := ordered(got) - ordered(want)
	if d < 0 {
		d = -d
	}
	if math.IsNaN(got) != math.IsNaN(want) || d > ulps || ulps == 0 && math.Signbit(got) != math.Signbit(want) {
		report(group, fmt.Sprintf("%v got %v want %v", args, got, want))
	}
}

func equal(group string, got, want any) {
	compared++
	if fmt.Sprint(got) != fmt.Sprint(want) {
		report(group, fmt.Sprintf("got %v want %v", got, want))
	}
}

type unary struct {
	name string
	f, g func(float64) float64
	ulps int64
}

var functions = []unary{
	{"Exp", ours.Exp, math.Exp, 1}, {"Exp2", ours.Exp2, math.Exp2, 1}, {"Expm1", ours.Expm1, math.Expm1, 1}, {"Log", ours.Log, math.Log, 1}, {"Log2", ours.Log2, math.Log2, 2}, {"Log10", ours.Log10, math.Log10, 3},
	{"Log1p", ours.Log1p, math.Log1p, 1}, {"Cbrt", ours.Cbrt, math.Cbrt, 1}, {"Sinh", ours.Sinh, math.Sinh, 3}, {"Cosh", ours.Cosh, math.Cosh, 3}, {"Tanh", ours.Tanh, math.Tanh, 3}, {"Asinh", ours.Asinh, math.Asinh, 3},
	{"Acosh", ours.Acosh, math.Acosh, 3}, {"Atanh", ours.Atanh, math.Atanh, 3}, {"Tan", ours.Tan, math.Tan, 3}, {"Asin", ours.Asin, math.Asin, 30}, {"Acos", ours.Acos, math.Acos, 2000}, {"Atan", ours.Atan, math.Atan, 2},
	{"Gamma", ours.Gamma, math.Gamma, 300}, {"Erf", ours.Erf, math.Erf, 1}, {"Erfc", ours.Erfc, math.Erfc, 8},
	{"Erfinv", ours.Erfinv, math.Erfinv, 20}, {"Erfcinv", ours.Erfcinv, math.Erfcinv, 20},
	{"Floor", ours.Floor, math.Floor, 0}, {"Round", ours.Round, math.Round, 0}, {"Trunc", ours.Trunc, math.Trunc, 0}, {"Logb", ours.Logb, math.Logb, 0},
}

var special = []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1.5, 10, 100, -100, 0.1, 1e-5, -1e-5, 1e-20, 1e-310, 5e-324, 1e300, -1e300, 709.5, 709.79, 710, 745, -745.2, -746, 1024, -1074, -1075, math.Pi, math.Pi / 2, math.Pi / 4, 1e6, 1e15, 1e22,
	math.MaxFloat64, -math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN(), 0x1p-1022, 0x1p52, 0x1p53 + 2, 170, 171.6, -170.5, 26, 27.2, 6.5, 20, 1 - 0x1p-53, 1 + 0x1p-52, -1 + 0x1p-53}

func check(x float64) {
	for _, u := range functions {
		// Where Go's functions written in assembly are wrong.
		if x < 0x1p-1021 && x > 0 && u.name[:2] == "Lo" || x > 709.4 && u.name == "Exp" {
			continue
		}
		if u.name == "Tan" && math.Abs(x) > 1e5 || u.name == "Tan" && math.Abs(u.g(x)) < 0.01 || u.name == "Tan" && math.Abs(u.g(x)) > 100 || u.name[:3] == "Log" && math.Abs(x-1) < 0.3 {
			continue
		}
		if u.name == "Gamma" && x < -20 || u.name == "Erfcinv" && x < 0.4 || u.name == "Cosh" && x > 709 || u.name == "Sinh" && math.Abs(x) > 709 {
			continue
		}
		near(u.name, u.f(x), u.g(x), u.ulps, x)
	}
	// The sine is compared where Go's has its full precision: away from zeros.
	if s := math.Sin(x); math.Abs(x) < 1e5 && math.Abs(s) > 0.01 || math.Abs(x) < 1 {
		near("Sin", ours.Sin(x), s, 4, x)
	}
	if c := math.Cos(x); math.Abs(x) < 1e5 && math.Abs(c) > 0.01 {
		near("Cos", ours.Cos(x), c, 4, x)
	}
	frac, exp := ours.Frexp(x)
	wfrac, wexp := math.Frexp(x)
	equal("Frexp", []any{frac, exp}, []any{wfrac, wexp})
	whole, part := ours.Modf(x)
	wwhole, wpart := math.Modf(x)
	equal("Modf", []any{whole, part}, []any{wwhole, wpart})
	equal("Ilogb", ours.Ilogb(x), math.Ilogb(x))
	if l, s := math.Lgamma(x); x > 3 {
		g, sign := ours.Lgamma(x)
		near("Lgamma", g, l, 8, x)
		equal("Lgamma sign", sign, s)
	}
}

// bessel compares by absolute error: Go's functions lose bits near their zeros, and more of large numbers.
func bessel(n int, x float64) {
	close := func(name string, got, want float64) {
		compared++
		if math.IsNaN(got) && math.IsNaN(want) || got == want {
			return
		}
		if tolerance := 1e-14*math.Abs(want)*float64(1+n*n) + 2e-15 + 3e-16*math.Sqrt(math.Abs(x)); !(math.Abs(got-want) <= tolerance) {
			report(name, fmt.Sprintf("(%d, %v) got %v want %v", n, x, got, want))
		}
	}
	close("J0", ours.J0(x), math.J0(x))
	close("J1", ours.J1(x), math.J1(x))
	if x > 0 && x < 0x1p-1021 {
		return // Go's logarithm, in assembly, is wrong
	}
	close("Y0", ours.Y0(x), math.Y0(x))
	close("Y1", ours.Y1(x), math.Y1(x))
	close("Jn", ours.Jn(n, x), math.Jn(n, x))
	if math.Abs(math.Yn(n, x)) < 1e300 {
		close("Yn", ours.Yn(n, x), math.Yn(n, x))
	}
}

func binary(x, y, z float64) {
	if y == math.Trunc(y) {
		near("Pow", ours.Pow(x, y), math.Pow(x, y), 0, x, y)
	} else if math.Abs(x) >= 0x1p-1021 || x == 0 {
		near("Pow", ours.Pow(x, y), math.Pow(x, y), 8, x, y)
	}
	near("Mod", ours.Mod(x, y), math.Mod(x, y), 0, x, y)
	near("Remainder", ours.Remainder(x, y), math.Remainder(x, y), 0, x, y)
	near("Hypot", ours.Hypot(x, y), math.Hypot(x, y), 2, x, y)
	if math.Abs(y/x) > 1e-300 {
		near("Atan2", ours.Atan2(y, x), math.Atan2(y, x), 3, y, x)
	}
	near("Max", ours.Max(x, y), math.Max(x, y), 0, x, y)
	near("Min", ours.Min(x, y), math.Min(x, y), 0, x, y)
	near("Dim", ours.Dim(x, y), math.Dim(x, y), 0, x, y)
	near("Nextafter", ours.Nextafter(x, y), math.Nextafter(x, y), 0, x, y)
	near("FMA", ours.FMA(x, y, z), math.FMA(x, y, z), 0, x, y, z)
	near("FMA", ours.FMA(x, y, -x*y), math.FMA(x, y, -x*y), 0, x, y, -x*y)
	equal("Nextafter32", ours.Nextafter32(float32(x), float32(y)), math.Nextafter32(float32(x), float32(y)))
}

// any returns a number of any size, a usual one most of the time.
func any64(r *rand.Rand) float64 {
	switch r.Intn(6) {
	case 0:
		return math.Float64frombits(r.Uint64())
	case 1:
		return float64(r.Intn(41) - 20)
	case 2:
		return special[r.Intn(len(special))]
	case 3:
		return (r.Float64() - 0.5) * 2
	}
	return (r.Float64() - 0.5) * math.Pow(10, float64(r.Intn(7)))
}

// exactly checks that the error of Sqrt-free functions is below 0.501 units where it can be had exactly: squares and cubes.
func exactly() {
	// Known to be hard, by exact arithmetic.
	for _, c := range [][2]float64{{ours.Sin(1e22), -0.8522008497671888}, {ours.Sin(-6.226139939730161e+221), 0.1247041403571638}, {ours.Sin(-2.603505179782565e+287), -0.028688424357162588}, {ours.Sin(-6.6504073781844584e+131), 0.029060339589335724},
		{ours.Tan(math.Pi), -1.2246467991473532e-16}, {ours.Tan(math.Pi / 2), 1.633123935319537e+16}, {ours.Log2(1 + 0x1p-52), 3.203426503814917e-16}, {ours.Log(1e-310), -713.8013788281542}} {
		near("hard", c[0], c[1], 0)
	}
	for i := 1; i < 2000; i++ {
		x := float64(i)
		near("cube root of a cube", ours.Cbrt(x*x*x), x, 0, x)
		near("square", ours.Pow(x, 2), x*x, 0, x)
		near("Hypot 3 4", ours.Hypot(3*x, 4*x), 5*x, 0, x)
	}
	for n := -330; n < 312; n++ {
		exact, _ := new(big.Rat).SetString("1e" + fmt.Sprint(n))
		want, _ := exact.Float64()
		near("Pow10", ours.Pow10(n), want, 0, float64(n))
		near("Ldexp", ours.Ldexp(1.2345678901234567, n*4), math.Ldexp(1.2345678901234567, n*4), 0, float64(n))
	}
}

func random() {
	for seed := int64(-3); seed < 20; seed++ {
		g, w := orand.New(orand.NewSource(seed)), rand.New(rand.NewSource(seed))
		for i := 0; i < 700; i++ {
			n := 1 + i*i*7919
			equal("random", []any{g.Int63(), g.Uint32(), g.Uint64(), g.Int31(), g.Int(), g.Intn(n), g.Int63n(int64(n) << 20), g.Float64(), g.Float32(), g.NormFloat64(), g.ExpFloat64()},
				[]any{w.Int63(), w.Uint32(), w.Uint64(), w.Int31(), w.Int(), w.Intn(n), w.Int63n(int64(n) << 20), w.Float64(), w.Float32(), w.NormFloat64(), w.ExpFloat64()})
		}
		equal("Perm", g.Perm(20), w.Perm(20))
		a, b := []int{1, 2, 3, 4, 5, 6, 7}, []int{1, 2, 3, 4, 5, 6, 7}
		g.Shuffle(7, func(i, j int) { a[i], a[j] = a[j], a[i] })
		w.Shuffle(7, func(i, j int) { b[i], b[j] = b[j], b[i] })
		equal("Shuffle", a, b)
		for _, param := range [][3]float64{{1.1, 1, 100}, {2, 3.5, 1e6}, {1, 1, 1}, {5, 0.5, 1}, {1.0001, 1e3, 1e9}, {8, 1, 0}} {
			gz, wz := orand.NewZipf(g, param[0], param[1], uint64(param[2])), rand.NewZipf(w, param[0], param[1], uint64(param[2]))
			equal("NewZipf", gz == nil, wz == nil)
			for i := 0; gz != nil && i < 100; i++ {
				equal("Zipf", gz.Uint64(), wz.Uint64())
			}
		}
		p, q := make([]byte, 20), make([]byte, 20)
		g.Read(p)
		w.Read(q)
		equal("Read", p, q)
	}
}

func main() {
	r := rand.New(rand.NewSource(1))
	for _, x := range special {
		check(x)
		for _, y := range special {
			binary(x, y, special[r.Intn(len(special))])
		}
	}
	for i := 0; i < 20000; i++ {
		if i < 4000 {
			bessel(r.Intn(30)-5, []float64{any64(r), r.Float64() * 60, r.Float64() * 5, float64(r.Intn(300))}[r.Intn(4)])
		}
		check(any64(r))
		x, y := any64(r), any64(r)
		binary(x, y, any64(r))
		binary(x, y, -x*y*(1+(r.Float64()-0.5)*math.Pow(2, -float64(r.Intn(110)))))
	}
	exactly()
	random()
	for group, n := range shown {
		fmt.Println(group, n)
	}
	fmt.Println(compared, "compared,", differences, "different")
}
