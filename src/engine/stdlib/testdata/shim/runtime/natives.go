package runtime

import (
	"fmt"

	"il/internal/rtype"
)

func floatText(f float64) string                   { return fmt.Sprint(f) }
func missingMethod(value, iface rtype.Type) string { return "" }
func setPanicText(text string)                     {}

// On real Go the machine never panics this way: nothing is left to call.
func nextDeferred() (deferred func(), ok bool) { return nil, false }
func callDeferred(f func())                    { f() }
func deferredReturned()                        {}
func panicValue(i int32) (v any, ok bool)      { return nil, false }
func unrecovered()                             {}
