package runtime

import (
	"fmt"

	"il/internal/rtype"
)

func floatText(f float64) string                   { return fmt.Sprint(f) }
func missingMethod(value, iface rtype.Type) string { return "" }
func setPanicText(text string)                     {}
