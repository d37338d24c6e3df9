// A small calculator: bytes, precedence, errors as values.
package main

import (
	"errors"
	"fmt"
)

type parser struct {
	s   string
	pos int
}

var errSyntax = errors.New("syntax error")

func (p *parser) peek() byte {
	for p.pos < len(p.s) && p.s[p.pos] == ' ' {
		p.pos++
	}
	if p.pos == len(p.s) {
		return 0
	}
	return p.s[p.pos]
}

func (p *parser) expr(min int) (int, error) {
	left, err := p.unary()
	if err != nil {
		return 0, err
	}
	for {
		op := p.peek()
		prec := map[byte]int{'+': 1, '-': 1, '*': 2, '/': 2, '%': 2}[op]
		if prec <= min {
			return left, nil
		}
		p.pos++
		right, err := p.expr(prec)
		if err != nil {
			return 0, err
		}
		switch op {
		case '+':
			left += right
		case '-':
			left -= right
		case '*':
			left *= right
		case '/', '%':
			if right == 0 {
				return 0, fmt.Errorf("at %d: division by zero", p.pos)
			}
			if op == '/' {
				left /= right
			} else {
				left %= right
			}
		}
	}
}

func (p *parser) unary() (n int, err error) {
	switch c := p.peek(); {
	case c == '-':
		p.pos++
		n, err = p.unary()
		return -n, err
	case c == '(':
		p.pos++
		if n, err = p.expr(0); err != nil {
			return
		}
		if p.peek() != ')' {
			return 0, errSyntax
		}
		p.pos++
		return
	case '0' <= c && c <= '9':
		for p.pos < len(p.s) && '0' <= p.s[p.pos] && p.s[p.pos] <= '9' {
			n = n*10 + int(p.s[p.pos]-'0')
			p.pos++
		}
		return
	}
	return 0, errSyntax
}

func main() {
	for _, s := range []string{"1 + 2 * 3", "(1+2)*3", "-4 - -10 / 3 % 2", "2*(3", "7/(2-2)", ""} {
		p := &parser{s: s}
		fmt.Println(p.expr(0))
	}
}
