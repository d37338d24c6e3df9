// The order of comparisons in structs and arrays (specified since Go 1.20): in source order, until two values differ.
package main

import "fmt"

type bad = func()

type s3 struct {
	a, b, c any
}

type blank struct {
	a int
	_ any
	b int
}

type nested struct {
	head [2]any
	tail struct{ x any }
}

type embedded struct {
	s3
	n int
}

func compare(what string, f func() bool) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "panics:", r)
		}
	}()
	fmt.Println(what, f())
}

func generic[T comparable](x, y T) bool { return x == y }

func main() {
	f := any(bad(func() {}))
	sl := any([]int{})
	compare("first differs", func() bool { return s3{1, f, f} == s3{2, f, f} })
	compare("second panics", func() bool { return s3{1, f, 1} == s3{1, f, 2} })
	compare("third differs, second panics", func() bool { return s3{1, sl, 1} == s3{1, sl, 2} })
	compare("second differs, third panics", func() bool { return s3{1, "x", sl} == s3{1, "y", sl} })
	compare("types differ", func() bool { return s3{f, 1, 1} == s3{sl, 1, 1} })
	compare("!= stops as well", func() bool { return s3{1, f, f} != s3{2, f, f} })
	compare("!= panics as well", func() bool { return s3{1, f, f} != s3{1, f, f} })

	compare("array, first differs", func() bool { return [3]any{1, f, f} == [3]any{2, f, f} })
	compare("array, last differs", func() bool { return [3]any{1, f, 3} == [3]any{1, f, 4} })
	compare("array, same", func() bool { return [3]any{1, "f", 3} == [3]any{1, "f", 3} })
	var long, other [100]any
	long[98], other[98] = f, f
	compare("long array, equal before", func() bool { return long == other })
	other[97] = 1
	compare("long array, differs before", func() bool { return long == other })

	compare("nested, head differs", func() bool { return nested{head: [2]any{1, 2}, tail: struct{ x any }{f}} == nested{head: [2]any{1, 3}, tail: struct{ x any }{f}} })
	compare("nested, head panics", func() bool { return nested{head: [2]any{1, sl}, tail: struct{ x any }{1}} == nested{head: [2]any{1, sl}, tail: struct{ x any }{2}} })
	compare("embedded", func() bool { return embedded{s3{1, f, 1}, 1} == embedded{s3{1, f, 1}, 2} })

	// In an interface, as a map key, in a switch, through a type parameter: the same comparison.
	compare("in an interface", func() bool { return any(s3{1, f, 1}) == any(s3{2, f, 1}) })
	compare("in an interface, panics", func() bool { return any(s3{1, f, 1}) == any(s3{1, f, 2}) })
	compare("generic", func() bool { return generic(s3{1, f, 1}, s3{2, f, 1}) })
	compare("generic, panics", func() bool { return generic(s3{1, f, 1}, s3{1, f, 2}) })
	compare("switch", func() bool {
		switch (s3{1, f, 2}) {
		case s3{2, f, 2}:
			return true
		case s3{1, f, 3}:
			return true
		}
		return false
	})

	// Blank fields are not compared.
	x, y := blank{a: 1, b: 2}, blank{a: 1, b: 2}
	compare("blank", func() bool { return x == y })

	// Fields that need no interface still stop the comparison before one that does.
	type mixed struct {
		n int
		f float64
		s string
		v any
	}
	compare("string differs", func() bool { return mixed{1, 2, "a", f} == mixed{1, 2, "b", f} })
	compare("string is the same", func() bool { return mixed{1, 2, "a", f} == mixed{1, 2, "a", f} })
	type late struct {
		v any
		n int
	}
	compare("number behind", func() bool { return late{f, 1} == late{f, 2} })
	nan := 0.0
	nan /= nan
	compare("NaN before", func() bool { return [2]any{nan, f} == [2]any{nan, f} })
}
