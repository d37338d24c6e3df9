// Random statements, with the variables that they declare. Loops are bounded by a counter of their own.
import { Expressions, numbers } from './expressions.mjs';

const declared = [...numbers, 'int', 'int', 'bool', 'string', 'string', '[]int', '[]int', '[3]int', 'map[string]int', 'Inner', 'Box', '*Box', 'Shape', 'any', 'func(int) int', 'error'];
const printed = new Set([...numbers, 'bool', 'string', '[]int', '[3]int', 'map[string]int', 'Inner', 'any', 'error']);

export class Statements extends Expressions {
  #names = 0;
  #loops = 0;
  #labels = [];

  fresh(prefix = 'v') {
    return `${prefix}${this.#names++}`;
  }

  /** The lines of a block with its own scope. */
  block(count, depth, before = []) {
    const outer = this.variables;
    this.variables = [...outer, ...before];
    const lines = [];
    for (let i = 0; i < count; i++) lines.push(...this.statement(depth));
    this.variables = outer;
    return lines.map((line) => `\t${line}`);
  }

  /** The body of a function inside this one: no loop around it can be left from there. */
  function(count, depth, parameters = []) {
    const [loops, labels] = [this.#loops, this.#labels];
    this.#loops = 0;
    this.#labels = [];
    const body = this.block(count, depth, parameters);
    this.#loops = loops;
    this.#labels = labels;
    return body;
  }

  statement(depth) {
    const r = this.random;
    const flat = [
      [10, () => this.declaration()],
      [8, () => this.assignment()],
      [5, () => this.print()],
      [2, () => this.swap()],
      [2, () => this.check()],
      [2, () => this.deferred()],
      [2, () => this.mutation()],
      [1, () => this.copies()],
      [2, () => this.pointer()],
    ];
    if (depth <= 0) return r.weighted(flat);
    return r.weighted([
      ...flat,
      [4, () => [`if ${this.of('bool', 2)} {`, ...this.block(2, depth - 1), ...(r.chance(50) ? ['} else {', ...this.block(2, depth - 1)] : []), '}']],
      [4, () => this.loop(depth)],
      [3, () => this.rangeLoop(depth)],
      [2, () => this.switchStatement(depth)],
      [2, () => this.typeSwitch(depth)],
      [2, () => this.closure(depth)],
      [1, () => ['func() {', '\tdefer func() {', '\t\tfmt.Println("recovered", recover())', '\t}()', ...this.function(3, depth - 1), '}()']],
      [1, () => (r.chance(30) ? [`if ${this.of('bool', 1)} {`, `\tpanic(${this.of(r.pick(['int', 'string', 'error', 'any']), 1)})`, '}'] : this.print())],
      [1, () => this.leave()],
      [1, () => this.channel()],
    ]);
  }

  declare(name, type) {
    this.variables = [...this.variables, { name, type, assignable: true }];
    return `_ = ${name}`;
  }

  declaration() {
    const type = this.random.pick(declared);
    const value = this.of(type, 3);
    const name = this.fresh();
    const mayBeNil = !/^[*mf]|Shape/.test(type) || this.random.chance(5);
    const text = mayBeNil && this.random.chance(25) ? `var ${name} ${type}` : this.random.chance(30) ? `var ${name} ${type} = ${value}` : `${name} := ${type === 'func(int) int' ? value : `${this.typed(type)}(${value})`}`;
    return [text, this.declare(name, type)];
  }

  typed(type) {
    return /^[*[]|^map|^func/.test(type) ? `(${type})` : type;
  }

  target() {
    const candidates = this.variables.filter((v) => v.assignable);
    return candidates.length === 0 ? undefined : this.random.pick(candidates);
  }

  assignment() {
    const r = this.random;
    const v = this.target();
    if (!v) return this.declaration();
    const arithmetic = v.type !== 'float64' && numbers.includes(v.type) ? ['+=', '-=', '*=', '|=', '^=', '%=', '/='] : v.type === 'float64' ? ['+=', '*=', '/='] : v.type === 'string' ? ['+='] : [];
    if (arithmetic.length > 0 && r.chance(50)) {
      const operator = r.pick(arithmetic);
      const value = this.of(v.type, 2);
      return this.bounded(v, `${v.name} ${operator} ${operator === '/=' || operator === '%=' ? this.safe('nonzero', value) : value}`);
    }
    return this.bounded(v, `${v.name} = ${this.of(v.type, 3)}`);
  }

  /** A string that loops put together from itself would outgrow every memory. */
  bounded({ name, type }, text) {
    return type === 'string' ? [text, `${name} = short(${name})`] : [text];
  }

  /** Through an index, a field, a pointer or a map. */
  mutation() {
    const r = this.random;
    const forms = [];
    const each = (type, make) => this.variables.filter((v) => v.type === type && v.assignable).forEach((v) => forms.push(() => make(v.name)));
    each('[]int', (n) => `${n} = several(${n})`);
    each('[]int', (n) => `${n}[${this.index(2)} % nonzero(len(${n}))] = ${this.of('int', 2)}`);
    each('[]int', (n) => `several(${n})[${this.index(2)}] += ${this.of('int', 2)}`);
    each('[3]int', (n) => `${n}[${this.index(2)}] = ${this.of('int', 2)}`);
    each('map[string]int', (n) => `${n}[${this.of('string', 1)}] ${r.pick(['=', '+=', '-='])} ${this.of('int', 2)}`);
    each('map[string]int', (n) => `delete(${n}, ${this.of('string', 1)})`);
    each('Inner', (n) => `${n}.n = ${this.of('int', 2)}`);
    each('Inner', (n) => `${n}.Add(${this.of('int', 2)})`);
    each('Box', (n) => `${n}.Push(${this.of('int', 2)})`);
    each('Box', (n) => `${n}.arr[${this.index(2)}]++`);
    each('*Box', (n) => `${n}.Inner = ${this.of('Inner', 2)}`);
    each('*Box', (n) => `${n}.n, ${n}.s = ${this.of('int', 2)}, short(${this.of('string', 1)})`);
    return forms.length === 0 ? this.declaration() : [r.pick(forms)()];
  }

  print() {
    const types = [...printed];
    const args = Array.from({ length: 1 + this.random.below(3) }, () => this.of(this.random.pick(types), 3));
    return [`fmt.Println(${args.join(', ')})`];
  }

  swap() {
    const type = this.random.pick(['int', 'string', '[]int', 'Inner']);
    const [a, b] = [this.fresh(), this.fresh()];
    const text = `${a}, ${b} := ${this.typed(type)}(${this.of(type, 2)}), ${this.typed(type)}(${this.of(type, 2)})`;
    const uses = [this.declare(a, type), this.declare(b, type)];
    return [text, ...uses, `${a}, ${b} = ${b}, ${this.of(type, 2)}`];
  }

  check() {
    const [n, e] = [this.fresh(), this.fresh()];
    const text = `${n}, ${e} := check(${this.of('int', 2)})`;
    return [text, this.declare(n, 'int'), this.declare(e, 'error'), `fmt.Println(${n}, ${e}, errors.Is(${e}, failure{I(3)}))`];
  }

  deferred() {
    const r = this.random;
    if (r.chance(50)) return [`defer fmt.Println("deferred", ${this.of('int', 2)})`];
    const v = this.variables.filter((x) => x.type === 'int' && x.assignable);
    if (v.length === 0) return this.print();
    const { name } = r.pick(v);
    return ['defer func() {', `\t${name}${r.pick(['++', ' += 10'])}`, `\tfmt.Println("later", ${name})`, '}()'];
  }

  copies() {
    const name = this.fresh();
    const text = `${name} := Box(${this.of('Box', 2)})`;
    const use = this.declare(name, 'Box');
    const copy = this.fresh();
    return [text, use, `${copy} := ${name}`, this.declare(copy, 'Box'), `${copy}.n, ${copy}.arr[0] = ${this.of('int', 1)}, 9`, `fmt.Println(${name}.n, ${name}.arr, ${copy}.n, ${copy}.arr)`];
  }

  /** A pointer to something new, whose pointee and parts are variables like others from there on. What is done with them lets it escape or not. */
  pointer() {
    const r = this.random;
    const p = this.fresh('at');
    const type = r.pick(['int', 'string', 'Inner', 'Inner', 'Box', '[3]int', '[3]int', '[]int']);
    const made = r.chance(25) ? `new(${type})` : this.pointerTo(type);
    const text = r.pick([`${p} := ${made}`, `${p} := ${made}`, `var ${p} = ${made}`, `var ${p} *${type} = ${made}`]);
    const lines = [text, `_ = ${p}`];
    const parts = {
      int: [], string: [], '[]int': [],
      Inner: [['n', 'int'], ['s', 'string']],
      Box: [['n', 'int'], ['Inner', 'Inner'], ['Inner.s', 'string'], ['arr', '[3]int'], ['list', '[]int'], ['any', 'any']],
      '[3]int': [],
    };
    this.declare(`(*${p})`, type);
    for (const [field, of] of parts[type]) this.declare(`${p}.${field}`, of);
    if (type === '[3]int') this.declare(`${p}[${r.below(3)}]`, 'int');
    if (r.chance(60)) lines.push(...this.throughPointer(p, type));
    if (r.chance(12)) lines.push(`${this.fresh('q')} := ${p}`, this.declare(`(*${this.lastName('q')})`, type));
    if (r.chance(8)) lines.push(`defer func() { fmt.Println("at last", ${type === 'Box' ? `${p}.Sum()` : `*${p}`}) }()`);
    return lines;
  }

  pointerTo(type) {
    switch (type) {
      case 'Inner': return `&Inner{${this.of('int', 2)}, ${this.of('string', 2)}}`;
      case 'Box': return `&Box{Inner: ${this.of('Inner', 2)}, list: ${this.of('[]int', 2)}}`;
      case '[3]int': case '[]int': return `&${type}{${this.of('int', 2)}, 2: ${this.of('int', 2)}}`;
      default: return `new(${type})`;
    }
  }

  throughPointer(p, type) {
    const r = this.random;
    const copy = this.fresh();
    const value = () => (type === 'string' ? `short(${this.of(type, 2)})` : this.of(type, 2));
    const forms = [() => [`${copy} := *${p}`, this.declare(copy, type), `*${p} = ${value()}`], () => [`if ${p} != nil {`, `\t*${p} = ${value()}`, '}']];
    if (type === 'Inner') forms.push(() => [`${p}.n, ${p}.s = len(${p}.s), fmt.Sprint(${p}.n)`], () => [`*${p} = Inner{${p}.Total(), ${p}.Name()}`, `${p}.s = short(${p}.s)`], () => [`defer fmt.Println("then", ${p}.Total(), *${p})`]);
    if (type === 'Box') forms.push(() => [`${p}.n, ${p}.arr[${this.index(2)}] = ${p}.arr[1], ${p}.Total()`], () => [`fmt.Println(${p}.Sum(), ${p}.Name())`]);
    if (type === '[3]int') forms.push(() => [`for i, e := range ${p} {`, `\t${p}[(i+1)%len(${p})] += e`, '}'], () => [`${p}[0], ${p}[${this.index(2)}] = ${this.of('int', 2)}, ${p}[0]`]);
    return r.pick(forms)();
  }

  loop(depth) {
    const r = this.random;
    const i = this.fresh('i');
    const label = this.fresh('L');
    const labelled = r.chance(40);
    this.#loops++;
    this.#labels.push(labelled ? label : undefined);
    const body = this.block(2, depth - 1, [{ name: i, type: 'int', assignable: false }]);
    this.#labels.pop();
    this.#loops--;
    const used = body.some((line) => line.includes(` ${label}`));
    return [...(used ? [`${label}:`] : []), `for ${i} := 0; ${i} < ${1 + r.below(4)}; ${i}++ {`, ...body, '}'];
  }

  leave() {
    if (this.#loops === 0) return this.print();
    const label = this.random.pick(this.#labels);
    return [`if ${this.of('bool', 2)} {`, `\t${this.random.pick(['break', 'continue'])}${label ? ` ${label}` : ''}`, '}'];
  }

  /** Loops run over what cannot grow for ever. */
  rangeLoop(depth) {
    const r = this.random;
    const [k, v] = [this.fresh('k'), this.fresh('e')];
    const [type, element] = r.pick([['[]int', 'int'], ['[3]int', 'int'], ['string', 'int32']]);
    const list = this.of(type, 2);
    this.#loops++;
    this.#labels.push(undefined);
    const body = this.block(2, depth - 1, [{ name: k, type: 'int', assignable: false }, { name: v, type: element, assignable: r.chance(50) }]);
    this.#labels.pop();
    this.#loops--;
    return [`for ${k}, ${v} := range ${/^S\(|^\(/.test(list) ? list : `(${list})`} {`, `\t_, _ = ${k}, ${v}`, `\tif ${k} > 5 {`, '\t\tbreak', '\t}', ...body, '}'];
  }

  switchStatement(depth) {
    const r = this.random;
    const type = r.pick(['int', 'string', 'uint8']);
    const inner = () => this.block(1 + r.below(2), depth - 1);
    const clauses = [0, 1].flatMap((n) => [`case ${this.of(type, 2)}${r.chance(30) ? `, ${this.of(type, 2)}` : ''}:`, ...inner(), ...(n === 0 && r.chance(30) ? ['\tfallthrough'] : [])]);
    return [`switch ${this.of(type, 2)} {`, ...clauses, ...(r.chance(60) ? ['default:', ...inner()] : []), '}'];
  }

  typeSwitch(depth) {
    const x = this.fresh('x');
    const clause = (type) => [`case ${type}:`, ...this.block(1, depth - 1, [{ name: x, type, assignable: false }])];
    return [`switch ${x} := ${this.of('any', 2)}.(type) {`, ...clause('int'), ...clause('string'), ...clause('Inner'), 'case Shape:', `\tfmt.Println(${x}.Name())`, 'case nil:', '\tfmt.Println("nil")', 'default:', `\tfmt.Println("other", ${x})`, '}'];
  }

  closure(depth) {
    const name = this.fresh('f');
    const p = this.fresh('p');
    const body = this.function(2, depth - 1, [{ name: p, type: 'int', assignable: true }, { name: 'r', type: 'int', assignable: true }]);
    const text = [`${name} := func(${p} int) (r int) {`, ...body, `\treturn ${this.random.pick([p, 'r', `${p} + r`])}`, '}'];
    const use = this.declare(name, 'func(int) int');
    return [...text, use, `fmt.Println(${name}(${this.of('int', 1)}))`];
  }

  channel() {
    const name = this.fresh('c');
    const [v, ok] = [this.fresh(), this.fresh()];
    const sent = this.fresh();
    const lines = [`${name} := make(chan int, 3)`, `${sent} := ${this.of('int', 1)}`, `${name} <- ${this.of('int', 2)}`, `go func() { ${name} <- ${sent}; close(${name}) }()`, `${v}, ${ok} := <-${name}, len(${name}) >= 0`];
    return [...lines, this.declare(v, 'int'), this.declare(ok, 'bool'), `for ${this.fresh('e')} := range ${name} {`, `\t${v} += ${this.lastName('e')}`, '}'];
  }

  lastName(prefix) {
    return `${prefix}${this.#names - 1}`;
  }
}
