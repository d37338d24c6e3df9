// Random expressions of a wanted type. `scope` knows the variables; nothing here is constant beyond small literals, so that programs compile.

export const numbers = ['int', 'int8', 'uint8', 'int32', 'uint16', 'uint64', 'float64'];
const integers = numbers.filter((type) => type !== 'float64');

export class Expressions {
  constructor(random) {
    this.random = random;
  }

  /** Variables in scope: {name, type}, innermost last. */
  variables = [];

  variable(type) {
    const fitting = this.variables.filter((v) => v.type === type);
    return fitting.length === 0 ? undefined : this.random.pick(fitting).name;
  }

  of(type, depth) {
    const r = this.random;
    const name = this.variable(type);
    if (name !== undefined && (depth <= 0 || r.chance(35))) return name;
    if (numbers.includes(type)) return this.number(type, depth);
    switch (type) {
      case 'bool': return this.bool(depth);
      case 'string': return this.string(depth);
      case '[]int': return this.slice(depth);
      case '[3]int': return `([3]int{${this.list('int', 3, depth)}})`;
      case 'map[string]int': return r.chance(10) && depth > 0 ? 'map[string]int(nil)' : `(map[string]int{S("a"): ${this.of('int', depth - 1)}, S(${this.text()}): ${this.of('int', depth - 1)}})`;
      case 'Inner': return `(Inner{${this.of('int', depth - 1)}, ${this.of('string', depth - 1)}})`;
      case 'Box': return this.box(depth);
      case '*Box': return r.chance(2) ? '(*Box)(nil)' : `(&Box{Inner: ${this.of('Inner', depth - 1)}, list: ${this.of('[]int', depth - 1)}})`;
      case 'Shape': return this.shape(depth);
      case 'any': return this.any(depth);
      case 'func(int) int': return this.func(depth);
      case 'error': return r.pick(['error(nil)', `error(failure{${this.of('int', depth - 1)}})`, 'errors.New("made")']);
      default: throw new Error(`no expression of ${type}`);
    }
  }

  /** Mostly through a function that makes a panic impossible. */
  safe(name, text) {
    return this.random.chance(94) ? `${name}(${text})` : text;
  }

  list(type, count, depth) {
    return Array.from({ length: count }, () => this.of(type, depth - 1)).join(', ');
  }

  text() {
    return JSON.stringify(this.random.pick(['', 'a', 'bc', 'déf', '日本', 'x y', 'a', 'zz']));
  }

  literal(type) {
    const value = this.random.pick([0, 1, 2, 3, 5, 7, 100, 127]);
    if (type === 'int') return this.random.chance(15) ? `I(-${value})` : `I(${value})`;
    if (type === 'float64') return this.random.pick([`F(${value}.5)`, `F(${value})`, 'F(1e300)', 'F(-0.25)']);
    return `${type}(I(${this.random.pick([value, 200, 1000, -1, 70000])}))`;
  }

  number(type, depth) {
    const r = this.random;
    if (depth <= 0) return this.literal(type);
    const x = () => this.of(type, depth - 1);
    const operation = () => {
      const operator = r.pick(type === 'float64' ? ['+', '-', '*', '/'] : ['+', '-', '*', '/', '%', '&', '|', '^', '&^', '+', '-', '*']);
      const [a, b] = [x(), x()];
      return `(${a} ${operator} ${operator === '/' || operator === '%' ? this.safe('nonzero', b) : b})`;
    };
    const choices = [
      [8, operation],
      [3, () => this.literal(type)],
      [2, () => `${type}(${this.of(r.pick(type === 'float64' ? integers : numbers.filter((t) => t !== 'float64')), depth - 1)})`],
      [2, () => `-(${x()})`],
    ];
    if (type !== 'float64') {
      choices.push([2, () => `(${x()} ${r.pick(['<<', '>>'])} (uint(${this.of('uint8', depth - 1)}) % 70))`], [1, () => `^(${x()})`]);
      choices.push([1, () => `largest(${x()}, ${x()}, ${x()})`]);
    }
    if (type === 'int') choices.push(...this.ints(depth));
    if (type === 'uint8') choices.push([2, () => `${this.safe('some', this.of('string', depth - 1))}[${this.index(depth)}]`]);
    return r.weighted(choices);
  }

  index(depth) {
    return this.random.chance(92) ? `I(${this.random.below(3)})` : this.random.chance(60) ? `(${this.of('int', depth - 2)} & 1)` : this.of('int', depth - 2);
  }

  /** Bounds of a slice expression on something of three elements or more. */
  bounds(depth) {
    const r = this.random;
    if (r.chance(6)) return `${this.index(depth)}:${this.index(depth)}`;
    return r.pick([':', 'I(1):', ':I(2)', 'I(0):I(3)', 'I(2):', `${this.index(depth)}:I(3)`]);
  }

