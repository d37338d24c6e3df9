package testing

// A CoverBlock is a piece of code whose executions a program with measured coverage counts.
type CoverBlock struct {
	Line0 uint32 // where it begins
	Col0  uint16
	Line1 uint32 // where it ends
	Col1  uint16
	Stmts uint16 // statements in it
}

// Cover is the coverage of a program by its tests.
type Cover struct {
	Mode            string
	Counters        map[string][]uint32
	Blocks          map[string][]CoverBlock
	CoveredPackages string
}

var cover Cover

// RegisterCover sets the coverage that CoverMode and Coverage tell about. Programs here are not instrumented to measure it.
func RegisterCover(c Cover) { cover = c }

// CoverMode returns how coverage is measured: "" unless RegisterCover says otherwise.
func CoverMode() string { return cover.Mode }

// Coverage returns the share of the blocks of RegisterCover that were executed.
func Coverage() float64 {
	executed, all := 0, 0
	for _, counters := range cover.Counters {
		for _, n := range counters {
			if n > 0 {
				executed++
			}
			all++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(executed) / float64(all)
}
