// Lengths are ints in real Go.
package reflect

type word = int