  ints(depth) {
    const d = depth - 1;
    const counter = this.variables.filter((v) => v.type === 'int' && v.assignable);
    const effects = counter.length === 0 ? [] : [
      [3, () => `bump(&${this.random.pick(counter).name})`],
      [2, () => { const { name } = this.random.pick(counter); return `func() int { ${name}${this.random.pick(['++', '--', ' *= 2'])}; return ${name} }()`; }],
    ];
    return [
      [2, () => `len(${this.of(this.random.pick(['string', '[]int', 'map[string]int']), d)})`],
      [1, () => `cap(${this.of('[]int', d)})`],
      [3, () => `${this.safe('several', this.of('[]int', d))}[${this.index(depth)}]`],
      [2, () => `${this.of('[3]int', d)}[${this.index(depth)}]`],
      [2, () => `${this.of('map[string]int', d)}[${this.of('string', d)}]`],
      [2, () => `${this.of('Box', d)}.${this.random.pick(['n', 'Sum()', 'Total()', 'arr[I(1)]', 'Inner.n'])}`],
      [2, () => `${this.of('*Box', d)}.${this.random.pick(['n', 'Sum()', 'Total()'])}`],
      [2, () => `${this.of('Shape', d)}.Total()`],
      ...(this.random.chance(10) ? [[1, () => `${this.of('any', d)}.(int)`]] : [[1, () => `asInt(${this.of('any', d)})`]]),
      [2, () => `${this.of('func(int) int', d)}(${this.of('int', d)})`],
      [1, () => `fib(${this.random.below(8)})`],
      [1, () => `keys(${this.of('map[string]int', d)})`],
      [1, () => `fold(${this.of('[]int', d)}, ${this.of('int', d)}, func(a, v int) int { return a*2 + v })`],
      [1, () => `(Pair[string, int]{${this.of('string', d)}, ${this.of('int', d)}}).val`],
      ...effects,
    ];
  }

  bool(depth) {
    const r = this.random;
    if (depth <= 0) return `B(${r.chance(50)})`;
    const d = depth - 1;
    return r.weighted([
      [4, () => { const type = r.pick([...numbers, 'string']); return `(${this.of(type, d)} ${r.pick(['==', '!=', '<', '<=', '>', '>='])} ${this.of(type, d)})`; }],
      [2, () => `(${this.of('bool', d)} ${r.pick(['&&', '||'])} ${this.of('bool', d)})`],
      [1, () => `!${this.of('bool', d)}`],
      [1, () => `(${this.of('[3]int', d)} ${r.pick(['==', '!='])} ${this.of('[3]int', d)})`],
      [1, () => `(${this.of('Inner', d)} == ${this.of('Inner', d)})`],
      [1, () => `(${this.of('any', d)} ${r.pick(['==', '!='])} ${this.of('any', d)})`],
      [1, () => `(${this.of('*Box', d)} == nil)`],
      [1, () => `(${this.of('[]int', d)} ${r.pick(['==', '!='])} nil)`],
    ]);
  }

  string(depth) {
    const r = this.random;
    if (depth <= 0) return `S(${this.text()})`;
    const d = depth - 1;
    return r.weighted([
      [3, () => `S(${this.text()})`],
      [4, () => `(${this.of('string', d)} + ${this.of('string', d)})`],
      [2, () => `${this.safe('some', this.of('string', d))}[${this.bounds(depth)}]`],
      [2, () => `fmt.Sprint(${this.of(r.pick([...numbers, 'bool', '[]int', '[3]int', 'Inner', 'any', 'error']), d)})`],
      [1, () => `string(rune(${this.of('int32', d)}))`],
      [1, () => `string([]byte(${this.of('string', d)}))`],
      [1, () => `string([]rune(${this.of('string', d)}))`],
      [1, () => `${this.of('Shape', d)}.Name()`],
    ]);
  }

  slice(depth) {
    const r = this.random;
    if (depth <= 0) return r.pick(['([]int{I(4), I(5), I(6)})', '[]int(nil)', '([]int{1, 2, 3, 4})']);
    const d = depth - 1;
    return r.weighted([
      [3, () => `([]int{${this.list('int', 1 + r.below(4), depth)}})`],
      [3, () => `append(${this.of('[]int', d)}, ${this.list('int', 1 + r.below(2), depth)})`],
      [2, () => `append(${this.of('[]int', d)}, few(${this.of('[]int', d)})...)`],
      [3, () => `${this.safe('several', this.of('[]int', d))}[${this.bounds(depth)}]`],
      [1, () => `${this.safe('several', this.of('[]int', d))}[:I(1):I(2)]`],
      [1, () => `make([]int, I(${r.below(4)}), I(${r.chance(5) ? 1 : 4 + r.below(3)}))`],
      [1, () => `mapped(${this.of('[]int', d)}, ${this.of('func(int) int', d)})`],
      [1, () => `${this.of('*Box', d)}.list`],
    ]);
  }

  box(depth) {
    const r = this.random;
    if (depth <= 0) return '(Box{})';
    return r.weighted([
      [3, () => `(Box{Inner: ${this.of('Inner', depth - 1)}, arr: ${this.of('[3]int', depth - 1)}})`],
      [2, () => `(*${this.of('*Box', depth - 1)})`],
      [1, () => `(Box{list: ${this.of('[]int', depth - 1)}, any: ${this.of('any', depth - 1)}})`],
    ]);
  }

  shape(depth) {
    const r = this.random;
    const d = depth - 1;
    return r.weighted([
      [2, () => `Shape(${this.of('Inner', d)})`],
      [2, () => `Shape(Num(${this.of('int8', d)}))`],
      [2, () => `Shape(${this.of('*Box', d)})`],
      [1, () => `Shape(${this.of('Box', d)})`],
      ...(r.chance(10) ? [[1, () => 'Shape(nil)']] : []),
    ]);
  }

  any(depth) {
    const types = ['int', 'string', 'bool', 'float64', '[3]int', 'Inner', 'uint8', 'int', '[]int'];
    return this.random.chance(8) ? 'any(nil)' : `any(${this.of(this.random.pick(types), depth - 1)})`;
  }

  func(depth) {
    const outer = this.variables;
    const parameter = `p${outer.length}`;
    // What the body assigns to must outlive it: only the parameter is visible to inner effects besides.
    this.variables = [...outer, { name: parameter, type: 'int', assignable: true }];
    const body = this.of('int', Math.min(depth - 1, 2));
    this.variables = outer;
    return `func(${parameter} int) int { return ${body} }`;
  }
}
