import { describe, it } from 'vitest';
import { checkGood, expectErrors } from './checktest.ts';

describe('builtins', () => {
  it('check the numbers of their arguments', () => {
    expectErrors(`package main
func main() {
	s := []int{}
	_ = len /* ERROR "invalid operation: not enough arguments for len() (expected 1, found 0)" */ ()
	_ = len /* ERROR "invalid operation: too many arguments for len(s, s) (expected 1, found 2)" */ (s, s)
	panic /* ERROR "invalid operation: not enough arguments for panic() (expected 1, found 0)" */ ()
	_ = make /* ERROR "invalid operation: make([]int) expects 2 or 3 arguments; found 1" */ ([]int)
}`);
  });

  it('check the types of their arguments', () => {
    expectErrors(`package main
func main() {
	s := []int{}
	m := map[string]int{}
	_ = len(1 /* ERROR "invalid argument: 1 (untyped int constant) for built-in len" */ )
	_ = cap(m /* ERROR "invalid argument: m (variable of type map[string]int) for built-in cap" */ )
	_ = append(1 /* ERROR "invalid append: argument must be a slice; have 1 (untyped int constant)" */ , 2)
	_ = append(s, "a" /* ERROR "cannot use \\"a\\" (untyped string constant) as int value in argument to append" */ )
	_ = make(int /* ERROR "invalid argument: cannot make int: type must be slice, map, or channel" */ )
	_ = make([]int, 2 /* ERROR "invalid argument: length and capacity swapped" */ , 1)
	_ = make([]int, "a" /* ERROR "cannot convert \\"a\\" (untyped string constant) to type int" */ )
	copy(s, m /* ERROR "invalid copy: argument must be a slice; have m (variable of type map[string]int)" */ )
	delete(s /* ERROR "invalid argument: s (variable of type []int) is not a map" */ , 1)
	delete(m, 1 /* ERROR "cannot use 1 (untyped int constant) as string value in argument to delete" */ )
	close(s /* ERROR "invalid operation: cannot close non-channel s (variable of type []int)" */ )
	clear(1 /* ERROR "argument must be (or constrained by) map or slice" */ )
	_ = max(1, "a" /* ERROR "mismatched types untyped int (previous argument) and untyped string (type of \\"a\\")" */ )
	_ = min(s /* ERROR "cannot be ordered" */ )
	append /* ERROR "append(s, 1) (value of type []int) is not used" */ (s, 1)
}`);
  });

  it('accept what the specification allows', () => {
    checkGood(`package main
import "unsafe"
type T struct { a byte; b int64; c [3]string }
const size = unsafe.Sizeof(T{})
const offset = unsafe.Offsetof(T{}.c)
var _ [size]int = [64]int{}
var _ [offset]int = [16]int{}
var arr [4]int
const n = len(arr) + len("abc") + cap(arr)
func main() {
	b := append([]byte("a"), "bc"...)
	copy(b, "xyz")
	m := make(map[string]int, 10)
	clear(m)
	delete(m, "a")
	const c = complex(1, 2)
	var f float64 = real(c) + imag(c)
	_ = max(f, 1, 2.5) + min(3, 4)
	var s string = max("a", "b")
	p := new(int)
	*p = len(s)
	q := new(3)
	*q = *p
	ch := make(chan int, 1.0)
	close(ch)
	print(n, "x")
	defer recover()
	panic(nil)
}`);
  });

  it('check what computes with addresses, and say that programs cannot have it', () => {
    expectErrors(`package main
import "unsafe"
type bits unsafe.Pointer /* ERROR "unsafe.Pointer is not supported" */
var n = 5
var p = unsafe.Pointer /* ERROR "unsafe.Pointer is not supported" */ (&n)
var q = (*int)(p)
var u = uintptr(p) + uintptr(bits(p))
var s []int = unsafe.Slice /* ERROR "unsafe.Slice is not supported" */ (q, 3)
var r *int = unsafe.SliceData /* ERROR "not supported" */ (s)
var t string = unsafe.String /* ERROR "not supported" */ (unsafe.StringData /* ERROR "not supported" */ ("x"), 1)
var f = float64(p /* ERROR "cannot convert p" */ )
func main() {}`);
  });
});
