package main

type pair struct{ a, b int }

func generic[T any, N int | float64, M int | bool](t T, n N, m M) {
	_ = min(t /* ERROR "invalid argument: t \(variable of type T constrained by any\) cannot be ordered" */)
	_ = min(n, n)
	_ = min(n, 1)
	_ = min(n, 1.5 /* ERROR "cannot convert 1.5 \(untyped float constant\) to type N" */)
	_ = max(m /* ERROR "invalid argument: m \(variable of type M constrained by int \| bool\) cannot be ordered" */, m)
}

func main() {
	_ = min /* ERROR "invalid operation: not enough arguments for min\(\) \(expected 1, found 0\)" */ ()
	_ = max(true /* ERROR "invalid argument: true \(untyped bool constant\) cannot be ordered" */)
	_ = max(1i /* ERROR "invalid argument: 1i \(untyped complex constant .*\) cannot be ordered" */, 2)
	_ = min(nil /* ERROR "invalid argument: nil cannot be ordered" */)
	_ = min(pair /* ERROR "invalid argument: pair{…} \(value of struct type pair\) cannot be ordered" */ {1, 2}, pair{})
	var i int
	var u uint
	var f float64
	var s string
	var p *int
	_ = min(i, u /* ERROR "invalid argument: mismatched types int \(previous argument\) and uint \(type of u\)" */)
	_ = max(f, i /* ERROR "invalid argument: mismatched types float64 \(previous argument\) and int \(type of i\)" */)
	_ = max(1, i, f /* ERROR "invalid argument: mismatched types int \(previous argument\) and float64 \(type of f\)" */)
	_ = min(i, 1.5 /* ERROR "1.5 \(untyped float constant\) truncated to int" */)
	_ = min(1, "a" /* ERROR "invalid argument: mismatched types untyped int \(previous argument\) and untyped string \(type of \"a\"\)" */)
	_ = min(s, 1 /* ERROR "invalid argument: mismatched types string \(previous argument\) and untyped int \(type of 1\)" */)
	_ = min(p /* ERROR "invalid argument: p \(variable of type \*int\) cannot be ordered" */, p)
	_ = min /* ERROR "invalid operation: invalid use of ... with built-in min" */ ([]int{1}...)
	min /* ERROR "min\(i, 2\) \(value of type int\) is not used" */ (i, 2)
	const c = max /* ERROR "max\(i, 2\) \(value of type int\) is not constant" */ (i, 2)
	const d uint8 = max /* ERROR "cannot use max\(1, 256\) \(untyped int constant 256\) as uint8 value in constant declaration \(overflows\)" */ (1, 256)
	var x = min /* ERROR "min \(built-in\) must be called" */
	_ = max /* ERROR "max \(built-in\) must be called" */
	go max /* ERROR "go discards result of max\(i, 2\) \(value of type int\)" */ (i, 2)
	defer min /* ERROR "defer discards result of min\(i, 2\) \(value of type int\)" */ (i, 2)
	_ = min(int /* ERROR "int \(type\) is not an expression" */)
}
