package runtime

import "fmt"

func floatText(f float64) string { return fmt.Sprint(f) }
