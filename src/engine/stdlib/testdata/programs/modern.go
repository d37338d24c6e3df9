package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"
	"golang.org/x/time/rate"
)

type person struct {
	name string
	age  int
}

func sorting() {
	s := []int{5, 2, 8, 1, 9, 3, 7, 4, 6, 0, 15, 12, 11, 14, 13, 10}
	slices.Sort(s)
	i, found := slices.BinarySearch(s, 7)
	fmt.Println(s, i, found, slices.Max(s), slices.Min(s), slices.Contains(s, 3), slices.Index(s, 99))
	people := []person{{"Ann", 30}, {"Bob", 25}, {"Cid", 30}, {"Dan", 25}}
	slices.SortStableFunc(people, func(a, b person) int { return cmp.Compare(a.age, b.age) })
	fmt.Println(people)
	slices.SortFunc(people, func(a, b person) int { return cmp.Or(-cmp.Compare(a.age, b.age), strings.Compare(a.name, b.name)) })
	fmt.Println(people)
	big := make([]int, 3000)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range big {
		big[i] = r.IntN(1000)
	}
	byFunc := slices.Clone(big)
	slices.Sort(big)
	slices.SortFunc(byFunc, cmp.Compare[int])
	fmt.Println(slices.IsSorted(big), slices.Equal(big, byFunc))
	fmt.Println(rand.NewPCG(1, 2).Uint64() == 0xc4f5a58656eef510)
}

func changing() {
	s := []string{"a", "b", "b", "c", "c", "c"}
	s = slices.Compact(s)
	s = slices.Insert(s, 1, "x", "y")
	fmt.Println(s, slices.Delete(slices.Clone(s), 0, 2), slices.Replace(slices.Clone(s), 1, 3, "z"), slices.Repeat([]int{1, 2}, 2), slices.Concat([]int{1}, []int{2, 3}))
	slices.Reverse(s)
	fmt.Println(s, slices.IndexFunc(s, func(x string) bool { return x == "x" }), slices.DeleteFunc(s, func(x string) bool { return x < "c" }))
	m := map[string]int{"one": 1, "two": 2, "three": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)), maps.Equal(m, maps.Clone(m)))
	for chunk := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(chunk)
	}
	fmt.Println(maps.Collect(slices.All([]string{"p", "q"})), min(3, 1, 2), max(2.5, 1))
}

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func iterating() {
	for i := range count(10) {
		if i == 3 {
			break
		}
		fmt.Print(i, " ")
	}
	next, stop := iter.Pull(count(3))
	for v, ok := next(); ok; v, ok = next() {
		fmt.Print("pulled ", v, " ")
	}
	stop()
	next, stop = iter.Pull(count(100))
	next()
	stop()
	fmt.Println(next())
	for i, v := range slices.Backward([]string{"a", "b"}) {
		fmt.Print(i, v, " ")
	}
	for word := range strings.FieldsSeq(" the  end ") {
		fmt.Print(word, ".")
	}
	for line := range strings.Lines("x\ny") {
		fmt.Printf("%q ", line)
	}
	fmt.Println(slices.Collect(strings.SplitSeq("a-b-c", "-")))
}

type temporary struct{ text string }

func (t temporary) Error() string { return t.text }

func onceAndPointers() {
	value := sync.OnceValue(func() int { fmt.Print("once "); return 42 })
	fmt.Println(value(), value())
	broken := sync.OnceFunc(func() { panic("broken") })
	for range 2 {
		func() {
			defer func() { fmt.Print(recover(), " ") }()
			broken()
		}()
	}
	var p atomic.Pointer[person]
	ann := &person{"Ann", 1}
	fmt.Println(p.Load() == nil, p.CompareAndSwap(nil, ann), p.Load().name, p.Swap(nil) == ann)
	err := fmt.Errorf("a: %w, b: %w", errors.New("plain"), temporary{"later"})
	t, ok := errors.AsType[temporary](err)
	fmt.Println(err, t.text, ok)
	var wg sync.WaitGroup
	var n atomic.Int32
	for i := range 5 {
		wg.Go(func() { n.Add(int32(i)) })
	}
	wg.Wait()
	fmt.Println(n.Load())
}

