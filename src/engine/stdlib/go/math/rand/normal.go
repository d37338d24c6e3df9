package rand

import (
	"internal/ziggurat"
	"math"
)

// NormFloat64 returns a number of the normal distribution with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 {
	t := ziggurat.Normal()
	for {
		u := r.Uint32()
		j := int32(u)
		i := j & 0x7F
		x := float64(j) * float64(t.W[i])
		magnitude := uint32(j)
		if j < 0 {
			magnitude = uint32(-j)
		}
		if magnitude < t.K[i] {
			return x
		}
		if i == 0 {
			return r.normalBeyond(j)
		}
		if t.F[i]+float32(r.Float64())*(t.F[i-1]-t.F[i]) < float32(math.Exp(-0.5*x*x)) {
			return x
		}
	}
}

// normalBeyond returns a number of the tail.
func (r *Rand) normalBeyond(sign int32) float64 {
	for {
		x := -math.Log(r.Float64()) * (1.0 / ziggurat.NormalTail)
		y := -math.Log(r.Float64())
		if y+y >= x*x {
			if sign > 0 {
				return ziggurat.NormalTail + x
			}
			return -ziggurat.NormalTail - x
		}
	}
}

// ExpFloat64 returns a number of the exponential distribution with rate 1.
func (r *Rand) ExpFloat64() float64 {
	t := ziggurat.Exponential()
	for {
		j := r.Uint32()
		i := j & 0xFF
		x := float64(j) * float64(t.W[i])
		if j < t.K[i] {
			return x
		}
		if i == 0 {
			return ziggurat.ExponentialTail - math.Log(r.Float64())
		}
		if t.F[i]+float32(r.Float64())*(t.F[i-1]-t.F[i]) < float32(math.Exp(-x)) {
			return x
		}
	}
}
