// Package tabwriter aligns texts in columns: a tab ends a cell, and cells above each other in lines that follow each other become equally wide.
package tabwriter

import (
	"io"
	"unicode/utf8"
)

// Flags of a Writer.
const (
	FilterHTML          uint = 1 << iota // HTML tags have no width, entities that of one character
	StripEscape                          // take away the Escape characters
	AlignRight                           // cells to the right
	DiscardEmptyColumns                  // empty columns, ended by tabs only, take no room
	TabIndent                            // tabs for empty cells at the beginning of a line
	Debug                                // a vertical bar between columns
)

// Escape stands around text in which tabs and new lines are nothing special.
const Escape = '\xff'

// A cell is a piece of a line.
type cell struct {
	text  string
	width int
	soft  bool // ended by '\v': may be discarded
}

// A Writer aligns what is written to it. Flush writes it out.
type Writer struct {
	out                        io.Writer
	minwidth, tabwidth, margin int
	padchar                    byte
	flags                      uint
	lines                      [][]cell
	text                       []byte // of the cell being written
	end                        byte   // what ends the escape, HTML tag or entity being written; 0 outside
	widths                     []int  // of the columns being written
	err                        error
}

// NewWriter returns a Writer to output; see Init.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets what a Writer does: cells are at least minwidth wide, with padding characters padchar added; if padchar is a tab, cells are filled with
// tabs that are tabwidth wide.
func (w *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	*w = Writer{out: output, minwidth: minwidth, tabwidth: tabwidth, margin: padding, padchar: padchar, flags: flags}
	if padchar == '\t' {
		w.flags &^= AlignRight
	}
	w.lines = [][]cell{nil}
	return w
}

// Write takes text. A line without tabs ends the columns so far.
func (w *Writer) Write(buf []byte) (n int, err error) {
	for _, c := range buf {
		w.put(c)
		if w.err != nil {
			return n, w.err
		}
		n++
	}
	return n, nil
}

func (w *Writer) put(c byte) {
	if w.end != 0 {
		if c == w.end {
			w.end = 0
			if c == Escape && w.flags&StripEscape != 0 {
				return
			}
		}
		w.text = append(w.text, c)
		return
	}
	switch c {
	case '\t', '\v', '\n', '\f':
		w.endCell(c == '\v')
		if c == '\n' || c == '\f' {
			alone := len(w.lines[len(w.lines)-1]) == 1
			w.lines = append(w.lines, nil)
			if c == '\f' || alone {
				w.flushLines()
				if c == '\f' && w.flags&Debug != 0 && w.err == nil {
					_, w.err = w.out.Write([]byte("---\n"))
				}
			}
		}
	case Escape:
		w.end = Escape
		if w.flags&StripEscape == 0 {
			w.text = append(w.text, c)
		}
	case '<', '&':
		if w.flags&FilterHTML != 0 {
			w.end = '>'
			if c == '&' {
				w.end = ';'
			}
		}
		w.text = append(w.text, c)
	default:
		w.text = append(w.text, c)
	}
}

func (w *Writer) endCell(soft bool) {
	last := len(w.lines) - 1
	text := string(w.text)
	w.text = w.text[:0]
	w.lines[last] = append(w.lines[last], cell{text, w.width(text), soft})
}

// width returns the number of characters that are seen.
func (w *Writer) width(text string) int {
	n := 0
	hidden := byte(0)
	for i := 0; i < len(text); {
		c := text[i]
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case hidden != 0:
			if c == hidden {
				hidden = 0
				continue
			}
		case w.flags&FilterHTML != 0 && c == '<':
			hidden = '>'
		case w.flags&FilterHTML != 0 && c == '&':
			hidden = ';'
			n++
		case c == Escape:
		default:
			n++
		}
	}
	return n
}

// Flush writes out all text; the columns end here.
func (w *Writer) Flush() error {
	w.end = 0
	if len(w.text) > 0 {
		w.endCell(false)
	}
	w.flushLines()
	return w.err
}

func (w *Writer) flushLines() {
	w.format(0, len(w.lines))
	w.lines = append(w.lines[:0], nil)
	w.widths = w.widths[:0]
}

// format writes lines from to to-1. The columns in w.widths are known; the next one is made of blocks: stretches of lines that have a cell there
// with another one behind it.
func (w *Writer) format(from, to int) {
	column := len(w.widths)
	begin := from
	for i := from; i < to; i++ {
		if column >= len(w.lines[i])-1 {
			continue
		}
		w.writeLines(begin, i)
		begin = i
		width, discardable := w.minwidth, true
		for ; i < to && column < len(w.lines[i])-1; i++ {
			c := w.lines[i][column]
			if n := c.width + w.margin; n > width {
				width = n
			}
			if c.width > 0 || !c.soft {
				discardable = false
			}
		}
		if discardable && w.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		w.widths = append(w.widths, width)
		w.format(begin, i)
		w.widths = w.widths[:column]
		begin = i
		i--
	}
	w.writeLines(begin, to)
}

func (w *Writer) writeLines(from, to int) {
	for i := from; i < to; i++ {
		var b []byte
		indent := w.flags&TabIndent != 0
		line := w.lines[i]
		for j, c := range line {
			if j > 0 && w.flags&Debug != 0 {
				b = append(b, '|')
			}
			switch {
			case c.text == "":
				if j < len(w.widths) {
					b = w.pad(b, c.width, w.widths[j], indent)
				}
			case w.flags&AlignRight != 0:
				indent = false
				if j < len(w.widths) {
					b = w.pad(b, c.width, w.widths[j], false)
				}
				b = append(b, c.text...)
			default:
				indent = false
				b = append(b, c.text...)
				if j < len(w.widths) {
					b = w.pad(b, c.width, w.widths[j], false)
				}
			}
		}
		if i+1 < len(w.lines) {
			b = append(b, '\n')
		}
		if len(b) > 0 && w.err == nil {
			_, w.err = w.out.Write(b)
		}
	}
}

// pad fills a cell up to its width.
func (w *Writer) pad(b []byte, text, width int, tabs bool) []byte {
	if w.padchar == '\t' || tabs {
		if w.tabwidth == 0 {
			return b
		}
		width = (width + w.tabwidth - 1) / w.tabwidth * w.tabwidth
		for n := width - text; n > 0; n -= w.tabwidth {
			b = append(b, '\t')
		}
		return b
	}
	for n := width - text; n > 0; n-- {
		b = append(b, w.padchar)
	}
	return b
}
