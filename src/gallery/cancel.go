package main

import (
	"context"
	"fmt"
	"time"
)

func doWork(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			fmt.Println("Work canceled")
			return
		default:
			fmt.Println("Working...")
			time.Sleep(1 * time.Second)
		}
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	go doWork(ctx)

	time.Sleep(3 * time.Second)
	cancel()                    // Cancel the context
	time.Sleep(1 * time.Second) // Give time for goroutine to finish
}
