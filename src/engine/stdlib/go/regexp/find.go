package regexp

import "io"

// all calls deliver with the slots of up to n successive matches, all if n < 0.
func (re *Regexp) all(in *input, n int, deliver func(slots []int)) {
	end := len(in.text)
	last := -1 // where the match before ended
	for pos := 0; n != 0 && pos <= end; {
		slots := re.search(in, pos, re.program.slots)
		if slots == nil {
			return
		}
		begin, stop := slots[0], slots[1]
		if begin != stop || begin != last {
			deliver(slots)
			n--
		}
		last = stop
		if pos < stop {
			pos = stop
			continue
		}
		// An empty match: go on behind the next character.
		_, size := in.step(pos)
		pos += max(size, 1)
	}
}

func (re *Regexp) first(in *input) []int { return re.search(in, 0, re.program.slots) }

// part returns the i-th pair of slots as a part of b, nil if the group matched nothing.
func part(b []byte, slots []int, i int) []byte {
	if slots[2*i] < 0 {
		return nil
	}
	return b[slots[2*i]:slots[2*i+1]:slots[2*i+1]]
}

func partString(s string, slots []int, i int) string {
	if slots[2*i] < 0 {
		return ""
	}
	return s[slots[2*i]:slots[2*i+1]]
}

func parts(b []byte, slots []int) [][]byte {
	if slots == nil {
		return nil
	}
	list := make([][]byte, len(slots)/2)
	for i := range list {
		list[i] = part(b, slots, i)
	}
	return list
}

func partStrings(s string, slots []int) []string {
	if slots == nil {
		return nil
	}
	list := make([]string, len(slots)/2)
	for i := range list {
		list[i] = partString(s, slots, i)
	}
	return list
}

// Find returns the first match in b.
func (re *Regexp) Find(b []byte) []byte {
	slots := re.search(bytesInput(b), 0, 2)
	if slots == nil {
		return nil
	}
	return part(b, slots, 0)
}

// FindIndex returns where the first match in b begins and ends.
func (re *Regexp) FindIndex(b []byte) (loc []int) { return re.search(bytesInput(b), 0, 2) }

// FindString returns the first match in s, "" if there is none; FindStringIndex tells that from an empty match.
func (re *Regexp) FindString(s string) string {
	slots := re.search(&input{text: s}, 0, 2)
	if slots == nil {
		return ""
	}
	return partString(s, slots, 0)
}

// FindStringIndex returns where the first match in s begins and ends.
func (re *Regexp) FindStringIndex(s string) (loc []int) { return re.search(&input{text: s}, 0, 2) }

// FindReaderIndex returns where the first match in what r has begins and ends. It may read more than that.
func (re *Regexp) FindReaderIndex(r io.RuneReader) (loc []int) {
	return re.search(&input{reader: r}, 0, 2)
}

// FindSubmatch returns the first match in b and those of its groups.
func (re *Regexp) FindSubmatch(b []byte) [][]byte { return parts(b, re.first(bytesInput(b))) }

// FindSubmatchIndex returns where the first match in b and those of its groups begin and end, -1 twice for a group without one.
func (re *Regexp) FindSubmatchIndex(b []byte) []int { return re.first(bytesInput(b)) }

// FindStringSubmatch returns the first match in s and those of its groups.
func (re *Regexp) FindStringSubmatch(s string) []string {
	return partStrings(s, re.first(&input{text: s}))
}

// FindStringSubmatchIndex returns where the first match in s and those of its groups begin and end, -1 twice for a group without one.
func (re *Regexp) FindStringSubmatchIndex(s string) []int { return re.first(&input{text: s}) }

// FindReaderSubmatchIndex returns where the first match in what r has and those of its groups begin and end. It may read more than that.
func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int { return re.first(&input{reader: r}) }

// FindAll returns up to n matches in b.
func (re *Regexp) FindAll(b []byte, n int) [][]byte {
	var list [][]byte
	re.all(bytesInput(b), n, func(slots []int) { list = append(list, part(b, slots, 0)) })
	return list
}

// FindAllIndex returns where up to n matches in b begin and end.
func (re *Regexp) FindAllIndex(b []byte, n int) [][]int {
	var list [][]int
	re.all(bytesInput(b), n, func(slots []int) { list = append(list, slots[:2:2]) })
	return list
}

// FindAllString returns up to n matches in s.
func (re *Regexp) FindAllString(s string, n int) []string {
	var list []string
	re.all(&input{text: s}, n, func(slots []int) { list = append(list, partString(s, slots, 0)) })
	return list
}

// FindAllStringIndex returns where up to n matches in s begin and end.
func (re *Regexp) FindAllStringIndex(s string, n int) [][]int {
	var list [][]int
	re.all(&input{text: s}, n, func(slots []int) { list = append(list, slots[:2:2]) })
	return list
}

// FindAllSubmatch returns up to n matches in b, each with those of its groups.
func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	var list [][][]byte
	re.all(bytesInput(b), n, func(slots []int) { list = append(list, parts(b, slots)) })
	return list
}

// FindAllSubmatchIndex returns where up to n matches in b, and those of their groups, begin and end.
func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	var list [][]int
	re.all(bytesInput(b), n, func(slots []int) { list = append(list, slots) })
	return list
}

// FindAllStringSubmatch returns up to n matches in s, each with those of its groups.
func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	var list [][]string
	re.all(&input{text: s}, n, func(slots []int) { list = append(list, partStrings(s, slots)) })
	return list
}

// FindAllStringSubmatchIndex returns where up to n matches in s, and those of their groups, begin and end.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	var list [][]int
	re.all(&input{text: s}, n, func(slots []int) { list = append(list, slots) })
	return list
}
