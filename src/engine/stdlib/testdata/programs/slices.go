// slices, maps, cmp, and the sequences of strings, bytes and iter, which Go 1.19 lacks: compared with plain loops, and with sort. What differs stops the
// program.
package main

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"unicode"
)

var (
	r        = rand.New(rand.NewPCG(1, 2))
	compared = map[string]int{}
)

func same[T any](name string, got, want T) {
	compared[name]++
	if g, w := fmt.Sprintf("%#v", got), fmt.Sprintf("%#v", want); g != w {
		panic(fmt.Sprintf("%s: got %s want %s", name, g, w))
	}
}

func panics(f func()) (did bool) {
	defer func() { did = recover() != nil }()
	f()
	return false
}

type pair struct{ key, place int }

func byKey(a, b pair) int { return cmp.Compare(a.key, b.key) }

// numbers makes a slice of up to n small numbers.
func numbers(n int) []int {
	s := make([]int, r.IntN(n))
	for i := range s {
		s[i] = r.IntN(n/2 + 1)
	}
	return s
}

func clone(s []int) []int { return append([]int{}, s...) }

func sorting() {
	a := numbers(60)
	if r.IntN(30) == 0 {
		a = numbers(2000)
	}
	want := clone(a)
	sort.Ints(want)
	got := clone(a)
	slices.Sort(got)
	same("Sort", got, want)
	same("IsSorted", slices.IsSorted(a), sort.IntsAreSorted(a))
	same("Sorted", append([]int{}, slices.Sorted(slices.Values(a))...), want)
	got = clone(a)
	slices.SortFunc(got, func(x, y int) int { return cmp.Compare(y, x) })
	slices.Reverse(want)
	same("SortFunc", got, want)
	pairs := make([]pair, len(a))
	for i, key := range a {
		pairs[i] = pair{key, i}
	}
	stable := append([]pair{}, pairs...)
	sort.SliceStable(stable, func(i, j int) bool { return stable[i].key < stable[j].key })
	same("SortedStableFunc", append([]pair{}, slices.SortedStableFunc(slices.Values(pairs), byKey)...), stable)
	slices.SortStableFunc(pairs, byKey)
	same("SortStableFunc", pairs, stable)
	slices.Sort(got)
	x := r.IntN(40)
	at := sort.SearchInts(got, x)
	i, found := slices.BinarySearch(got, x)
	same("BinarySearch", pair{i, 0}, pair{at, 0})
	same("BinarySearch found", found, at < len(got) && got[at] == x)
	i, found = slices.BinarySearchFunc(pairs, x, func(p pair, key int) int { return cmp.Compare(p.key, key) })
	same("BinarySearchFunc", pair{i, 0}, pair{sort.Search(len(pairs), func(i int) bool { return pairs[i].key >= x }), 0})
	if len(got) > 0 {
		same("Min", slices.Min(a), got[0])
		same("Max", slices.Max(a), got[len(got)-1])
		same("MinFunc", slices.MinFunc(pairs, byKey), pairs[0]) // the first of equals
	}
	same("Max of nothing", panics(func() { slices.Max([]int{}) }), true)
}

func searching() {
	a, b := numbers(8), numbers(8)
	x := r.IntN(5)
	at := -1
	for i := len(a) - 1; i >= 0; i-- {
		if a[i] == x {
			at = i
		}
	}
	is := func(y int) bool { return y == x }
	same("Index", slices.Index(a, x), at)
	same("IndexFunc", slices.IndexFunc(a, is), at)
	same("Contains", slices.Contains(a, x), at >= 0)
	same("ContainsFunc", slices.ContainsFunc(a, is), at >= 0)
	equal, order := len(a) == len(b), 0
	for i := 0; i < len(a) && i < len(b) && order == 0; i++ {
		order = cmp.Compare(a[i], b[i])
	}
	equal = equal && order == 0
	if order == 0 {
		order = cmp.Compare(len(a), len(b))
	}
	same("Equal", slices.Equal(a, b), equal)
	same("EqualFunc", slices.EqualFunc(a, b, func(x, y int) bool { return x == y }), equal)
	same("Compare", slices.Compare(a, b), order)
	same("CompareFunc", slices.CompareFunc(a, b, cmp.Compare[int]), order)
}

func changing() {
	a, b := numbers(10), numbers(4)
	i := r.IntN(len(a) + 1)
	j := i + r.IntN(len(a)-i+1)
	joined := append(append(append([]int{}, a[:i]...), b...), a[i:]...)
	same("Insert", slices.Insert(clone(a), i, b...), joined)
	same("Concat", append([]int{}, slices.Concat(a[:i], b, a[i:])...), joined)
	same("Replace", slices.Replace(clone(a), i, j, b...), append(append(append([]int{}, a[:i]...), b...), a[j:]...))
	deleted := clone(a)
	short := slices.Delete(deleted, i, j)
	same("Delete", short, append(append([]int{}, a[:i]...), a[j:]...))
	for _, x := range deleted[len(short):] {
		same("Delete clears", x, 0)
	}
	same("Insert beyond", panics(func() { slices.Insert(a, len(a)+1, 1) }), true)
	same("Delete beyond", panics(func() { slices.Delete(a, i, len(a)+1) }), true)
	even := func(x int) bool { return x%2 == 0 }
	var kept, runs []int
	for k, x := range a {
		if !even(x) {
			kept = append(kept, x)
		}
		if k == 0 || x != a[k-1] {
			runs = append(runs, x)
		}
	}
	same("DeleteFunc", append([]int{}, slices.DeleteFunc(clone(a), even)...), append([]int{}, kept...))
	same("Compact", append([]int{}, slices.Compact(clone(a))...), append([]int{}, runs...))
	same("CompactFunc", append([]int{}, slices.CompactFunc(clone(a), func(x, y int) bool { return x == y })...), append([]int{}, runs...))
	n := r.IntN(4)
	same("Repeat", append([]int{}, slices.Repeat(a, n)...), append([]int{}, bytesOf(a, n)...))
	grown := slices.Grow(clone(a), n)
	same("Grow", grown, clone(a))
	same("Grow capacity", cap(grown) >= len(a)+n, true)
	same("Clip", cap(slices.Clip(grown)), len(a))
	var chunks [][]int
	for chunk := range slices.Chunk(a, n+1) {
		chunks = append(chunks, chunk)
		same("Chunk capacity", cap(chunk), len(chunk))
	}
	same("Chunk", slices.Concat(chunks...), slices.Concat(a))
	same("Chunk count", len(chunks), (len(a)+n)/(n+1))
}

