// What can be asked of types and values at run time, and what cannot.
package main

import (
	"fmt"
	"reflect"
	"sort"
)

type Inner struct{ A, b int }
type T struct {
	Name string `json:"name,omitempty" x:"y"`
	N    *int
	Inner
	M map[string][]int
	I any
	f func(int, ...string) error
	C chan<- int
}

func (t T) String() string   { return "T:" + t.Name }
func (t *T) Rename(s string) { t.Name = s }

type MyInt int

func main() {
	n := 7
	v := T{Name: "x", N: &n, Inner: Inner{1, 2}, M: map[string][]int{"k": {1, 2}}, I: 3.5}
	t := reflect.TypeOf(v)
	fmt.Println(t, t.Kind(), t.Name(), t.PkgPath(), t.NumField(), t.NumMethod(), reflect.TypeOf(&v).NumMethod())
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Type.Kind(), f.Tag.Get("json"), f.Tag.Get("x"), f.Anonymous, f.IsExported(), f.Index)
	}
	for _, f := range reflect.VisibleFields(t) {
		fmt.Print(f.Name, f.Index, " ")
	}
	fmt.Println()
	p := reflect.ValueOf(&v).Elem()
	p.Field(0).SetString("changed")
	p.FieldByName("A").SetInt(42)
	p.Field(1).Elem().SetInt(9)
	p.Field(3).SetMapIndex(reflect.ValueOf("new"), reflect.ValueOf([]int{5}))
	p.Field(4).Set(reflect.ValueOf("any"))
	fmt.Println(v.Name, v.A, n, v.M, v.I, p.Field(4), p.Field(4).Elem().Kind())
	fmt.Println(p, reflect.ValueOf(3), reflect.Value{}, reflect.ValueOf([]int{1}), p.Addr().Type(), p.FieldByName("b").CanSet(), p.FieldByName("b"))
	s := reflect.MakeSlice(reflect.TypeOf([]string{}), 0, 1)
	s = reflect.Append(s, reflect.ValueOf("a"), reflect.ValueOf("b"))
	s = reflect.AppendSlice(s, s)
	fmt.Println(s.Interface(), s.Len(), s.Slice(1, 3), s.Index(2))
	m := reflect.MakeMap(reflect.TypeOf(map[string]int{}))
	m.SetMapIndex(reflect.ValueOf("q"), reflect.ValueOf(4))
	fmt.Println(m, m.Len(), m.MapIndex(reflect.ValueOf("q")), m.MapIndex(reflect.ValueOf("z")).IsValid())
	keys := reflect.ValueOf(map[int]bool{3: true, 1: false}).MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].Int() < keys[j].Int() })
	fmt.Println(keys)
	fmt.Println(reflect.DeepEqual(v, v), reflect.DeepEqual([]int{1}, []int{1}), reflect.DeepEqual([]int(nil), []int{}), reflect.DeepEqual(map[string]any{"a": []int{1}}, map[string]any{"a": []int{1}}))
	type node struct{ next *node }
	a, b := &node{}, &node{}
	a.next, b.next = a, b
	fmt.Println(reflect.DeepEqual(a, b), reflect.DeepEqual(error(nil), nil))
	fmt.Println(reflect.ValueOf(MyInt(3)).Convert(reflect.TypeOf(float64(0))), reflect.TypeOf(MyInt(0)).ConvertibleTo(reflect.TypeOf("")), reflect.ValueOf(65).Convert(reflect.TypeOf("")))
	nw := reflect.New(t)
	fmt.Println(nw.Elem().IsZero(), nw.Type(), reflect.Zero(reflect.TypeOf(1.5)))
	stringer := reflect.TypeOf((*fmt.Stringer)(nil)).Elem()
	fmt.Println(t.Implements(stringer), reflect.TypeOf(1).Implements(stringer), stringer.Kind(), t.Field(5).Type.IsVariadic(), t.Field(6).Type.ChanDir())
	swap := reflect.Swapper([]int{1, 2})
	swap(0, 1)
	for _, f := range []func(){
		func() { reflect.ValueOf(1).SetInt(2) },
		func() { p.FieldByName("b").SetInt(2) },
		func() { reflect.ValueOf("x").Int() },
		func() { reflect.Value{}.Type() },
		func() { p.Field(0).Set(reflect.ValueOf(1)) },
		func() { reflect.ValueOf([]int{1}).Index(1) },
		func() { reflect.ValueOf(v).FieldByName("b").Interface() },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
