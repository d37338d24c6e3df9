package main

func main() {
	for i := 0; i < 3; i++ {
		i := i // a further variable
		i++
	}
	for i := 0; i < 3; i++ {
		var i /* ERROR "declared and not used: i" */ int
	}
	for i, i /* ERROR "i repeated on left side of :=" */ := 0, 1; i < 1; i++ {
	}
	for k, k /* ERROR "k redeclared in this block" */ := range []int{} {
		_ = k
	}
	for i /* ERROR "declared and not used: i" */ := 0; ; {
		break
	}
	for _, v /* ERROR "declared and not used: v" */ := range []int{1} {
	}
	for /* ERROR "no new variables on left side of :=" */ _ := range []int{1} {
	}
	for i := 0; i < 1; i++ {
	}
	_ = i /* ERROR "undefined: i" */
	for v := range v /* ERROR "undefined: v" */ {
		_ = v
	}
	for i := 0; i /* ERROR "non-boolean condition in for statement" */ ; i++ {
	}
}
