/** Loops, branches and run-time errors in the middle of straight-line code: where a fast version charges several statements at once. */
export const loops = `package main

import "fmt"

type point struct{ x, y int }

func at(list []int, i int, from *point) (sum int) {
	defer func() {
		if r := recover(); r != nil {
			sum = -1
		}
	}()
	sum = 1
	sum += list[0]
	sum *= 2
	from.x++
	sum += list[i]
	sum += from.y
	from.y = sum
	return sum
}

func search(n int) int {
	found := 0
outer:
	for i := 0; i < n; i++ {
		for j := 0; j <= i; j++ {
			a := i*j + 1
			if a%7 == 0 {
				continue outer
			}
			b := a / (j + 1)
			if b > 40 {
				break outer
			}
			found += b
			switch b % 4 {
			case 0:
				found++
			case 1:
				found += 2
				fallthrough
			case 2:
				found--
			}
		}
		found ^= i
	}
	return found
}

func divide(n, by int) (q int) {
	defer func() { recover() }()
	q = 1
	n += 5
	q = n / by
	q++
	return q
}

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func main() {
	list := []int{3, 1, 4, 1, 5}
	p := point{1, 2}
	for i := 0; i < 8; i++ {
		fmt.Println(at(list, i, &p), p, divide(i, i%3))
	}
	var none *point
	func() {
		defer func() { fmt.Println(recover() != nil) }()
		p.x = 1
		none.y = p.x
		p.x = 2
	}()
	fmt.Println(search(14), fib(9), p)
	sums := make([]int, 3)
	for k := 0; k < 150; k++ {
		sums[k%3] += k
		sums[(k+1)%3] ^= k
	}
	fmt.Println(sums)
	list[len(sums)+2] = 1
}
`;
