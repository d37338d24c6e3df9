package testing

import "os"

// chat prints what tests say while they run and how they end. Who said the last line is remembered: where another goes on without a line that names
// it, one is put between.
var chat chatter

type chatter struct{ last string }

// update prints text that names the test itself.
func (c *chatter) update(name, text string) {
	c.last = name
	os.Stdout.WriteString(text)
}

// message prints text that does not.
func (c *chatter) message(name, text string) {
	if c.last != "" && c.last != name {
		os.Stdout.WriteString("=== NAME  " + name + "\n")
	}
	c.last = name
	os.Stdout.WriteString(text)
}
