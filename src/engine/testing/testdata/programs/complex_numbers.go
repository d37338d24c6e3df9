// Complex arithmetic and parts.
package main

import "fmt"

func main() {
	a := complex(1, 2)
	var b complex64 = 3 - 4i
	fmt.Println(a*complex128(b), a+1, -a, real(b), imag(b), a == 1+2i)
	fmt.Println(a/complex128(b), a/2, 1/a)
	const c = (1 + 2i) * (1 - 2i)
	var n int = c
	fmt.Println(n, real(c), 'a'*1i)
	z := 0i
	fmt.Println(a/z, complex64(a)*b)
	fmt.Printf("%.2f %v %T %T\n", a, b, b, real(b))
	println(a)
}
