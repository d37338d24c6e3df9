package regexp

// Programs and texts that are small are matched by trying one way after the other. A bit for each pair of an instruction and a position, set when it was
// tried in vain, bounds the time by their number.
const (
	maxBacktrackCode = 500
	maxBacktrackBits = 256 * 1000
)

// A backtracker is the state of one search.
type backtracker struct {
	p       *program
	in      *input
	begin   int // what pos is counted from
	end     int
	visited []uint32
	jobs    []job
	slots   []int // of the way at hand
	matched []int // of the best match, nil if there is none yet
	longest bool
}

// A job is a way to try: an instruction and a position; or, with restore set, a slot to be given back its position.
type job struct {
	pc, pos int
	restore bool
}

func (p *program) backtracks(in *input) bool {
	return in.reader == nil && len(p.code) <= maxBacktrackCode && len(p.code)*(len(in.text)+1) <= maxBacktrackBits
}

// backtrack searches from pos on and returns the slots of the match, nil if there is none; count is how many of them are wanted.
func (p *program) backtrack(in *input, pos, count int, longest bool) []int {
	if p.anchored && pos > 0 {
		return nil
	}
	b := &backtracker{p: p, in: in, begin: pos, end: len(in.text), longest: longest, slots: make([]int, max(count, 2))}
	b.visited = make([]uint32, (len(p.code)*(b.end-pos+1)+31)/32)
	for i := range b.slots {
		b.slots[i] = -1
	}
	for ; pos <= b.end; pos++ {
		if p.prefix != "" {
			if pos = in.find(p.prefix, pos); pos < 0 {
				return nil
			}
		}
		// What was tried in vain from an earlier beginning is in vain from here too.
		b.run(pos)
		if b.matched != nil {
			return b.matched[:count]
		}
		if p.anchored {
			break
		}
		if _, size := in.step(pos); size > 1 {
			pos += size - 1
		}
	}
	return nil
}

func max(a, b int) int {
	if a > b {
		return a
	}
	return b
}

// visit reports whether an instruction is tried at a position for the first time.
func (b *backtracker) visit(pc, pos int) bool {
	n := uint(pc*(b.end-b.begin+1) + pos - b.begin)
	bit := uint32(1) << (n & 31)
	if b.visited[n/32]&bit != 0 {
		return false
	}
	b.visited[n/32] |= bit
	return true
}

// run tries all ways from pos, those of higher priority first, up to the first match or, for the longest, all.
func (b *backtracker) run(pos int) {
	b.jobs = append(b.jobs[:0], job{b.p.start, pos, false})
	for len(b.jobs) > 0 {
		last := len(b.jobs) - 1
		j := b.jobs[last]
		b.jobs = b.jobs[:last]
		if j.restore {
			b.slots[j.pc] = j.pos
		} else if b.follow(j.pc, j.pos) && !b.longest {
			return
		}
	}
}

// follow goes one way as far as it leads and reports whether it led to a match.
func (b *backtracker) follow(pc, pos int) bool {
	for b.visit(pc, pos) {
		i := &b.p.code[pc]
		switch i.kind {
		case isSplit:
			b.jobs = append(b.jobs, job{i.other, pos, false})
		case isPlace:
			after, _ := b.in.step(pos)
			if i.at&^conditions(b.in.before(pos), after) != 0 {
				return false
			}
		case isCapture:
			if i.slot < len(b.slots) {
				b.jobs = append(b.jobs, job{i.slot, b.slots[i.slot], true})
				b.slots[i.slot] = pos
			}
		case isMatch:
			if b.matched == nil || b.longest && pos > b.matched[1] {
				b.matched = append(b.matched[:0], b.slots...)
				b.matched[1] = pos
			}
			return true
		default:
			r, size := b.in.step(pos)
			if size == 0 || !i.takes(r) {
				return false
			}
			pos += size
		}
		pc = i.out
	}
	return false
}
