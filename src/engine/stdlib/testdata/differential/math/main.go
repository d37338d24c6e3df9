// Compares math, math/cmplx and math/rand with Go's, on amd64: results have to have the same bits. A line for each difference, then the totals; with "full"
// as its input many times the arguments, and first a table of all functions: how many results were compared, how many have other bits, and how many are out
// of bounds.
package main

import (
	"fmt"
	"math"
	"math/rand"
)

// A tally counts what was compared of one function.
type tally struct {
	name                         string
	compared, other, out, finite int
	worst                        uint64
}

var (
	tallies []*tally
	byName  = map[string]*tally{}
)

func tallyOf(name string) *tally {
	t := byName[name]
	if t == nil {
		t = &tally{name: name}
		byName[name] = t
		tallies = append(tallies, t)
	}
	return t
}

// ordered numbers the floats in order; both zeros are 0.
func ordered(f float64) int64 {
	b := int64(math.Float64bits(f))
	if b < 0 {
		return math.MinInt64 - b
	}
	return b
}

// distance is the number of units in the last place between two results: 0 only for the same bits (all NaNs are one).
func distance(got, want float64) uint64 {
	switch {
	case math.Float64bits(got) == math.Float64bits(want) || got != got && want != want:
		return 0
	case got != got || want != want || math.Signbit(got) != math.Signbit(want):
		return math.MaxInt64
	}
	a, b := ordered(got), ordered(want)
	if a < b {
		a, b = b, a
	}
	return uint64(a) - uint64(b)
}

// same compares bits.
func (t *tally) same(got, want float64, args ...any) { t.near(got, want, 0, args...) }

// near compares within a limit of units in the last place.
func (t *tally) near(got, want float64, limit uint64, args ...any) {
	t.compared++
	if want-want == 0 {
		t.finite++
	}
	d := distance(got, want)
	if d == 0 {
		return
	}
	t.other++
	if d > t.worst {
		t.worst = d
	}
	if d <= limit {
		return
	}
	t.out++
	if t.out <= 5 {
		fmt.Printf("%s%v got %v want %v: %d units\n", t.name, args, got, want, d)
	}
}

// equal compares values that are no floating-point numbers.
func (t *tally) equal(got, want any, args ...any) {
	t.compared++
	t.finite++
	if g, w := fmt.Sprint(got), fmt.Sprint(want); g != w {
		t.other++
		t.out++
		if t.out <= 5 {
			fmt.Printf("%s%v got %s want %s\n", t.name, args, g, w)
		}
	}
}

// leastFinite is how many results of each function have to be finite numbers: that a test which compares nothing does not pass.
const leastFinite = 100

func main() {
	var mode string
	fmt.Scan(&mode)
	rounds := 2_000
	if mode == "full" {
		rounds = 100_000
	}
	r := rand.New(rand.NewSource(1))
	compareUnary(r, rounds)
	compareBinary(r, rounds)
	compareExact(r, rounds)
	compareComplex(r, rounds)
	compareRandom()

	compared, out := 0, 0
	for _, t := range tallies {
		compared += t.compared
		out += t.out
		if t.finite < leastFinite {
			out++
			fmt.Println(t.name, "has only", t.finite, "finite results")
		}
		if mode == "full" {
			fmt.Printf("%-16s %8d compared %8d other bits %7.3f %% %8d out of bounds, at most %d units\n",
				t.name, t.compared, t.other, 100*float64(t.other)/float64(t.compared), t.out, t.worst)
		}
	}
	fmt.Println(compared, "compared,", out, "different")
}
