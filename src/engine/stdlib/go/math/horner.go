package math

// horner returns c[0] + c[1]*x + c[2]*x² + ...
func horner(x float64, c []float64) float64 {
	y := c[len(c)-1]
	for i := len(c) - 2; i >= 0; i-- {
		y = y*x + c[i]
	}
	return y
}
