package runtime

import "fmt"

func floatText(f float64) string { return fmt.Sprint(f) }

func missingMethod(t, iface uint32) string { return "" }
