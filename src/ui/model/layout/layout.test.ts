import { describe, expect, test } from 'vitest';
import { buildModel } from '../index.ts';
import { runGraph } from '../runGraph.ts';
import { roughMeasure } from './testdata/measure.ts';
import { programs } from './testdata/programs.ts';
import { crosses, grow, meet } from './geometry.ts';
import type { Box } from './geometry.ts';
import { layoutStage } from './layout.ts';
import type { LayoutOptions, StageLayout } from './types.ts';

const graphs = Object.entries(programs)
  .filter(([name]) => name !== 'crawl1000')
  .map(([name, make]) => [name, runGraph(buildModel(make()))] as const);
const graphOf = (name: string) =>
  graphs.find(([n]) => n === name)?.[1] ?? runGraph(buildModel((programs[name] ?? programs['workerPool']!)()));

const wideFont: LayoutOptions = { width: 912, narrow: false, measure: roughMeasure(0.62) };
const options: readonly (readonly [string, LayoutOptions])[] = [
  ['a wide font', wideFont],
  ['a narrow font', { ...wideFont, measure: roughMeasure(0.5) }],
  ['a wide stage', { ...wideFont, width: 1400 }],
  ['a phone', { ...wideFont, width: 390, narrow: true }],
];

interface Figure {
  readonly key: string;
  readonly box: Box;
}
/** Every figure with its words and its longest queue. */
function figuresOf(layout: StageLayout): Figure[] {
  return [
    { key: 'clock', box: layout.clock.box },
    ...[...layout.cards].map(([id, c]) => ({ key: `goroutine ${id}`, box: c.box })),
    ...[...layout.channels].map(([id, c]) => ({ key: `object ${id}`, box: c.box })),
    ...[...layout.objects].map(([id, o]) => ({ key: `object ${id}`, box: o.box })),
    ...[...layout.contexts].map(([id, c]) => ({ key: `object ${id}`, box: c.box })),
  ];
}

describe.each(options)('in %s', (_, o) => {
  test.each(graphs)('no two figures of %s meet, words included', (_name, graph) => {
    const figures = figuresOf(layoutStage(graph, o));
    const clashes = figures.flatMap((a, i) =>
      figures.slice(i + 1).flatMap((b) => (meet(grow(a.box, -0.5), b.box) ? [`${a.key} / ${b.key}`] : [])),
    );
    expect(clashes).toEqual([]);
  });

  test.each(graphs)('no line at rest in %s passes through a figure or its words', (_name, graph) => {
    const layout = layoutStage(graph, o);
    const figures = figuresOf(layout);
    const cut = [...layout.routes.values()]
      .filter((r) => !r.hidden && r.kind !== 'cancel')
      .flatMap((r) => {
        const ends =
          r.kind === 'child' ? [`object ${r.goroutine}`, `object ${r.object}`] : [`goroutine ${r.goroutine}`, `object ${r.object}`];
        return figures.filter((f) => !ends.includes(f.key) && crosses(r.points, grow(f.box, -1.5))).map((f) => `${r.key} through ${f.key}`);
      });
    expect(cut).toEqual([]);
  });
});

test('the worker pool stands as drawn', () => {
  const layout = layoutStage(graphOf('workerPool'), wideFont);
  expect(layout.cards.get(1)?.box).toEqual({ x: 16, y: 144, w: 212, h: 64 });
  expect([2, 3, 4].map((g) => layout.cards.get(g)?.box)).toEqual([60, 144, 228].map((y) => ({ x: 684, y, w: 212, h: 64 })));
  const [jobs] = layout.channels.values();
  expect(jobs).toMatchObject({ at: [268, 176], w: 312, flipped: false });
  expect([layout.width, layout.height]).toEqual([912, 368]);
});

test('a layout depends on the run and the width alone', () => {
  const strip = (l: StageLayout): string => JSON.stringify([...l.cards, ...l.channels, ...l.objects, ...l.contexts, ...l.routes]);
  for (const [, graph] of graphs) expect(strip(layoutStage(graph, wideFont))).toBe(strip(layoutStage(graph, wideFont)));
});

test('a results channel that main drains lies below the rows on the way back', () => {
  const layout = layoutStage(graphOf('fanOut'), wideFont);
  const [jobs, results] = [...layout.channels.values()];
  const floor = Math.max(...[...layout.cards.values()].map((c) => c.box.y + c.box.h));
  expect(jobs?.flipped).toBe(false);
  expect(results?.flipped).toBe(true);
  expect(results?.pipe.y).toBeGreaterThan(floor);
});

test('values flow to the right: producers, their channels, the merge, main', () => {
  const layout = layoutStage(graphOf('fanIn'), wideFont);
  const x = (g: number): number => layout.cards.get(g)?.box.x ?? 0;
  const [ch1, ch2, merged] = [...layout.channels.values()].map((c) => c.at[0]);
  expect([x(2), ch1, x(4), merged, x(1)]).toEqual([x(2), ch1, x(4), merged, x(1)].sort((a, b) => (a ?? 0) - (b ?? 0)));
  expect([x(3), ch2]).toEqual([x(2), ch1]);
});

test('cards are only as wide as their words where the columns would not fit otherwise', () => {
  const layout = layoutStage(graphOf('fanIn'), wideFont);
  const widths = new Set([...layout.cards.values()].map((c) => c.box.w));
  expect(widths.size).toBe(1);
  expect([...widths][0]).toBeLessThan(212);
  expect(layoutStage(graphOf('fanIn'), { ...wideFont, width: 1400 }).cards.get(1)?.box.w).toBe(212);
});

test('on a phone what is narrower than the screen stands in its middle', () => {
  const phone = layoutStage(graphOf('fanIn'), { ...wideFont, width: 390, narrow: true });
  const [left, right] = [phone.cards.get(2)?.box, phone.cards.get(3)?.box];
  expect((left?.x ?? 0) + (right?.x ?? 0) + (right?.w ?? 0)).toBeCloseTo(390, 3);
});

test('a listener is level with its context', () => {
  const layout = layoutStage(graphOf('tree'), wideFont);
  for (const r of layout.graph.relations) {
    if (r.role !== 'listen') continue;
    const box = layout.cards.get(r.goroutine)?.box;
    expect(layout.contexts.get(r.object)?.at[1]).toBeCloseTo((box?.y ?? 0) + 32, 3);
  }
});

test('locks shared in a circle stand on a ring between their two users', () => {
  const layout = layoutStage(graphOf('philosophers'), wideFont);
  expect(layout.ring?.goroutines).toEqual([2, 6, 5, 4, 3]);
  expect(layout.ring?.locks.map((l) => l.name)).toEqual(['fork0', 'fork4', 'fork3', 'fork2', 'fork1']);
});

test('more than twelve entities are small cards, more than sixty stand in groups by creation site', () => {
  expect(layoutStage(graphOf('workerPool'), wideFont).level).toBe('full');
  const small = layoutStage(graphOf('crawl20'), wideFont);
  expect(small.level).toBe('small');
  expect(new Set([...small.cards.values()].map((c) => c.box.w))).toEqual(new Set([112]));
  const grouped = layoutStage(graphOf('crawl1000'), wideFont);
  expect(grouped.level).toBe('grouped');
  expect([...grouped.groups.values()].map((g) => [g.first.name, g.members.length])).toEqual([
    ['fetch', 800],
    ['parse', 200],
  ]);
  expect(grouped.standIn.goroutine(412)).toBe(2);
});
