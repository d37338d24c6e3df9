import { describe, expect, it } from 'vitest';
import { buildModel, narrate, worldAt } from '../model/index.ts';
import { fixtures } from '../model/fixtures.ts';
import { marksOf, utf16Column } from './marks.ts';
import { changes } from './useLineNote.ts';

const model = buildModel(fixtures.workerPool());
const at = (step: number) => marksOf(worldAt(model, step), narrate(model, step));

describe('marks of a moment', () => {
  it('show every living goroutine that has run on its line, that of the step last', () => {
    for (let step = 1; step <= model.trace.steps; step++) {
      const world = worldAt(model, step);
      const marks = at(step);
      const shown = [...marks.chips.values()].flat().map(({ goroutine }) => goroutine);
      expect(shown.sort((a, b) => a - b)).toEqual(
        world.goroutines.filter(({ line, state }) => line > 0 && state !== 'dead').map(({ id }) => id),
      );
      const current = world.goroutines.find(({ id }) => id === world.current);
      if (!current || current.state === 'dead') continue;
      expect(marks.line).toBe(current.line);
      expect(marks.chips.get(current.line)?.at(-1)?.goroutine).toBe(current.id);
    }
  });

  it('are none before the first step', () => {
    expect(at(0).chips.size).toBe(0);
    expect(at(0).line).toBe(0);
  });

  it('name hollow those that cannot run', () => {
    const world = worldAt(model, 49);
    const chips = [...at(49).chips.values()].flat();
    for (const { id, state } of world.goroutines)
      expect(chips.find(({ goroutine }) => goroutine === id)?.hollow ?? true).toBe(!['running', 'runnable', 'noticed'].includes(state));
  });
});

describe('a column of gc', () => {
  it('counts bytes, an editor’s UTF-16 units', () => {
    expect(utf16Column('abc', 3)).toBe(3);
    expect(utf16Column('é😀x', 3)).toBe(2);
    expect(utf16Column('é😀x', 7)).toBe(4);
    expect(utf16Column('ab', 9)).toBe(9);
  });
});

describe('the note at a line', () => {
  const frame = (func: string, values: Record<string, string>, type = 'int') => ({
    func,
    file: 'main.go',
    line: 1,
    variables: Object.entries(values).map(([name, value]) => ({ name, type, value })),
  });

  it('says which variables of the call are new or have changed', () => {
    expect(changes(frame('f', { a: '1', b: '0' }), frame('f', { a: '1' }))).toBe('b = 0');
    expect(changes(frame('f', { a: '1', b: '3' }), frame('f', { a: '1', b: '2' }))).toBe('b = 3');
    expect(changes(frame('f', { a: '1' }), frame('f', { a: '1' }))).toBe('');
  });

  it('is empty in another call and for what has a figure', () => {
    expect(changes(frame('g', { a: '2' }), frame('f', { a: '1' }))).toBe('');
    expect(changes(frame('f', { jobs: '2/3' }, '<-chan int'), frame('f', { jobs: '1/3' }, '<-chan int'))).toBe('');
  });
});
