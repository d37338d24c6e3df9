// A server loop with several channels, quitting by a closed channel.
package main

import "fmt"

type op struct {
	key   string
	value int
	reply chan int
}

func main() {
	gets, sets, quit := make(chan op), make(chan op), make(chan struct{})
	stopped := make(chan int)
	go func() {
		state := map[string]int{}
		n := 0
		for {
			select {
			case g := <-gets:
				g.reply <- state[g.key]
			case s := <-sets:
				state[s.key] = s.value
				s.reply <- len(state)
			case <-quit:
				stopped <- n
				return
			}
			n++
		}
	}()
	reply := make(chan int)
	for i, k := range []string{"a", "b", "a"} {
		sets <- op{k, i, reply}
		fmt.Print(<-reply, " ")
	}
	gets <- op{key: "a", reply: reply}
	fmt.Println(<-reply)
	close(quit)
	fmt.Println(<-stopped)
}
