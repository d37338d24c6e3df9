// What all generated programs share: types, methods, generic functions and ways to print.

export const prelude = `
type Inner struct {
	n int
	s string
}

func (i Inner) Total() int   { return i.n + len(i.s) }
func (i *Inner) Add(d int)   { i.n += d }
func (i Inner) Name() string { return "inner " + i.s }

type Box struct {
	Inner
	arr  [3]int
	list []int
	next *Box
	any  any
}

func (b *Box) Push(v int) int { b.list = append(b.list, v); return len(b.list) }
func (b Box) Sum() int {
	t := b.Total()
	for _, v := range b.list {
		t += v
	}
	return t + b.arr[0]
}

type Shape interface {
	Total() int
	Name() string
}

type Num int8

func (n Num) Total() int   { return int(n) * 2 }
func (n Num) Name() string { return "num" }

type integer interface {
	~int | ~int8 | ~uint8 | ~int32 | ~uint16 | ~uint64
}

type Pair[K comparable, V any] struct {
	key K
	val V
}

func (p Pair[K, V]) Swap(v V) (Pair[K, V], V) { old := p.val; p.val = v; return p, old }

func mapped[T, U any](list []T, f func(T) U) []U {
	var out []U
	for _, v := range list {
		out = append(out, f(v))
	}
	return out
}

func fold[T, A any](list []T, a A, f func(A, T) A) A {
	for _, v := range list {
		a = f(a, v)
	}
	return a
}

func largest[T integer](a T, rest ...T) T {
	for _, v := range rest {
		if v > a {
			a = v
		}
	}
	return a
}

func keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }

type failure struct{ code int }

func (f failure) Error() string { return fmt.Sprint("failure ", f.code) }

func check(n int) (int, error) {
	if n%3 == 0 {
		return 0, failure{n}
	}
	return n * 2, nil
}

func I(n int) int         { return n }
func S(s string) string   { return s }
func F(f float64) float64 { return f }
func B(b bool) bool       { return b }

func nonzero[T integer | float64 | int64](x T) T {
	if x == 0 {
		return 1
	}
	return x
}

func some(s string) string {
	if len(s) < 3 {
		return s + "abc"
	}
	return s
}

func short(s string) string {
	if len(s) > 200 {
		return s[len(s)-200:]
	}
	return s
}

// few keeps lists that loops append to themselves from doubling each time.
func few(list []int) []int {
	if len(list) > 100 {
		return list[len(list)-100:]
	}
	return list
}

func several(list []int) []int {
	if len(list) < 3 {
		return append(list, 7, 8, 9)
	}
	return list
}

func asInt(v any) int {
	if n, ok := v.(int); ok {
		return n
	}
	return -1
}

func bump(p *int) int { *p += 3; return *p }

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func catch(f func()) (text string) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				text = e.Error()
			} else {
				text = fmt.Sprint("value ", r)
			}
		}
	}()
	f()
	return "fine"
}

func run(n int, f func()) {
	fmt.Println("case", n)
	fmt.Println(catch(f))
}
`;
