import { describe, expect, it } from 'vitest';
import { highlightLines } from './highlight.ts';

const marked = (text: string) =>
  highlightLines(text).map((line) => line.map(({ text: part, tone }) => (tone === '' ? part : `[${tone} ${part}]`)).join(''));

describe('highlighted text', () => {
  it('marks keywords, calls, strings, numbers and comments', () => {
    expect(marked('for i := 0; i < 3; i++ { // three')).toEqual(['[k for] i := [n 0]; i < [n 3]; i++ { [c // three]']);
    expect(marked('fmt.Println("a // b", \'x\')')).toEqual(['fmt.[f Println]([s "a // b"], [s \'x\'])']);
  });

  it('keeps raw strings and comments together over lines', () => {
    expect(marked('a := `x\nfor`\n/* if\n*/ go f()')).toEqual(['a := [s `x]', '[s for`]', '[c /* if]', '[c */] [k go] [f f]()']);
  });

  it('does not take a part of a name for a keyword or a number', () => {
    expect(marked('format range1 x2 := importer')).toEqual(['format range1 x2 := importer']);
  });

  it('gives back every character, whatever the text', () => {
    const text = 'a "unfinished\n`raw\n\n\t/* open';
    expect(
      highlightLines(text)
        .map((line) => line.map((span) => span.text).join(''))
        .join('\n'),
    ).toBe(text);
  });
});
