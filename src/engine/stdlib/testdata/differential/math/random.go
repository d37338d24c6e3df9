package main

import (
	"math/rand"

	orand "il/math/rand"
)

// compareRandom holds the generators of math/rand to Go's, number by number.
func compareRandom() {
	t := tallyOf("rand")
	for seed := int64(-3); seed < 20; seed++ {
		g, w := orand.New(orand.NewSource(seed)), rand.New(rand.NewSource(seed))
		for i := 0; i < 700; i++ {
			n := 1 + i*i*7919
			t.equal([]any{g.Int63(), g.Uint32(), g.Uint64(), g.Int31(), g.Int(), g.Intn(n), g.Int63n(int64(n) << 20), g.Float64(), g.Float32(), g.NormFloat64(), g.ExpFloat64()},
				[]any{w.Int63(), w.Uint32(), w.Uint64(), w.Int31(), w.Int(), w.Intn(n), w.Int63n(int64(n) << 20), w.Float64(), w.Float32(), w.NormFloat64(), w.ExpFloat64()})
		}
		t.equal(g.Perm(20), w.Perm(20))
		a, b := []int{1, 2, 3, 4, 5, 6, 7}, []int{1, 2, 3, 4, 5, 6, 7}
		g.Shuffle(7, func(i, j int) { a[i], a[j] = a[j], a[i] })
		w.Shuffle(7, func(i, j int) { b[i], b[j] = b[j], b[i] })
		t.equal(a, b)
		for _, param := range [][3]float64{{1.1, 1, 100}, {2, 3.5, 1e6}, {1, 1, 1}, {5, 0.5, 1}, {1.0001, 1e3, 1e9}, {8, 1, 0}} {
			gz, wz := orand.NewZipf(g, param[0], param[1], uint64(param[2])), rand.NewZipf(w, param[0], param[1], uint64(param[2]))
			t.equal(gz == nil, wz == nil)
			for i := 0; gz != nil && i < 100; i++ {
				t.equal(gz.Uint64(), wz.Uint64())
			}
		}
		p, q := make([]byte, 20), make([]byte, 20)
		g.Read(p)
		w.Read(q)
		t.equal(p, q)
	}
}
