package rand

var global = New(&runSource{})

// Seed gives the functions of the package the numbers of a source with this seed.
func Seed(seed int64) { global = New(NewSource(seed)) }

// Int63 returns a number from 0 to 1<<63-1.
func Int63() int64 { return global.Int63() }

// Uint32 returns 32 random bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 returns 64 random bits.
func Uint64() uint64 { return global.Uint64() }

// Int31 returns a number from 0 to 1<<31-1.
func Int31() int32 { return global.Int31() }

// Int returns a number that is not negative.
func Int() int { return global.Int() }

// Int63n returns a number from 0 to n-1. It panics if n <= 0.
func Int63n(n int64) int64 { return global.Int63n(n) }

// Int31n returns a number from 0 to n-1. It panics if n <= 0.
func Int31n(n int32) int32 { return global.Int31n(n) }

// Intn returns a number from 0 to n-1. It panics if n <= 0.
func Intn(n int) int { return global.Intn(n) }

// Float64 returns a number from 0 to less than 1.
func Float64() float64 { return global.Float64() }

// Float32 returns a number from 0 to less than 1.
func Float32() float32 { return global.Float32() }

// Perm returns the numbers from 0 to n-1 in random order.
func Perm(n int) []int { return global.Perm(n) }

// Shuffle puts n elements, which swap exchanges, in random order. It panics if n < 0.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// Read fills p with random bytes; it never fails.
func Read(p []byte) (n int, err error) { return global.Read(p) }

// NormFloat64 returns a number of the normal distribution with mean 0 and standard deviation 1.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 returns a number of the exponential distribution with rate 1.
func ExpFloat64() float64 { return global.ExpFloat64() }
