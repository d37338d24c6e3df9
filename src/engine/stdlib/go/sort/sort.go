// Package sort sorts slices and other sequences, and searches sorted ones.
package sort

// An Interface is a sequence that can be sorted.
type Interface interface {
	// Len returns the number of elements.
	Len() int

	// Less reports whether element i has to come before element j. It is a strict weak order: if neither of two elements comes before
	// the other, they are equal, and equal elements are equal to the same others.
	Less(i, j int) bool

	// Swap exchanges elements i and j.
	Swap(i, j int)
}

// small is the length up to which insertion sort is the fastest.
const small = 12

// Sort sorts data; equal elements may change places. It is heap sort's companion quicksort: the pivot is a median, and heap sort takes over where
// quicksort does badly, so that it takes O(n log n) comparisons and swaps.
func Sort(data Interface) {
	n := data.Len()
	depth := 0
	for i := n; i > 0; i >>= 1 {
		depth += 2
	}
	quickSort(data, 0, n, depth)
}

func insertionSort(data Interface, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && data.Less(j, j-1); j-- {
			data.Swap(j, j-1)
		}
	}
}

// quickSort sorts elements a to b-1.
func quickSort(data Interface, a, b, depth int) {
	for b-a > small {
		if depth == 0 {
			heapSort(data, a, b)
			return
		}
		depth--
		choosePivot(data, a, b)
		low, high := partition(data, a, b)
		// The shorter side first, so that the native stack stays short.
		if low-a < b-high {
			quickSort(data, a, low, depth)
			a = high
		} else {
			quickSort(data, high, b, depth)
			b = low
		}
	}
	insertionSort(data, a, b)
}

// choosePivot moves a median of three, or of three such medians, to a.
func choosePivot(data Interface, a, b int) {
	m := a + (b-a)/2
	if b-a > 40 {
		s := (b - a) / 8
		median(data, a, a+s, a+2*s)
		median(data, m, m-s, m+s)
		median(data, b-1, b-1-s, b-1-2*s)
	}
	median(data, a, m, b-1)
}

// median moves the median of three elements to x.
func median(data Interface, x, y, z int) {
	if data.Less(x, y) {
		data.Swap(x, y)
	}
	if data.Less(z, x) {
		data.Swap(z, x)
		if data.Less(x, y) {
			data.Swap(x, y)
		}
	}
}

// partition orders elements a to b-1 by the pivot at a: those before low are not greater, those from high on not less, what is between equal.
func partition(data Interface, a, b int) (low, high int) {
	i, j := a+1, b-1
	for {
		for i <= j && data.Less(i, a) {
			i++
		}
		for i <= j && data.Less(a, j) {
			j--
		}
		if i >= j {
			break
		}
		data.Swap(i, j)
		i++
		j--
	}
	if i == j {
		j-- // equal to the pivot
	}
	data.Swap(a, j)
	return j, j + 1
}

func heapSort(data Interface, a, b int) {
	n := b - a
	for i := n/2 - 1; i >= 0; i-- {
		siftDown(data, a, i, n)
	}
	for i := n - 1; i > 0; i-- {
		data.Swap(a, a+i)
		siftDown(data, a, 0, i)
	}
}

// siftDown restores the heap of n elements from a on, of which only the i-th may be too small.
func siftDown(data Interface, a, i, n int) {
	for {
		child := 2*i + 1
		if child >= n {
			return
		}
		if child+1 < n && data.Less(a+child, a+child+1) {
			child++
		}
		if !data.Less(a+i, a+child) {
			return
		}
		data.Swap(a+i, a+child)
		i = child
	}
}

// Stable sorts data; equal elements stay in their order. It takes O(n log n) comparisons and O(n log² n) swaps.
func Stable(data Interface) {
	const block = 20
	n := data.Len()
	for a := 0; a < n; a += block {
		insertionSort(data, a, smaller(a+block, n))
	}
	for size := block; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			merge(data, a, a+size, smaller(a+2*size, n))
		}
	}
}

func smaller(a, b int) int {
	if a < b {
		return a
	}
	return b
}

// merge merges the sorted elements a to m-1 and m to b-1 in place: it halves the longer side, finds where its middle belongs in the other one,
// rotates what is between and goes on with both halves ("SymMerge" is a relative).
func merge(data Interface, a, m, b int) {
	if a == m || m == b || !data.Less(m, m-1) {
		return
	}
	if b-a == 2 {
		data.Swap(a, m)
		return
	}
	var left, right int
	if m-a >= b-m {
		left = a + (m-a)/2
		right = m + Search(b-m, func(i int) bool { return !data.Less(m+i, left) })
	} else {
		right = m + (b-m)/2
		left = a + Search(m-a, func(i int) bool { return data.Less(right, a+i) })
		right++
	}
	rotate(data, left, m, right)
	middle := left + right - m
	if m-a >= b-m {
		// The element that was at left now stands at middle, where it belongs.
		merge(data, a, left, middle)
		merge(data, middle+1, right, b)
	} else {
		merge(data, a, left, middle-1)
		merge(data, middle, right, b)
	}
}

// rotate exchanges the stretches a to m-1 and m to b-1.
func rotate(data Interface, a, m, b int) {
	reverse(data, a, m)
	reverse(data, m, b)
	reverse(data, a, b)
}

func reverse(data Interface, a, b int) {
	for b--; a < b; a++ {
		data.Swap(a, b)
		b--
	}
}

// IsSorted reports whether data is sorted.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reversed struct{ Interface }

func (r reversed) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse returns data with the opposite order.
func Reverse(data Interface) Interface { return &reversed{data} }
