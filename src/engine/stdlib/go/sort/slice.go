package sort

import (
	"internal/rtype"
	"unsafe"
)

// elements is a slice of any type, seen as memory.
type elements struct {
	base unsafe.Pointer
	n    int
	size int32
	less func(i, j int) bool
}

func elementsOf(x any, less func(i, j int) bool) *elements {
	t := rtype.TypeOf(x)
	if rtype.KindOf(t) != rtype.Slice {
		panic("reflect: call of Swapper on " + kindText(x) + " Value")
	}
	e := &elements{less: less, size: rtype.SizeOf(rtype.ElemOf(t))}
	bytes := *(*[]byte)(rtype.DataOf(x)) // the length counts elements, whatever their size
	e.n = len(bytes)
	if e.n > 0 {
		e.base = unsafe.Pointer(&bytes[0])
	}
	return e
}

func kindText(x any) string {
	if x == nil {
		return "zero"
	}
	return rtype.StringOf(rtype.TypeOf(x))
}

func (e *elements) Len() int           { return e.n }
func (e *elements) Less(i, j int) bool { return e.less(i, j) }

func (e *elements) Swap(i, j int) {
	size := e.size
	p := unsafe.Add(e.base, i*int(size))
	q := unsafe.Add(e.base, j*int(size))
	for ; size >= 8; size -= 8 {
		x, y := (*uint64)(p), (*uint64)(q)
		*x, *y = *y, *x
		p, q = unsafe.Add(p, 8), unsafe.Add(q, 8)
	}
	for ; size > 0; size-- {
		x, y := (*uint8)(p), (*uint8)(q)
		*x, *y = *y, *x
		p, q = unsafe.Add(p, 1), unsafe.Add(q, 1)
	}
}

// Slice sorts the slice x; less reports whether element i has to come before element j. Equal elements may change places. It panics if x is
// not a slice.
func Slice(x any, less func(i, j int) bool) { Sort(elementsOf(x, less)) }

// SliceStable is like Slice, but equal elements stay in their order.
func SliceStable(x any, less func(i, j int) bool) { Stable(elementsOf(x, less)) }

// SliceIsSorted reports whether the slice x is sorted.
func SliceIsSorted(x any, less func(i, j int) bool) bool { return IsSorted(elementsOf(x, less)) }

// IntSlice is a slice of ints in increasing order.
type IntSlice []int

// Len returns the number of elements.
func (x IntSlice) Len() int { return len(x) }

// Less reports whether element i is before element j.
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }

// Swap exchanges two elements.
func (x IntSlice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x IntSlice) Sort() { Sort(x) }

// Search returns where v is, or would be, in the sorted x.
func (x IntSlice) Search(v int) int { return SearchInts(x, v) }

// Float64Slice is a slice of float64s in increasing order, NaN first.
type Float64Slice []float64

// Len returns the number of elements.
func (x Float64Slice) Len() int { return len(x) }

// Less reports whether element i is before element j; NaN is before all numbers.
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }

// Swap exchanges two elements.
func (x Float64Slice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x Float64Slice) Sort() { Sort(x) }

// Search returns where v is, or would be, in the sorted x.
func (x Float64Slice) Search(v float64) int { return SearchFloat64s(x, v) }

// StringSlice is a slice of strings in increasing order.
type StringSlice []string

// Len returns the number of elements.
func (x StringSlice) Len() int { return len(x) }

// Less reports whether element i is before element j.
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }

// Swap exchanges two elements.
func (x StringSlice) Swap(i, j int) { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x StringSlice) Sort() { Sort(x) }

// Search returns where v is, or would be, in the sorted x.
func (x StringSlice) Search(v string) int { return SearchStrings(x, v) }

// Ints sorts x in increasing order.
func Ints(x []int) { Sort(IntSlice(x)) }

// Float64s sorts x in increasing order, NaN first.
func Float64s(x []float64) { Sort(Float64Slice(x)) }

// Strings sorts x in increasing order.
func Strings(x []string) { Sort(StringSlice(x)) }

// IntsAreSorted reports whether x is in increasing order.
func IntsAreSorted(x []int) bool { return IsSorted(IntSlice(x)) }

// Float64sAreSorted reports whether x is in increasing order, NaN first.
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }

// StringsAreSorted reports whether x is in increasing order.
func StringsAreSorted(x []string) bool { return IsSorted(StringSlice(x)) }
