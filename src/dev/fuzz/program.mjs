// A program of many cases, each a function of random statements. Its last lines end it in a random way.
import { prelude } from './prelude.mjs';
import { Random } from './random.mjs';
import { Statements } from './statements.mjs';

/** The lines of one case; the same for the same seed. */
export function caseText(seed) {
  const statements = new Statements(new Random(seed));
  return statements.block(8, 3).join('\n');
}

const endings = [
  '', 'os.Exit(3)', 'panic("the end")', 'panic(failure{7})', 'panic(fmt.Sprint(1, 2))', 'var p *Box\n\tp.n = 1', 'defer panic("second")\n\tpanic("first")',
  'defer func() { panic(fmt.Sprint("again ", recover())) }()\n\tpanic("first")', 'select {}', 'var m map[string]int\n\tm["a"]++', 'defer fmt.Println("deferred")\n\tvar s []int\n\t_ = s[I(5)]',
];

export function programText(seeds, ending) {
  const cases = seeds.map((seed, i) => `func case${i}() {\n${caseText(seed)}\n}\n`);
  const calls = seeds.map((seed, i) => `\trun(${seed}, case${i})`);
  return `package main\n\nimport (\n\t"errors"\n\t"fmt"\n\t"os"\n)\n\nvar _ = os.Exit\nvar _ = errors.New\n${prelude}\n${cases.join('\n')}\nfunc main() {\n${calls.join('\n')}\n\t${ending}\n}\n`;
}

export function endingOf(seed) {
  return new Random(seed ^ 0x5eed).pick(endings);
}
