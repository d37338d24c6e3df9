// Tests in bubbles (later than Go 1.19: what they print was checked by hand).
package main

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func TestAfterFunc(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		called := false
		context.AfterFunc(ctx, func() { called = true })
		synctest.Wait()
		fmt.Println("before", called)
		cancel()
		synctest.Wait()
		fmt.Println("after", called)
	})
}

func TestTimeout(t *testing.T) {
	time.Sleep(1500 * time.Millisecond)
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		fmt.Println(start.UTC())
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		time.Sleep(5*time.Second - time.Nanosecond)
		synctest.Wait()
		fmt.Println(ctx.Err())
		time.Sleep(time.Nanosecond)
		synctest.Wait()
		fmt.Println(ctx.Err(), time.Since(start), (<-time.After(time.Second)).UTC())
		t.Cleanup(func() { fmt.Println("cleanup", time.Since(start)) })
		go func() {
			time.Sleep(time.Hour)
			fmt.Println("an hour later", time.Since(start))
		}()
	})
	fmt.Println(time.Now().UTC())
}

func TestFatal(t *testing.T) {
	defer fmt.Println("outer ends")
	synctest.Test(t, func(t *testing.T) { t.Fatal("no") })
	fmt.Println("not reached")
}

func TestLeft(t *testing.T) {
	defer func() { fmt.Println(recover()) }()
	synctest.Test(t, func(t *testing.T) { go func() { <-make(chan int) }() })
}

func main() {
	testing.RunMain(true, []testing.InternalTest{{"TestAfterFunc", TestAfterFunc}, {"TestTimeout", TestTimeout}, {"TestFatal", TestFatal}, {"TestLeft", TestLeft}}, nil)
}
