// Cancellation reaches children; deadlines; values.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key string

func main() {
	ctx, cancel := context.WithCancel(context.WithValue(context.Background(), key("user"), "gopher"))
	child, cancelChild := context.WithTimeout(ctx, time.Hour)
	defer cancelChild()
	fmt.Println(child.Value(key("user")), child.Value(key("none")), child.Err())
	go func() {
		time.Sleep(time.Millisecond)
		cancel()
	}()
	<-child.Done()
	fmt.Println(child.Err(), ctx.Err() == context.Canceled)
	short, cancelShort := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancelShort()
	select {
	case <-short.Done():
		fmt.Println(short.Err(), errors.Is(short.Err(), context.DeadlineExceeded))
	case <-time.After(time.Minute):
		fmt.Println("too late")
	}
}
