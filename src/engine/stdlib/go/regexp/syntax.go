package regexp

// What an expression is made of, and how it can be wrong.

// flags change what parts of an expression mean.
type flags uint8

const (
	foldCase  flags = 1 << iota // (?i) letters match in both cases
	oneLine                     // ^ and $ match at the ends of the text only; off after (?m)
	dotNL                       // (?s) . matches a new line
	nonGreedy                   // (?U) x* takes as little as possible and x*? as much
	classNL                     // [^a] matches a new line
	perl                        // the syntax of Perl: classes \d, groups (?:), lazy repetition x*?, \Q...\E, \A, \b, \z, \pN
)

// operators of nodes
type operator uint8

const (
	opEmpty     operator = iota
	opSet                // one character of a set
	opAny                // any character
	opAnyNotNL           // any character but a new line
	opCondition          // a place: at is what has to hold there
	opCapture            // a group that remembers what it matched
	opRepeat             // least to most times; most is -1 for any number
	opConcat
	opAlternate
)

// conditions of places
type condition uint8

const (
	beginText condition = 1 << iota
	endText
	beginLine
	endLine
	wordBoundary
	noWordBoundary
)

// A node is a part of an expression.
type node struct {
	op          operator
	set         set
	at          condition
	subs        []*node
	least, most int
	lazy        bool
	index       int    // of a group
	name        string // of a group, "" if it has none
}

// nullable reports whether the node can match the empty text.
func (n *node) nullable() bool {
	switch n.op {
	case opSet, opAny, opAnyNotNL:
		return false
	case opRepeat:
		return n.least == 0 || n.subs[0].nullable()
	case opAlternate:
		for _, sub := range n.subs {
			if sub.nullable() {
				return true
			}
		}
		return false
	}
	for _, sub := range n.subs {
		if !sub.nullable() {
			return false
		}
	}
	return true
}

// A syntaxError is what is wrong with an expression.
type syntaxError struct {
	problem string
	part    string
}

func (e *syntaxError) Error() string {
	return "error parsing regexp: " + e.problem + ": `" + e.part + "`"
}

const (
	badClass        = "invalid character class range"
	badEscape       = "invalid escape sequence"
	badName         = "invalid named capture"
	badPerl         = "invalid or unsupported Perl syntax"
	badRepeat       = "invalid nested repetition operator"
	badCount        = "invalid repeat count"
	badUTF8         = "invalid UTF-8"
	missingBracket  = "missing closing ]"
	missingParen    = "missing closing )"
	missingArgument = "missing argument to repetition operator"
	unexpectedParen = "unexpected )"
	trailingSlash   = "trailing backslash at end of expression"
	tooDeep         = "expression nests too deeply"
	tooLarge        = "expression too large"
	maxRepeat       = 1000
	maxDepth        = 1000
	maxInstructions = 1 << 20
)