func groups() {
	g, ctx := errgroup.WithContext(context.Background())
	g.SetLimit(2)
	for i := range 4 {
		g.Go(func() error {
			if i == 2 {
				return fmt.Errorf("task %d failed", i)
			}
			return nil
		})
	}
	fmt.Println(g.Wait(), ctx.Err(), context.Cause(ctx))

	sem := semaphore.NewWeighted(3)
	sem.Acquire(context.Background(), 2)
	short, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	fmt.Println(sem.TryAcquire(2), sem.Acquire(short, 2), sem.TryAcquire(1))
	sem.Release(3)
	fmt.Println(sem.TryAcquire(3))

	var flight singleflight.Group
	var calls atomic.Int32
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			flight.Do("key", func() (any, error) {
				calls.Add(1)
				time.Sleep(time.Millisecond)
				return "v", nil
			})
		})
	}
	wg.Wait()
	fmt.Println(calls.Load())

	limiter := rate.NewLimiter(rate.Every(10*time.Millisecond), 2)
	start := time.Now()
	for range 5 {
		limiter.Wait(context.Background())
	}
	fmt.Println(time.Since(start), limiter.Allow())
}

func contexts() {
	ctx, cancel := context.WithCancelCause(context.Background())
	after := make(chan string)
	stop := context.AfterFunc(ctx, func() { after <- "after " + context.Cause(ctx).Error() })
	free := context.WithoutCancel(context.WithValue(ctx, "k", "v"))
	cancel(errors.New("because"))
	fmt.Println(<-after, ctx.Err(), context.Cause(ctx), stop(), free.Err(), free.Value("k"))
	late, cancelLate := context.WithTimeoutCause(context.Background(), time.Millisecond, errors.New("too late"))
	defer cancelLate()
	<-late.Done()
	fmt.Println(late.Err(), context.Cause(late), free)
}

// file is what an OffsetWriter can write to.
type file []byte

func (f file) WriteAt(p []byte, off int64) (int, error) { return copy(f[off:], p), nil }

func streams() {
	f := file("..........")
	w := io.NewOffsetWriter(f, 2)
	w.Write([]byte("ab"))
	w.WriteAt([]byte("z"), 6)
	fmt.Println(w.Seek(4, io.SeekStart))
	w.Write([]byte("y"))
	_, err := w.Seek(0, io.SeekEnd)
	fmt.Println(string(f), err)
	b := bytes.NewBufferString("peek")
	head, err := b.Peek(2)
	fmt.Println(string(head), err, b.Len())
	head, err = b.Peek(9)
	fmt.Println(string(head), err)
}

// chacha prints the beginning of the numbers that are published with the generator, and whether a state that went through bytes goes on alike.
func chacha() {
	source := rand.NewChaCha8([32]byte([]byte("ABCDEFGHIJKLMNOPQRSTUVWXYZ123456")))
	fmt.Printf("%#x %#x\n", source.Uint64(), source.Uint64())
	for range 150 {
		source.Uint64()
	}
	source.Read(make([]byte, 13))
	state, err := source.MarshalBinary()
	other := rand.NewChaCha8([32]byte{})
	fmt.Println(len(state), err, other.UnmarshalBinary(state))
	same := true
	p, q := make([]byte, 5), make([]byte, 5)
	for range 300 {
		source.Read(p)
		other.Read(q)
		same = same && bytes.Equal(p, q) && source.Uint64() == other.Uint64()
	}
	fmt.Println(same, other.UnmarshalBinary(state[:40]))
	pcg := rand.NewPCG(1, 2)
	state, _ = pcg.MarshalBinary()
	fmt.Printf("%q %v\n", state, pcg.UnmarshalBinary(state[1:]))
}

func main() {
	sorting()
	changing()
	iterating()
	onceAndPointers()
	groups()
	contexts()
	streams()
	chacha()
	var sometimes rate.Sometimes
	for range 3 {
		sometimes.Do(func() { fmt.Println("once") })
	}
	fmt.Println(time.Now().Format(time.DateTime))
}
