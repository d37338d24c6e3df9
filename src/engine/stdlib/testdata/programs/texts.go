package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"container/list"
	"container/ring"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"sort"
	"strings"
	"time"
	"unicode"
)

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

func searching() {
	s := "The quick brown fox, the lazy dög"
	fmt.Println(strings.Fields(s), len(strings.Split(s, " ")), strings.ToUpper(s), strings.Title("hello wörld"))
	fmt.Println(strings.Index(s, "fox"), strings.LastIndex(s, "the"), strings.Count(s, "o"), strings.Contains(s, "lazy"), strings.EqualFold("STRASSE", "strasse"))
	fmt.Println(strings.Replace(s, "o", "0", 2), strings.Repeat("ab", 3), strings.TrimLeft("xxabcxx", "x"), strings.TrimSpace(" \t a \n"), strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, s))
	before, after, found := strings.Cut("key=value", "=")
	fmt.Println(before, after, found, strings.SplitN("a,b,c", ",", 2), strings.Join([]string{"x", "y"}, "-"))
	fmt.Println(strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<b>bold</b>"))
	var b strings.Builder
	for i := 0; i < 3; i++ {
		fmt.Fprintf(&b, "%d,", i)
	}
	fmt.Println(b.String(), b.Len())
	fmt.Println(unicode.IsLetter('é'), unicode.Is(unicode.Han, '世'), string(unicode.ToLower('Σ')), unicode.IsPunct('!'))
}

func reading() {
	r := bufio.NewReader(strings.NewReader("first line\nsecond line\nrest"))
	line, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	c, size, _ := r.ReadRune()
	r.UnreadRune()
	fmt.Println(string(c), size)
	sc := bufio.NewScanner(r)
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Print(sc.Text(), ";")
	}
	fmt.Println(sc.Err())
	var buf bytes.Buffer
	w := bufio.NewWriterSize(&buf, 16)
	n, _ := io.Copy(w, io.LimitReader(strings.NewReader(strings.Repeat("0123456789", 5)), 33))
	w.Flush()
	fmt.Println(n, buf.String(), buf.Len())
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through ", "the pipe")
		pw.Close()
	}()
	all, err := io.ReadAll(pr)
	fmt.Println(string(all), err)
	_, err = io.ReadFull(strings.NewReader("ab"), make([]byte, 3))
	fmt.Println(err, errors.Is(err, io.ErrUnexpectedEOF))
	fmt.Println(bytes.Fields([]byte(" a b ")), bytes.ToUpper([]byte("x")), bytes.Equal(nil, []byte{}))
}

func collections() {
	h := &ints{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	l := list.New()
	l.PushBack(1)
	l.PushFront(0)
	l.InsertAfter(5, l.Front())
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	r := ring.New(3)
	for i := 0; i < 3; i++ {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	people := []struct {
		name string
		age  int
	}{{"Ann", 30}, {"Bob", 25}, {"Cid", 30}}
	sort.SliceStable(people, func(i, j int) bool { return people[i].age < people[j].age })
	fmt.Println(people, sort.SearchInts([]int{1, 3, 5}, 4))
}

type codeError int

func (c codeError) Error() string { return fmt.Sprint("code ", int(c)) }

func failures() {
	err := fmt.Errorf("outer: %w", fmt.Errorf("inner: %w", codeError(7)))
	var c codeError
	fmt.Println(err, errors.Is(err, codeError(7)), errors.As(err, &c), int(c), errors.Unwrap(errors.Unwrap(err)) == codeError(7))
}

func logging() {
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	log.SetPrefix("log: ")
	log.Println("a", 1)
	log.Printf("%05d", 42)
	l := log.New(os.Stdout, "[x] ", log.Lmsgprefix)
	l.Print("hello")
}

func times() {
	t := time.Date(2024, time.February, 29, 13, 4, 5, 678e6, time.UTC)
	fmt.Println(t, t.Weekday(), t.YearDay(), t.AddDate(1, 0, 0), t.Add(36*time.Hour).Format(time.RFC1123), t.Format("02/01/06 3:04PM .000"), t.Truncate(time.Hour).Unix())
	d, err := time.ParseDuration("1h15m30.918s")
	fmt.Println(d, err, d.Minutes(), d.Round(time.Minute), time.Duration(1500)*time.Microsecond)
	p, err := time.Parse(time.RFC3339, "2006-01-02T15:04:05+07:00")
	fmt.Println(p.UTC(), err, t.Sub(p) > 0, p.Before(t))
}

func main() {
	searching()
	reading()
	collections()
	failures()
	logging()
	times()
}
