package regexp

// kinds of instructions
type kind uint8

const (
	isRune    kind = iota // consumes the character r
	isSet                 // consumes a character of the set
	isAny                 // consumes any character
	isLine                // consumes any character but a new line
	isSplit               // goes to out, and with lower priority to other
	isPlace               // goes to out if the conditions at hold
	isCapture             // remembers the position in a slot
	isMatch               // a match ends here
)

// An instruction is a state of the automaton.
type instruction struct {
	kind  kind
	at    condition
	r     rune
	set   set
	out   int
	other int
	slot  int
}

// A program is an automaton (Thompson, "Regular Expression Search Algorithm", 1968; Pike's extension for groups).
type program struct {
	code     []instruction
	start    int
	slots    int    // two for each group, the whole match included
	anchored bool   // a match begins at the beginning of the text
	prefix   string // what every match begins with
	complete bool   // the prefix is the whole match
}

// compile makes a program. It is built from the end: an instruction knows where to go on when it is made.
func compile(root *node, captures int) (*program, bool) {
	p := &program{slots: 2 * (captures + 1)}
	match := p.add(instruction{kind: isMatch})
	begin := p.compile(&node{op: opCapture, subs: []*node{root}}, match)
	p.start = begin
	if len(p.code) > maxInstructions {
		return nil, false
	}
	p.anchored = p.leading()&beginText != 0
	p.findPrefix()
	return p, true
}

func (p *program) add(i instruction) int {
	p.code = append(p.code, i)
	return len(p.code) - 1
}

// split goes to first, rather than to second unless lazy is set.
func (p *program) split(first, second int, lazy bool) int {
	if lazy {
		first, second = second, first
	}
	return p.add(instruction{kind: isSplit, out: first, other: second})
}

// compile adds instructions for n that go on at next and returns where they begin.
func (p *program) compile(n *node, next int) int {
	if len(p.code) > maxInstructions {
		return next
	}
	switch n.op {
	case opSet:
		if r, ok := n.set.single(); ok {
			return p.add(instruction{kind: isRune, r: r, out: next})
		}
		return p.add(instruction{kind: isSet, set: n.set, out: next})
	case opAny:
		return p.add(instruction{kind: isAny, out: next})
	case opAnyNotNL:
		return p.add(instruction{kind: isLine, out: next})
	case opCondition:
		return p.add(instruction{kind: isPlace, at: n.at, out: next})
	case opCapture:
		end := p.add(instruction{kind: isCapture, slot: 2*n.index + 1, out: next})
		return p.add(instruction{kind: isCapture, slot: 2 * n.index, out: p.compile(n.subs[0], end)})
	case opConcat:
		for i := len(n.subs) - 1; i >= 0; i-- {
			next = p.compile(n.subs[i], next)
		}
	case opAlternate:
		last := len(n.subs) - 1
		begin := p.compile(n.subs[last], next)
		for i := last - 1; i >= 0; i-- {
			begin = p.split(p.compile(n.subs[i], next), begin, false)
		}
		return begin
	case opRepeat:
		return p.repeat(n, next)
	}
	return next
}

func (p *program) repeat(n *node, next int) int {
	sub := n.subs[0]
	if n.most < 0 {
		least := n.least
		if least > 0 {
			next = p.loop(sub, next, n.lazy)
			least--
		} else if sub.nullable() {
			// As (x+)?, lest a round that matches nothing be preferred to leaving.
			next = p.split(p.loop(sub, next, n.lazy), next, n.lazy)
		} else {
			again := p.split(0, next, n.lazy)
			p.goRound(again, p.compile(sub, again), n.lazy)
			next = again
		}
		return p.copies(sub, least, next)
	}
	end := next
	for i := n.least; i < n.most; i++ {
		next = p.split(p.compile(sub, next), end, n.lazy)
	}
	return p.copies(sub, n.least, next)
}

func (p *program) copies(n *node, count, next int) int {
	for ; count > 0; count-- {
		next = p.compile(n, next)
	}
	return next
}

// loop is x+.
func (p *program) loop(n *node, next int, lazy bool) int {
	again := p.split(0, next, lazy)
	begin := p.compile(n, again)
	p.goRound(again, begin, lazy)
	return begin
}

// goRound sets where a split that was made before its loop's body leads.
func (p *program) goRound(split, begin int, lazy bool) {
	if lazy {
		p.code[split].other = begin
	} else {
		p.code[split].out = begin
	}
}

// leading returns the conditions that hold where a match begins.
func (p *program) leading() (at condition) {
	for pc := p.start; ; pc = p.code[pc].out {
		switch i := &p.code[pc]; i.kind {
		case isPlace:
			at |= i.at
		case isCapture:
		default:
			return at
		}
	}
}

// findPrefix finds the characters that every match begins with.
func (p *program) findPrefix() {
	var prefix []rune
	pc := p.start
	for p.code[pc].kind == isCapture {
		pc = p.code[pc].out
	}
	for p.code[pc].kind == isRune {
		prefix = append(prefix, p.code[pc].r)
		pc = p.code[pc].out
	}
	p.prefix = string(prefix)
	for p.code[pc].kind == isCapture {
		pc = p.code[pc].out
	}
	p.complete = p.code[pc].kind == isMatch
}

// takes reports whether the instruction consumes r.
func (i *instruction) takes(r rune) bool {
	switch i.kind {
	case isRune:
		return r == i.r
	case isSet:
		return i.set.has(r)
	case isAny:
		return r >= 0
	case isLine:
		return r >= 0 && r != '\n'
	}
	return false
}
