package rand

import "math"

// The ziggurat of Marsaglia and Tsang ("The Ziggurat Method for Generating Random Variables", 2000): the area under a curve is covered by layers of equal
// area; a point in a layer is mostly under the curve, which one comparison of integers tells.
type ziggurat struct {
	k    []uint32  // up to where a layer is under the curve for certain
	w, f []float32 // widths of the layers over the range of the integers, heights
}

const (
	normalTail      = 3.442619855899 // where the lowest layer of the normal distribution begins
	exponentialTail = 7.69711747013104972
)

var (
	normal      *ziggurat
	exponential *ziggurat
)

// build computes a ziggurat of n layers of an area each; f is the curve and inverse its inverse, scale the range of the integers.
func build(n int, tail, area, scale float64, f, inverse func(float64) float64) *ziggurat {
	z := &ziggurat{make([]uint32, n), make([]float32, n), make([]float32, n)}
	x := tail
	q := area / f(x)
	z.k[0] = uint32(x / q * scale)
	z.w[0] = float32(q / scale)
	z.w[n-1] = float32(x / scale)
	z.f[0] = 1
	z.f[n-1] = float32(f(x))
	for i := n - 2; i > 0; i-- {
		below := x
		x = inverse(area/x + f(x))
		z.k[i+1] = uint32(x / below * scale)
		z.f[i] = float32(f(x))
		z.w[i] = float32(x / scale)
	}
	return z
}

func buildNormal() *ziggurat {
	f := func(x float64) float64 { return math.Exp(-0.5 * x * x) }
	inverse := func(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) }
	return build(128, normalTail, 9.91256303526217e-3, 1<<31, f, inverse)
}

func buildExponential() *ziggurat {
	f := func(x float64) float64 { return math.Exp(-x) }
	inverse := func(y float64) float64 { return -math.Log(y) }
	return build(256, exponentialTail, 3.949659822581572e-3, 1<<32, f, inverse)
}

// NormFloat64 returns a number of the normal distribution with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 {
	if normal == nil {
		normal = buildNormal()
	}
	for {
		u := r.Uint32()
		j := int32(u)
		i := j & 0x7F
		x := float64(j) * float64(normal.w[i])
		magnitude := uint32(j)
		if j < 0 {
			magnitude = uint32(-j)
		}
		if magnitude < normal.k[i] {
			return x
		}
		if i == 0 {
			return r.normalBeyond(j)
		}
		if normal.f[i]+float32(r.Float64())*(normal.f[i-1]-normal.f[i]) < float32(math.Exp(-0.5*x*x)) {
			return x
		}
	}
}

// normalBeyond returns a number of the tail.
func (r *Rand) normalBeyond(sign int32) float64 {
	for {
		x := -math.Log(r.Float64()) * (1.0 / normalTail)
		y := -math.Log(r.Float64())
		if y+y >= x*x {
			if sign > 0 {
				return normalTail + x
			}
			return -normalTail - x
		}
	}
}

// ExpFloat64 returns a number of the exponential distribution with rate 1.
func (r *Rand) ExpFloat64() float64 {
	if exponential == nil {
		exponential = buildExponential()
	}
	for {
		j := r.Uint32()
		i := j & 0xFF
		x := float64(j) * float64(exponential.w[i])
		if j < exponential.k[i] {
			return x
		}
		if i == 0 {
			return exponentialTail - math.Log(r.Float64())
		}
		if exponential.f[i]+float32(r.Float64())*(exponential.f[i-1]-exponential.f[i]) < float32(math.Exp(-x)) {
			return x
		}
	}
}
