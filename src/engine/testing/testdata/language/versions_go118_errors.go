// go 1.18

// The line above stands for the go line of a go.mod.
package main

import "unsafe"

func comparableOnly[T comparable](T) {}
func identity[T any](x T) T          { return x }
func two[A, B any](a A) (b B)        { return }
func apply(f func(int) int)          {}
func applyAll[T any](f func(T) T, x T) {}

func main() {
	s := []int{1, 2}
	_ = [2]int(s /* ERROR "cannot convert s \(variable of type \[\]int\) to type \[2\]int: conversion of slice to array requires go1.20 or later \(file declares go 1.18\)" */)
	_ = (*[2]int)(s)
	comparableOnly[any /* ERROR "any to satisfy comparable requires go1.20 or later \(file declares go 1.18\)" */ ](1)
	comparableOnly( /* ERROR "error to satisfy comparable requires go1.20 or later \(file declares go 1.18\)" */ error(nil))
	_ = min /* ERROR "built-in min requires go1.21 or later \(file declares go 1.18\)" */ (1, 2)
	_ = max /* ERROR "built-in max requires go1.21 or later \(file declares go 1.18\)" */ (1, 2)
	clear /* ERROR "clear requires go1.21 or later \(file declares go 1.18\)" */ (s)
	var f func(int) int = identity /* ERROR "implicitly instantiated function in assignment requires go1.21 or later \(file declares go 1.18\)" */
	var g func(int) string = two[ /* ERROR "partially instantiated function in assignment requires go1.21 or later \(file declares go 1.18\)" */ int]
	f = identity[int]
	apply(identity /* ERROR "implicitly instantiated function as argument requires go1.21 or later \(file declares go 1.18\)" */)
	applyAll(two[ /* ERROR "partially instantiated function as argument requires go1.21 or later \(file declares go 1.18\)" */ int], 1)
	for range 3 /* ERROR "cannot range over 3 \(untyped int constant\): requires go1.22 or later \(file declares go 1.18\)" */ {
	}
	_ = new /* ERROR "new\(1\) requires go1.26 or later \(file declares go 1.18\)" */ (1)
	_, _ = f, g
	_ = unsafe.Sizeof(s)
}
