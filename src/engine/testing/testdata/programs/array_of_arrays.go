// Multi-dimensional arrays and slices: matrix product, transposition, aliasing of rows.
package main

import "fmt"

type matrix [2][2]float64

func (a matrix) mul(b matrix) (c matrix) {
	for i := range a {
		for j := range b[0] {
			for k := range b {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return
}

func (a *matrix) transpose() {
	for i := range a {
		for j := 0; j < i; j++ {
			a[i][j], a[j][i] = a[j][i], a[i][j]
		}
	}
}

func main() {
	m := matrix{{1, 2}, {3, 4}}
	p := m.mul(m)
	p.transpose()
	fmt.Println(m, p, m == matrix{{1, 2}, {3, 4}})
	grid := make([][]rune, 3)
	cells := make([]rune, 9)
	for i := range cells {
		cells[i] = '.'
	}
	for i := range grid {
		grid[i] = cells[i*3 : i*3+3]
	}
	grid[1][1] = '#'
	cells[8] = '@'
	for _, row := range grid {
		fmt.Println(string(row))
	}
	row := m[1]
	row[0] = 100
	rp := &m[0]
	rp[1] = -2
	fmt.Println(m, row, len(m), len(m[0]))
	var cube [2][3][4]int
	for i := range cube {
		for j := range cube[i] {
			for k := range cube[i][j] {
				cube[i][j][k] = i*100 + j*10 + k
			}
		}
	}
	c2 := cube
	c2[1][2][3] = -1
	fmt.Println(cube[1][2], c2[1][2], cube == c2)
}
