package rand

var global = New(&runSource{})

// Int64 returns a number from 0 to 1<<63-1.
func Int64() int64 { return global.Int64() }

// Uint32 returns 32 random bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 returns 64 random bits.
func Uint64() uint64 { return global.Uint64() }

// Int32 returns a number from 0 to 1<<31-1.
func Int32() int32 { return global.Int32() }

// Int returns a number that is not negative.
func Int() int { return global.Int() }

// Uint returns a random uint.
func Uint() uint { return global.Uint() }

// Int64N returns a number from 0 to n-1. It panics if n <= 0.
func Int64N(n int64) int64 { return global.Int64N(n) }

// Uint64N returns a number from 0 to n-1. It panics if n is 0.
func Uint64N(n uint64) uint64 { return global.Uint64N(n) }

// Int32N returns a number from 0 to n-1. It panics if n <= 0.
func Int32N(n int32) int32 { return global.Int32N(n) }

// Uint32N returns a number from 0 to n-1. It panics if n is 0.
func Uint32N(n uint32) uint32 { return global.Uint32N(n) }

// IntN returns a number from 0 to n-1. It panics if n <= 0.
func IntN(n int) int { return global.IntN(n) }

// UintN returns a number from 0 to n-1. It panics if n is 0.
func UintN(n uint) uint { return global.UintN(n) }

// Float64 returns a number from 0 to less than 1.
func Float64() float64 { return global.Float64() }

// Float32 returns a number from 0 to less than 1.
func Float32() float32 { return global.Float32() }

// Perm returns the numbers from 0 to n-1 in random order.
func Perm(n int) []int { return global.Perm(n) }

// Shuffle puts n elements, which swap exchanges, in random order. It panics if n < 0.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

type integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N returns a number from 0 to n-1, of any integer type: rand.N(10 * time.Second). It panics if n <= 0.
func N[Int integer](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(global.below64(uint64(n)))
}