func bytesOf(a []int, n int) (s []int) {
	for range n {
		s = append(s, a...)
	}
	return s
}

func iterating() {
	a := numbers(9)
	var backward []int
	for i, x := range slices.Backward(a) {
		same("Backward index", x, a[i])
		backward = append(backward, x)
	}
	slices.Reverse(backward)
	same("Backward", append([]int{}, backward...), clone(a))
	stop := r.IntN(10)
	seen := 0
	for i, x := range slices.All(a) {
		same("All", x, a[i])
		if seen++; seen > stop {
			break
		}
	}
	same("All stops", seen, min(len(a), stop+1))
	same("Collect", append([]int{}, slices.Collect(slices.Values(a))...), clone(a))
	same("AppendSeq", slices.AppendSeq([]int{7}, slices.Values(a)), append([]int{7}, a...))
	next, done := iter.Pull(slices.Values(a))
	for i := range min(stop, len(a)) {
		x, ok := next()
		same("Pull", pair{x, 0}, pair{a[i], 0})
		same("Pull ok", ok, true)
	}
	done()
	_, ok := next()
	same("Pull after stop", ok, false)

	m := map[int]int{}
	for i, x := range a {
		m[x] = i
	}
	keys := slices.Sorted(maps.Keys(m))
	same("Keys", len(keys), len(m))
	same("Values", len(slices.Collect(maps.Values(m))), len(m))
	same("Collect of All", maps.Equal(maps.Collect(maps.All(m)), m), true)
	copied := maps.Clone(m)
	maps.DeleteFunc(copied, func(k, v int) bool { return k%2 == 0 })
	for _, k := range keys {
		_, ok := copied[k]
		same("DeleteFunc of a map", ok, k%2 == 1)
	}
	same("Equal of maps", maps.Equal(copied, m), len(copied) == len(m))
	maps.Copy(copied, m)
	same("Copy", copied, m)
	maps.Insert(copied, maps.All(map[int]int{-1: 1}))
	same("Insert of a map", len(copied), len(m)+1)
}

func texts() {
	var b strings.Builder
	for range r.IntN(12) {
		b.WriteString([]string{"a", "b", ",", " ", "\n", "é", "\r\n", "世"}[r.IntN(8)])
	}
	s, sep := b.String(), []string{",", "a", "", " ", "é"}[r.IntN(5)]
	collect := func(seq iter.Seq[string]) []string { return append([]string{}, slices.Collect(seq)...) }
	same("SplitSeq", collect(strings.SplitSeq(s, sep)), append([]string{}, strings.Split(s, sep)...))
	same("SplitAfterSeq", collect(strings.SplitAfterSeq(s, sep)), append([]string{}, strings.SplitAfter(s, sep)...))
	same("FieldsSeq", collect(strings.FieldsSeq(s)), append([]string{}, strings.Fields(s)...))
	same("FieldsFuncSeq", collect(strings.FieldsFuncSeq(s, unicode.IsLetter)), append([]string{}, strings.FieldsFunc(s, unicode.IsLetter)...))
	lines := collect(strings.Lines(s))
	same("Lines", strings.Join(lines, ""), s)
	for i, line := range lines {
		same("Lines end", strings.HasSuffix(line, "\n") || i == len(lines)-1, true)
		same("Lines hold one", strings.Count(line, "\n") <= 1, true)
	}
	var got []string
	for part := range bytes.SplitSeq([]byte(s), []byte(sep)) {
		got = append(got, string(part))
	}
	same("bytes.SplitSeq", append([]string{}, got...), append([]string{}, strings.Split(s, sep)...))
	before, ok := strings.CutSuffix(s, sep)
	same("CutSuffix", before+map[bool]string{true: sep}[ok], s)
	after, ok := strings.CutPrefix(s, sep)
	same("CutPrefix", map[bool]string{true: sep}[ok]+after, s)
}

func ordering() {
	x, y := r.IntN(5), r.IntN(5)
	same("Less", cmp.Less(x, y), x < y)
	same("Compare of numbers", cmp.Compare(x, y), map[bool]int{true: 1}[x > y]-map[bool]int{true: 1}[x < y])
	or := x
	if x == 0 {
		or = y
	}
	same("Or", cmp.Or(x, y), or)
	same("min", min(x, y)+max(x, y), x+y)
}

func main() {
	const times = 200
	for range times {
		sorting()
		searching()
		changing()
		iterating()
		texts()
		ordering()
	}
	for _, name := range slices.Sorted(maps.Keys(compared)) {
		if compared[name] < times/4 {
			fmt.Println(name, "was hardly compared")
		}
	}
	fmt.Println(len(compared), "functions agree with loops")
}
