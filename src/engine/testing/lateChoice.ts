/** A program whose only choice comes after a long time: some 800,000 statements. */
export const lateChoice = `package main

func main() {
	sum := 0
	for i := 0; i < 400000; i++ {
		sum += i & 3
	}
	a, b := make(chan int, 1), make(chan int, 1)
	a <- 1
	b <- 2
	select {
	case v := <-a:
		println(v, sum)
	case v := <-b:
		println(v, sum)
	}
}
`;
