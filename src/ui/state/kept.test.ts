import { describe, expect, it } from 'vitest';
import { defaultProgram, isOwn, isStill, parseProgram } from './program.ts';
import { defaultSettings, nextTheme, parseSettings } from './settings.ts';
import { validForks, validSeed, validStrategy } from './strategies.ts';

describe('kept settings', () => {
  it('are read back', () => {
    const changed = { ...defaultSettings, theme: 'dark' as const, singleKeys: false, fontSize: 16 };
    expect(parseSettings(JSON.stringify(changed))).toEqual(changed);
  });

  it('are the usual ones wherever something else was stored', () => {
    for (const stored of [undefined, '', 'null', '[]', '{', '"dark"', '{"theme":"pink","fontSize":1000,"singleKeys":"no"}'])
      expect(parseSettings(stored), stored).toEqual(defaultSettings);
    expect(parseSettings('{"theme":"dark","fontSize":-1}')).toEqual({ ...defaultSettings, theme: 'dark' });
  });

  it('go through all themes', () => {
    expect(nextTheme(nextTheme(nextTheme('system')))).toBe('system');
  });
});

describe('a kept program', () => {
  it('is read back', () => {
    const program = { text: 'package main', pattern: '', strategy: 'random', seed: 9, forks: '~3:1' };
    expect(parseProgram(JSON.stringify(program))).toEqual(program);
  });

  it('is none where something else was stored, and runs as usual where only its schedule is wrong', () => {
    for (const stored of [undefined, '', 'null', '7', '{}', '{"text":7}', JSON.stringify({ text: 'x'.repeat(500_000) })])
      expect(parseProgram(stored), stored?.slice(0, 30)).toBeUndefined();
    expect(parseProgram('{"text":"t","strategy":"chaos","seed":"many","forks":"~x"}')).toEqual({
      text: 't',
      pattern: '',
      strategy: 'go',
      seed: 1,
      forks: '',
    });
  });

  it('is a person’s own once it differs from its pattern', () => {
    const program = defaultProgram();
    expect(isOwn(program)).toBe(false);
    expect(isOwn({ ...program, text: program.text + '\n' })).toBe(true);
    expect(isOwn({ ...program, pattern: '' })).toBe(true);
    expect(isOwn({ ...program, pattern: '', text: ' \n' })).toBe(false);
  });
});

describe('an edited pattern', () => {
  it('is the pattern until most of it has gone', () => {
    const { text } = defaultProgram();
    expect(isStill('workerpool', text.replace('jobs <- j', 'jobs <- 2 * j'))).toBe(true);
    expect(isStill('workerpool', 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("other")\n}\n')).toBe(false);
  });
});

describe('a schedule that was typed or came with a link', () => {
  it('is brought into range', () => {
    expect([-5, 3.6, NaN, Infinity, 5e9].map(validSeed)).toEqual([0, 4, 1, 1, 4_294_967_295]);
    expect(validStrategy('pct')).toBe('pct');
    expect(validStrategy('constructor')).toBe('go');
    expect(validForks('~1:2~30:0')).toBe('~1:2~30:0');
    expect(validForks('~1:2;drop')).toBe('');
  });
});
