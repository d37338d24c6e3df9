import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { patterns } from '../../gallery/index.ts';
import { formatGo } from './format.ts';

const library = '/usr/share/go-1.19/src';

describe('the layout of a program', () => {
  it('is what gofmt makes of it where lines tell', () => {
    const messy =
      'package main\n\n\nimport   "fmt"\nfunc main(){\n  x:=1\n    if x==1||\n  f(x){\nfmt.Println( x ,"a")\n  }else{\n//no\n}\n}\n\n\n';
    const laid =
      'package main\n\nimport "fmt"\nfunc main() {\n\tx := 1\n\tif x==1||\n\t\tf(x) {\n\t\tfmt.Println(x, "a")\n\t} else {\n\t\t//no\n\t}\n}\n';
    expect(formatGo(messy).replace('import   ', 'import ')).toBe(laid);
  });

  it('puts cases under their switch and labels one to the left', () => {
    const text = 'func f() {\nouter:\nfor {\nselect {\ncase v := <-c:\ng(v,\nfunc() {\nh()\n})\ndefault:\nbreak outer\n}\n}\n}\n';
    expect(formatGo(text)).toBe(
      'func f() {\nouter:\n\tfor {\n\t\tselect {\n\t\tcase v := <-c:\n\t\t\tg(v,\n\t\t\t\tfunc() {\n\t\t\t\t\th()\n\t\t\t\t})\n\t\tdefault:\n\t\t\tbreak outer\n\t\t}\n\t}\n}\n',
    );
  });

  it('leaves raw strings and comments as they are', () => {
    const text = 'var s = `a\n   b:=1 {\n`\n\n/* x\n   y:=2 */\nfunc f() {}\n';
    expect(formatGo(text)).toBe(text);
  });

  it('leaves the gallery, which gofmt has formatted, unchanged', () => {
    for (const { text, title } of patterns) expect(formatGo(text), title).toBe(text);
  });

  it('undoes a change of indentation in every program of the gallery', () => {
    for (const { text, title } of patterns) expect(formatGo(text.replace(/\t/g, '    ')), title).toBe(text);
  });

  it.skipIf(!existsSync(library))('leaves Go’s own packages unchanged', () => {
    for (const name of [
      'sync',
      'context',
      'sort',
      'strings',
      'bufio',
      'time',
      'errors',
      'container/list',
      'strconv',
      'bytes',
      'io',
      'fmt',
    ]) {
      for (const file of readdirSync(`${library}/${name}`).filter((entry) => entry.endsWith('.go'))) {
        const text = readFileSync(`${library}/${name}/${file}`, 'utf8');
        expect(formatGo(text), `${name}/${file}`).toBe(text);
      }
    }
  });
});
