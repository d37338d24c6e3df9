// Package list has doubly linked lists.
//
//	for e := l.Front(); e != nil; e = e.Next() {
//		// e.Value
//	}
package list

// An Element is an element of a list.
type Element struct {
	next, prev *Element // a ring through the list's root
	list       *List    // nil if it is in none

	// Value is what is stored.
	Value any
}

// Next returns the element after e, nil if e is the last.
func (e *Element) Next() *Element {
	if n := e.next; e.list != nil && n != &e.list.root {
		return n
	}
	return nil
}

// Prev returns the element before e, nil if e is the first.
func (e *Element) Prev() *Element {
	if p := e.prev; e.list != nil && p != &e.list.root {
		return p
	}
	return nil
}

// A List is a doubly linked list. Its zero value is empty.
type List struct {
	root Element // root.next is the first element, root.prev the last
	len  int
}

// New returns an empty list.
func New() *List { return new(List).Init() }

// Init makes l empty.
func (l *List) Init() *List {
	l.root.next = &l.root
	l.root.prev = &l.root
	l.len = 0
	return l
}

func (l *List) prepare() {
	if l.root.next == nil {
		l.Init()
	}
}

// Len returns the number of elements.
func (l *List) Len() int { return l.len }

// Front returns the first element, nil if l is empty.
func (l *List) Front() *Element {
	if l.len == 0 {
		return nil
	}
	return l.root.next
}

// Back returns the last element, nil if l is empty.
func (l *List) Back() *Element {
	if l.len == 0 {
		return nil
	}
	return l.root.prev
}

func link(e, after *Element) {
	e.prev = after
	e.next = after.next
	e.prev.next = e
	e.next.prev = e
}

func (l *List) insert(v any, after *Element) *Element {
	e := &Element{Value: v, list: l}
	link(e, after)
	l.len++
	return e
}

func (l *List) move(e, after *Element) {
	if e == after {
		return
	}
	e.prev.next = e.next
	e.next.prev = e.prev
	link(e, after)
}

// Remove removes e, if it is in l, and returns its value.
func (l *List) Remove(e *Element) any {
	if e.list == l {
		e.prev.next = e.next
		e.next.prev = e.prev
		e.next, e.prev, e.list = nil, nil, nil
		l.len--
	}
	return e.Value
}

// PushFront adds v at the front.
func (l *List) PushFront(v any) *Element {
	l.prepare()
	return l.insert(v, &l.root)
}

// PushBack adds v at the back.
func (l *List) PushBack(v any) *Element {
	l.prepare()
	return l.insert(v, l.root.prev)
}

// InsertBefore adds v before mark; nil if mark is not in l.
func (l *List) InsertBefore(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.insert(v, mark.prev)
}

// InsertAfter adds v after mark; nil if mark is not in l.
func (l *List) InsertAfter(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.insert(v, mark)
}

// MoveToFront moves e, if it is in l, to the front.
func (l *List) MoveToFront(e *Element) {
	if e.list == l {
		l.move(e, &l.root)
	}
}

// MoveToBack moves e, if it is in l, to the back.
func (l *List) MoveToBack(e *Element) {
	if e.list == l {
		l.move(e, l.root.prev)
	}
}

// MoveBefore moves e before mark, if both are in l.
func (l *List) MoveBefore(e, mark *Element) {
	if e.list == l && e != mark && mark.list == l {
		l.move(e, mark.prev)
	}
}

// MoveAfter moves e after mark, if both are in l.
func (l *List) MoveAfter(e, mark *Element) {
	if e.list == l && e != mark && mark.list == l {
		l.move(e, mark)
	}
}

// PushBackList adds a copy of other, which may be l, at the back.
func (l *List) PushBackList(other *List) {
	l.prepare()
	for i, e := other.Len(), other.Front(); i > 0; i, e = i-1, e.Next() {
		l.insert(e.Value, l.root.prev)
	}
}

// PushFrontList adds a copy of other, which may be l, at the front.
func (l *List) PushFrontList(other *List) {
	l.prepare()
	for i, e := other.Len(), other.Back(); i > 0; i, e = i-1, e.Prev() {
		l.insert(e.Value, &l.root)
	}
}
