package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"time"
)

type T struct{}

func (T) String() string       { return "" }
func (*T) Error() string       { return "" }
func (T) Other() string        { return "" }

type U struct{ T }

type V int

func (V) String(n int) string { return "" }

type W struct{}

func (W) String() {}

func main() {
	fmt.Sprintf("%d", 1)
	fmt.Sprint(1)
	fmt.Sprintln(1)
	fmt.Errorf("x")
	errors.New("x")
	fmt.Println(1)
	_ = fmt.Sprint(1)
	(fmt.Sprint(1))
	sort.Reverse(sort.IntSlice(nil))
	context.WithValue(context.Background(), "a", 1)
	context.WithCancel(context.Background())
	var err error = errors.New("x")
	err.Error()
	time.Second.String()
	var t T
	t.String()
	t.Other()
	(&t).Error()
	t.Error()
	U{}.String()
	V(1).String(2)
	W{}.String()
	var s fmt.Stringer = t
	s.String()
	go fmt.Sprint(1)
	defer fmt.Sprint(1)
	f := fmt.Sprint
	f(1)
	T.String(t)
}
