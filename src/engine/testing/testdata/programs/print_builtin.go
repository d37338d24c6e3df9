// print and println write to standard error in their own format.
package main

type e struct{ n int }

func main() {
	println("a", 1, true, 'x', 1.0, 100000.5)
	print("a", "b", 1, 2, "\n")
	println(int8(-5), uint64(1<<63), 1e100, float32(0.1), complex(1, -2))
	println()
	type s string
	println(s("named"), e{3}.n, "é")
}
