package regexp

// All ways are followed at once, character by character (Pike's machine): the time is the length of the text times that of the program, whatever they
// are.

// A way is an instruction that waits for a character, and the slots it came with.
type way struct {
	pc    int
	slots []int
}

// A front is the ways at one position, those of higher priority first, at most one for each instruction.
type front struct {
	ways   []way
	passed []int // for each instruction, the number of the position at which it was added or followed last
	number int
}

func newFront(size int) *front { return &front{passed: make([]int, size)} }

// enter reports whether an instruction is new to the front, which it then is no more.
func (f *front) enter(pc int) bool {
	if f.passed[pc] == f.number {
		return false
	}
	f.passed[pc] = f.number
	return true
}

// A machine is the state of one search.
type machine struct {
	p       *program
	in      *input
	slots   []int   // of the way that is being added
	free    [][]int // memory of slots
	matched []int   // of the best match, nil if there is none yet
	longest bool

	pos                int
	before, here, then rune // the characters around pos and the one behind
	size, thenSize     int
}

// parallel searches from pos on and returns the slots of the match, nil if there is none; count is how many of them are wanted.
func (p *program) parallel(in *input, pos, count int, longest bool) []int {
	if p.anchored && pos > 0 {
		return nil
	}
	m := &machine{p: p, in: in, longest: longest, slots: make([]int, max(count, 2))}
	m.moveTo(pos)
	current, next := newFront(len(p.code)), newFront(len(p.code))
	for current.number = 1; ; current.number = next.number + 1 {
		if len(current.ways) == 0 && !m.skip() {
			break
		}
		if m.matched == nil && (!p.anchored || m.pos == 0) {
			for i := range m.slots {
				m.slots[i] = -1
			}
			m.add(current, p.start, m.pos, conditions(m.before, m.here))
		}
		next.number = current.number + 1
		m.advance(current, next)
		if m.size == 0 || m.matched != nil && count == 0 {
			break
		}
		m.forward()
		current, next = next, current
	}
	if m.matched == nil {
		return nil
	}
	return m.matched[:count]
}

// moveTo sets the position and the characters around it.
func (m *machine) moveTo(pos int) {
	m.pos, m.before = pos, m.in.before(pos)
	m.here, m.size = m.in.step(pos)
	m.lookAhead()
}

func (m *machine) lookAhead() {
	m.then, m.thenSize = noRune, 0
	if m.size > 0 {
		m.then, m.thenSize = m.in.step(m.pos + m.size)
	}
}

// forward goes on by one character.
func (m *machine) forward() {
	m.pos += m.size
	m.before, m.here, m.size = m.here, m.then, m.thenSize
	m.lookAhead()
}

// skip, called where there are no ways, goes to where a match can begin and reports whether there is such a place.
func (m *machine) skip() bool {
	if m.matched != nil || m.p.anchored && m.pos > 0 {
		return false
	}
	if m.p.prefix == "" || m.in.reader != nil {
		return true
	}
	at := m.in.find(m.p.prefix, m.pos)
	if at > m.pos {
		m.moveTo(at)
	}
	return at >= 0
}

// add adds the instructions that wait for a character, or for nothing more, on the ways from pc to f; at is what holds at pos.
func (m *machine) add(f *front, pc, pos int, at condition) {
	for f.enter(pc) {
		i := &m.p.code[pc]
		switch i.kind {
		case isSplit:
			m.add(f, i.out, pos, at)
			pc = i.other
			continue
		case isPlace:
			if i.at&^at != 0 {
				return
			}
		case isCapture:
			if i.slot < len(m.slots) {
				old := m.slots[i.slot]
				m.slots[i.slot] = pos
				m.add(f, i.out, pos, at)
				m.slots[i.slot] = old
				return
			}
		default:
			f.ways = append(f.ways, way{pc, m.copied()})
			return
		}
		pc = i.out
	}
}

// copied returns a copy of the slots.
func (m *machine) copied() []int {
	var slots []int
	if n := len(m.free); n > 0 {
		slots, m.free = m.free[n-1], m.free[:n-1]
	}
	return append(slots[:0], m.slots...)
}

// advance lets all ways of a front take the character at the position, or end in a match, and puts where they get to in the next front.
func (m *machine) advance(current, next *front) {
	next.ways = next.ways[:0]
	at := conditions(m.here, m.then)
	cut := false
	for _, w := range current.ways {
		i := &m.p.code[w.pc]
		switch {
		case cut || m.longest && m.matched != nil && m.matched[0] < w.slots[0]:
		case i.kind == isMatch:
			w.slots[1] = m.pos
			if m.matched == nil || !m.longest || w.slots[0] < m.matched[0] || m.matched[1] < m.pos {
				m.matched = append(m.matched[:0], w.slots...)
			}
			cut = !m.longest // what follows has lower priority
		case m.size > 0 && i.takes(m.here):
			copy(m.slots, w.slots)
			m.add(next, i.out, m.pos+m.size, at)
		}
		m.free = append(m.free, w.slots)
	}
	current.ways = current.ways[:0]
}
