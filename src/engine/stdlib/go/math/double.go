package math

// A double is a number hi+lo with some 106 bits: lo is at most half a unit in hi's last place (Dekker, "A Floating-Point Technique for Extending the
// Available Precision", 1971). The elementary functions are computed with doubles and rounded once, so that they are nearly always the nearest
// float64.
type double struct{ hi, lo float64 }

// sum returns a+b exactly.
func sum(a, b float64) double {
	s := a + b
	t := s - a
	return double{s, (a - (s - t)) + (b - t)}
}

// quick returns a+b exactly for |a| >= |b|.
func quick(a, b float64) double {
	s := a + b
	return double{s, b - (s - a)}
}

// halves splits a number into two of 26 bits.
func halves(a float64) (high, low float64) {
	c := a * (1<<27 + 1)
	high = c - (c - a)
	return high, a - high
}

// product returns a*b exactly, if nothing overflows.
func product(a, b float64) double {
	p := a * b
	ah, al := halves(a)
	bh, bl := halves(b)
	return double{p, ((ah*bh - p) + ah*bl + al*bh) + al*bl}
}

func (x double) plus(y double) double {
	s := sum(x.hi, y.hi)
	t := sum(x.lo, y.lo)
	s = quick(s.hi, s.lo+t.hi)
	return quick(s.hi, s.lo+t.lo)
}

func (x double) plusOne(y float64) double {
	s := sum(x.hi, y)
	return quick(s.hi, s.lo+x.lo)
}

func (x double) negated() double { return double{-x.hi, -x.lo} }

func (x double) times(y double) double {
	p := product(x.hi, y.hi)
	return quick(p.hi, p.lo+(x.hi*y.lo+x.lo*y.hi))
}

func (x double) timesOne(y float64) double {
	p := product(x.hi, y)
	return quick(p.hi, p.lo+x.lo*y)
}

// scaled returns x times a power of two.
func (x double) scaled(f float64) double { return double{x.hi * f, x.lo * f} }

func (x double) over(y double) double {
	q := x.hi / y.hi
	r := x.plus(y.timesOne(q).negated())
	q2 := r.hi / y.hi
	r = r.plus(y.timesOne(q2).negated())
	return quick(q, q2).plusOne(r.hi / y.hi)
}

func (x double) overOne(y float64) double {
	q := x.hi / y
	p := product(q, y)
	return quick(q, (x.hi-p.hi-p.lo+x.lo)/y)
}

func (x double) root() double {
	if x.hi <= 0 {
		return double{Sqrt(x.hi), 0}
	}
	s := Sqrt(x.hi)
	r := x.plus(product(s, s).negated())
	return quick(s, r.hi/(2*s))
}

func (x double) value() float64 { return x.hi + x.lo }

// Constants with 106 bits.
var (
	ln2        = double{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56}
	ln10       = double{0x1.26bb1bbb55516p1, -0x1.f48ad494ea3e9p-53}
	pi         = double{0x1.921fb54442d18p1, 0x1.1a62633145c07p-53}
	halfPi     = double{0x1.921fb54442d18p0, 0x1.1a62633145c07p-54}
	rootPi     = double{0x1.c5bf891b4ef6bp0, -0x1.618f13eb7ca89p-54}
	halfLog2Pi = double{0x1.d67f1c864beb5p-1, -0x1.65b5a1b7ff5dfp-55} // of 2π
	halfPiLow  = -0x1.f1976b7ed8fbcp-110                              // what comes after halfPi
)
