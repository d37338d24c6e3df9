/** Programs of unusual size get a clear answer: they run, or are told why not. */
import { expect, it } from 'vitest';
import { compile, runToEnd } from './index.ts';

function answer(body: string, maxMemory = 1 << 30): { readonly problems: readonly string[]; readonly output: string; readonly end: string } {
  const files = [{ name: 'x.go', text: `package main\n${body}` }];
  const { executable, problems } = compile(files, { trace: false });
  if (!executable) return { problems: problems.map(({ line, column, message }) => `${line}:${column}: ${message}`), output: '', end: '' };
  let output = '';
  const options = { files, schedule: 'go,1', maxSteps: 1e9, maxMemory, maxOutput: 1e6, args: ['x'], stdin: () => new Uint8Array(), env: {} };
  const result = runToEnd(executable, { ...options, onOutput: (_, bytes) => void (output += new TextDecoder().decode(bytes)) });
  return { problems: [], output, end: 'error' in result ? result.error : result.verdict.kind };
}

const many = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join('');

it('recursion goes 200,000 deep, and without an end it is a stack overflow', () => {
  const f = 'func f(n int) int { if n == 0 { return 0 }; return f(n-1) + 1 }\n';
  expect(answer(`${f}func main() { println(f(200000)) }`)).toEqual({ problems: [], output: '200000\n', end: 'ok' });
  expect(answer(`${f}func main() { println(f(-1)) }`, 1 << 26).end).toBe('fatal');
});

it('a constant string may have ten million bytes', () => {
  const text = many(1_000_000, () => 'abcdefghij');
  expect(answer(`const s = "${text}"\nfunc main() { println(len(s), len(s+s), s[9999999:]) }`).output).toBe('10000000 20000000 j\n');
});

it('a switch may have five thousand cases, of numbers or strings', () => {
  const numbers = many(5000, (i) => `case ${i * 7919}: return ${i}\n`);
  const strings = many(5000, (i) => `case "k${i}": return ${i}\n`);
  const others = many(500, (i) => `case v + ${i}: return ${i}\n`);
  const program = `func f(n int) int { switch n {\n${numbers}}; return -1 }\nfunc g(s string) int { switch s {\n${strings}default: return -2 }\n}
    func h(n, v int) int { switch n {\n${others}}; return -3 }\nfunc main() { println(f(7919*4999), f(1), g("k4999"), g("x"), h(509, 10), h(0, 1)) }`;
  expect(answer(program)).toEqual({ problems: [], output: '4999 -1 4999 -2 499 -3\n', end: 'ok' });
});

it('literals may have many elements', () => {
  const list = many(50_000, (i) => `${i}, `);
  const map = many(5000, (i) => `"k${i}": ${i}, `);
  expect(answer(`var t = []int{${list}}\nvar m = map[string]int{${map}}\nfunc main() { println(len(t), t[49999], len(m), m["k4999"]) }`).output).toBe('50000 49999 5000 4999\n');
});

it('ten thousand parentheses, or operators, are no depth', () => {
  const n = 10_000;
  const nested = (inner: string, end: string): string => `${'('.repeat(n)}${inner}${end.repeat(n)}`;
  const chain = (operand: string, operator: string): string => Array<string>(n).fill(operand).join(operator);
  const program = `var x, f, s = 1, 0.5, "ab"
    func parens() { println(${nested('1', ')')}, ${nested('x', ')')}, ${nested('x', ' + 1)')}) }
    func sums() { println(${chain('x', ' + ')}, ${chain('f', ' - ')}, len(${chain('"abc"', ' + ')})) }
    func strings() { println(len(${chain('s', ' + "c" + ')})) }
    func conditions() { println(${chain('x == 2', ' || ')}, ${chain('x == 1', ' && ')}) }
    func main() { parens(); sums(); strings(); conditions() }`;
  expect(answer(program)).toEqual({ problems: [], output: '1 1 10001\n10000 -4.999000e+003 30000\n29999\nfalse true\n', end: 'ok' });
}, 60_000);

it('calls in long conditions are made as long as they decide', () => {
  const calls = Array.from({ length: 300 }, (_, i) => `f(${i})`).join(' && ');
  expect(answer(`var n int\nfunc f(i int) bool { n++; return i < 200 }\nfunc main() { println(${calls}, n); if !(${calls}) { println(n) } }`).output).toBe('false 201\n402\n');
});

it('a thousand else ifs are tried one after the other', () => {
  const clauses = Array.from({ length: 1000 }, (_, i) => `if y := x - ${i}; y == 0 { return ${i * 2} }`).join(' else ');
  const program = `func f(x int) int { ${clauses} else if x == -5 { return 5 } else { return -1 } }\nfunc main() { println(f(0), f(999), f(-5), f(-1)) }`;
  expect(answer(program)).toEqual({ problems: [], output: '0 1998 5 -1\n', end: 'ok' });
});

it('a program that nests too deep is refused where it does', () => {
  const [problem, ...more] = answer(`func main() { println(${'-('.repeat(10_000)}1${')'.repeat(10_000)}) }`).problems;
  expect(problem).toMatch(/^2:\d+: syntax error: exceeded max nesting depth$/);
  expect(more).toEqual([]);
});

it('bytes that are not UTF-8 are reported where they stand', () => {
  // As half a surrogate pair they reach us.
  expect(answer('func main() { println("a\udc80b") }\n// \udc80').problems).toEqual(['2:25: invalid UTF-8 encoding', '3:4: invalid UTF-8 encoding']);
});

it('variables beyond the memory are refused, large ones end in a verdict', () => {
  expect(answer('var a [1 << 30]int\nfunc main() { a[5] = 1 }').problems[0]).toMatch(/^1:1: the package's variables take 8589934592 bytes/);
  expect(answer('type T struct { a [1 << 40]byte }\nfunc main() { p := new(T); p.a[5] = 1 }').problems[0]).toMatch(/^1:1: a variable takes 1099511627776 bytes/);
  expect(answer('func main() { p := new([1 << 40]byte); p[5] = 1 }').end).toBe('memory');
  expect(answer('func main() { p := make([]byte, 1<<28); p[5] = 1 }', 1 << 26).end).toBe('memory');
  expect(answer('func main() { n := 1<<31 - 1; p := make([]byte, n); p[5] = 1 }').end).toBe('memory');
});

it('a source file may have five megabytes', () => {
  const functions = many(36_000, (i) => `func f${i}(a, b int) int {\n\tif a > b {\n\t\treturn a*${i} + b\n\t}\n\tfor j := 0; j < a; j++ {\n\t\tb += j * f${Math.max(0, i - 1)}(j-1, ${i})\n\t}\n\treturn b\n}\n\n`);
  expect(functions.length).toBeGreaterThan(4_800_000);
  expect(answer(`${functions}func main() { println(f0(1, 2), f99(0, 5)) }`)).toEqual({ problems: [], output: '2 5\n', end: 'ok' });
}, 120_000);
