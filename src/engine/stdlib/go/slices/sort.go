package slices

import "cmp"

// small is the length up to which insertion sort is the fastest.
const small = 12

// Sort sorts x in increasing order, NaN first.
func Sort[S ~[]E, E cmp.Ordered](x S) {
	if hasNaN(x) {
		SortFunc(x, cmp.Compare[E])
		return
	}
	quickSort(x, depthFor(len(x)))
}

func hasNaN[E cmp.Ordered](x []E) bool {
	for _, v := range x {
		if v != v {
			return true
		}
	}
	return false
}

// depthFor limits how deep quick sort may go before heap sort takes over.
func depthFor(n int) int {
	depth := 0
	for ; n > 0; n >>= 1 {
		depth += 2
	}
	return depth
}

// The functions for ordered elements compare with < instead of a function: that is several times faster. There are no NaNs.

func quickSort[E cmp.Ordered](x []E, depth int) {
	for len(x) > small {
		if depth == 0 {
			heapSortFunc(x, cmp.Compare[E])
			return
		}
		depth--
		low, high := partition(x)
		if low < len(x)-high {
			quickSort(x[:low], depth)
			x = x[high:]
		} else {
			quickSort(x[high:], depth)
			x = x[:low]
		}
	}
	for i := 1; i < len(x); i++ {
		v := x[i]
		j := i
		for ; j > 0 && v < x[j-1]; j-- {
			x[j] = x[j-1]
		}
		x[j] = v
	}
}

// partition orders x by a median of three: elements before low are not greater, those from high on not less, what is between equal.
func partition[E cmp.Ordered](x []E) (low, high int) {
	n := len(x)
	a, b, c := x[0], x[n/2], x[n-1]
	if b < a {
		a, b = b, a
	}
	if c < b {
		b = c
		if b < a {
			b = a
		}
	}
	pivot := b
	i, j := 0, n-1
	for i <= j {
		for x[i] < pivot {
			i++
		}
		for pivot < x[j] {
			j--
		}
		if i <= j {
			x[i], x[j] = x[j], x[i]
			i++
			j--
		}
	}
	return j + 1, i
}

// SortFunc sorts x; cmp(a, b) is negative if a has to come before b, positive if after, and zero if it does not matter. Equal elements may
// change places.
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) { quickSortFunc(x, depthFor(len(x)), cmp) }

func quickSortFunc[E any](x []E, depth int, cmp func(a, b E) int) {
	for len(x) > small {
		if depth == 0 {
			heapSortFunc(x, cmp)
			return
		}
		depth--
		low, high := partitionFunc(x, cmp)
		if low < len(x)-high {
			quickSortFunc(x[:low], depth, cmp)
			x = x[high:]
		} else {
			quickSortFunc(x[high:], depth, cmp)
			x = x[:low]
		}
	}
	insertionSortFunc(x, cmp)
}

func insertionSortFunc[E any](x []E, cmp func(a, b E) int) {
	for i := 1; i < len(x); i++ {
		v := x[i]
		j := i
		for ; j > 0 && cmp(v, x[j-1]) < 0; j-- {
			x[j] = x[j-1]
		}
		x[j] = v
	}
}

// partitionFunc keeps within bounds whatever cmp answers: a wrong cmp sorts wrong but does not panic.
func partitionFunc[E any](x []E, cmp func(a, b E) int) (low, high int) {
	n := len(x)
	a, b, c := x[0], x[n/2], x[n-1]
	if cmp(b, a) < 0 {
		a, b = b, a
	}
	if cmp(c, b) < 0 {
		b = c
		if cmp(b, a) < 0 {
			b = a
		}
	}
	pivot := b
	i, j := 0, n-1
	for i <= j {
		for i < n && cmp(x[i], pivot) < 0 {
			i++
		}
		for j >= 0 && cmp(pivot, x[j]) < 0 {
			j--
		}
		if i <= j {
			x[i], x[j] = x[j], x[i]
			i++
			j--
		}
	}
	return j + 1, i
}

func heapSortFunc[E any](x []E, cmp func(a, b E) int) {
	for i := len(x)/2 - 1; i >= 0; i-- {
		siftDown(x, i, cmp)
	}
	for n := len(x) - 1; n > 0; n-- {
		x[0], x[n] = x[n], x[0]
		siftDown(x[:n], 0, cmp)
	}
}

// siftDown restores a heap of which only the i-th element may be too small.
func siftDown[E any](x []E, i int, cmp func(a, b E) int) {
	for {
		child := 2*i + 1
		if child >= len(x) {
			return
		}
		if child+1 < len(x) && cmp(x[child], x[child+1]) < 0 {
			child++
		}
		if cmp(x[i], x[child]) >= 0 {
			return
		}
		x[i], x[child] = x[child], x[i]
		i = child
	}
}

// SortStableFunc is like SortFunc, but equal elements stay in their order.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	mergeSort(x, make([]E, (len(x)+1)/2), cmp)
}

// mergeSort needs room for half of x.
func mergeSort[E any](x, room []E, cmp func(a, b E) int) {
	if len(x) <= small {
		insertionSortFunc(x, cmp)
		return
	}
	half := len(x) / 2
	left, right := x[:half], x[half:]
	mergeSort(left, room, cmp)
	mergeSort(right, room, cmp)
	if cmp(right[0], left[half-1]) >= 0 {
		return
	}
	left = room[:copy(room, left)]
	k := 0
	for len(left) > 0 {
		if len(right) > 0 && cmp(right[0], left[0]) < 0 {
			x[k], right = right[0], right[1:]
		} else {
			x[k], left = left[0], left[1:]
		}
		k++
	}
}

// IsSorted reports whether x is in increasing order, NaN first.
func IsSorted[S ~[]E, E cmp.Ordered](x S) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp.Less(x[i], x[i-1]) {
			return false
		}
	}
	return true
}

// IsSortedFunc reports whether x is in the order of cmp.
func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

// BinarySearch returns where target is, or would be, in the sorted x, and whether it is there.
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	return BinarySearchFunc(x, target, cmp.Compare[E])
}

// BinarySearchFunc is like BinarySearch, but cmp compares an element with target.
func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	low, high := 0, len(x)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if cmp(x[middle], target) < 0 {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < len(x) && cmp(x[low], target) == 0
}
