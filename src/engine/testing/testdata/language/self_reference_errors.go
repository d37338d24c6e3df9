package main

type Adder[A Adder[A]] interface{ Add(A) A }

type Int int
type Odd int

func (i Int) Add(j Int) Int { return i + j }
func (o Odd) Add(i Int) Int { return i }

func Sum[A Adder[A]](xs ...A) {}


var (
	_ Adder[Int]
	_ Adder[Odd /* ERROR "Odd does not satisfy Adder\[Odd\] \(wrong type for method Add\)\n\t\thave Add\(Int\) Int\n\t\twant Add\(Odd\) Odd" */ ]
	_ Adder[string /* ERROR "string does not satisfy Adder\[string\] \(missing method Add\)" */ ]
	_ Adder /* ERROR "cannot use generic type Adder\[A Adder\[A\]\] without instantiation" */
)


func main() {
	Sum(Int(1))
	Sum( /* ERROR "in call to Sum, A \(type Odd\) does not satisfy Adder\[A\] \(wrong type for method Add\)\n\t\thave Add\(Int\) Int\n\t\twant Add\(A\) A" */ Odd(1))
	Sum( /* ERROR "int does not satisfy Adder\[int\] \(missing method Add\)" */ 1)
}
