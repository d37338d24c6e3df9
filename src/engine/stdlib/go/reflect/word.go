package reflect

// A word is a length in the header of a slice or string.
type word = int32
