// goto forwards, backwards and out of blocks.
package main

import "fmt"

func main() {
	i := 0
again:
	if i < 3 {
		fmt.Print(i, " ")
		i++
		goto again
	}
	for {
		for {
			goto out
		}
	}
out:
	fmt.Println("out")
	n := 27
	steps := 0
loop:
	switch {
	case n == 1:
		goto done
	case n%2 == 0:
		n /= 2
	default:
		n = 3*n + 1
	}
	steps++
	goto loop
done:
	fmt.Println(steps)
	var fs []func() int
	k := 0
fresh:
	{
		x := k
		fs = append(fs, func() int { x++; return x })
	}
	if k++; k < 3 {
		goto fresh
	}
	fmt.Println(fs[0](), fs[1](), fs[2](), fs[0]())
}
