// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildModel, timelineData, worldAt } from '../model/index.ts';
import { programs } from '../model/layout/testdata/programs.ts';
import type { Lane, TimelineData } from '../model/types.ts';
import { groupLanes } from './heat.ts';
import { visibleSegments } from './lanes.ts';
import { choiceAt } from './marks.ts';
import { createTimeline, idealHeight } from './timeline.ts';
import type { Timeline } from './timeline.ts';
import { stepOf, ticksOf, viewOf, xOf } from './view.ts';

const modelOf = (name: string) => buildModel((programs[name] ?? (() => expect.fail(name)))());
const pool = modelOf('workerPool');
const data = timelineData(pool);
const size = { width: 912, height: 228 };
const view = (from = 0, to = 71, of: TimelineData = data) => viewOf(of, of.lanes.length * 34, 34, size, { from, to }, 0);

describe('coordinates', () => {
  test('steps and pixels are inverse', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (from, span, step) => {
          const v = view(from, from + span);
          expect(Math.abs(stepOf(v, xOf(v, step)) - step)).toBeLessThan(1e-6 * (1 + span));
        },
      ),
    );
  });

  test('ticks are round and never closer than their words', () => {
    expect(ticksOf(view())).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), (span) => {
        const v = view(0, span);
        const [a = 0, b = span * 2] = ticksOf(v);
        expect(xOf(v, b) - xOf(v, a)).toBeGreaterThanOrEqual(64 - 1e-6);
      }),
    );
  });

  test('the timeline wants its lanes’ height', () => {
    expect(idealHeight(data)).toBe(228);
  });
});

describe('lanes', () => {
  const lane = (n: number): Lane => ({
    goroutine: 1,
    label: 'main',
    segments: Array.from({ length: n }, (_, i) => ({
      from: i,
      to: i + 1,
      state: i % 2 ? ('runnable' as const) : ('running' as const),
      label: '',
    })),
  });

  test('only what is in view is drawn', () => {
    const shown = visibleSegments(lane(1000), view(500, 520));
    expect([shown[0]?.from, shown.at(-1)?.from]).toEqual([499, 520]);
  });

  test('a million segments are no more marks than half pixels', () => {
    expect(visibleSegments(lane(1_000_000), view(0, 1_000_000)).length).toBeLessThanOrEqual(2 * 912);
  });

  test('many lanes are grouped by function, each with the states it has', () => {
    const groups = groupLanes(timelineData(modelOf('crawl1000')));
    expect(groups.map((g) => [g.name, g.lanes.length])).toEqual([
      ['main', 1],
      ['fetch', 800],
      ['parse', 200],
      ['feed', 1],
    ]);
    expect(groups[1]?.states).toEqual(['running', 'runnable', 'blocked', 'sleeping']);
  });
});

test('a choice is found within 12 px of it', () => {
  const v = view();
  const [first] = data.choices;
  const x = xOf(v, first?.step ?? 0);
  expect(choiceAt(data.choices, v, x + 11)?.event).toBe(first?.event);
  expect(choiceAt(data.choices, v, x - 13)).toBeUndefined();
});

describe('on the page', () => {
  let host: HTMLElement;
  let sought: number[];
  let forked: number[];
  let timeline: Timeline;

  beforeEach(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
    SVGElement.prototype.setPointerCapture = () => undefined;
    SVGElement.prototype.hasPointerCapture = () => true;
    document.body.innerHTML = '';
    host = document.createElement('div');
    Object.defineProperties(host, { clientWidth: { value: size.width }, clientHeight: { value: size.height } });
    document.body.append(host);
    [sought, forked] = [[], []];
    timeline = createTimeline(host, { onSeek: (s) => sought.push(s), onChoice: (e) => forked.push(e) });
    timeline.setRun(data);
    timeline.show(49, worldAt(pool, 49));
  });

  const press = (x: number, y: number, type = 'pointerdown'): void => {
    host.querySelector('svg')?.dispatchEvent(new MouseEvent(type, { clientX: x, clientY: y, bubbles: true }));
  };

  test('pressing and dragging seek to the nearest step', () => {
    press(timeline.xOf(20) + 1, 100);
    press(timeline.xOf(25.4), 100, 'pointermove');
    press(99_999, 100, 'pointermove');
    expect(sought).toEqual([20, 25, 70]);
  });

  test('a choice is a road to take, not a place to go', () => {
    const choice = data.choices[0];
    press(timeline.xOf(choice?.step ?? 0) + 5, 38);
    expect([forked, sought]).toEqual([[choice?.event], []]);
  });

  test('the flag holds the step, the heads the states of this step', () => {
    expect(host.textContent).toContain('49');
    expect(host.innerHTML).toContain('worker, id 1');
  });

  test('zooming keeps the playhead in place', () => {
    const x = timeline.xOf(49);
    timeline.zoomIn();
    expect(timeline.xOf(49)).toBeCloseTo(x, 6);
    expect(timeline.xOf(50) - timeline.xOf(49)).toBeGreaterThan((912 - 184 - 24) / 71);
    timeline.zoomOut();
    expect(timeline.xOf(0)).toBeCloseTo(184, 0);
  });

  test('the playhead never leaves the view when the cursor moves', () => {
    for (let i = 0; i < 4; i++) timeline.zoomIn();
    timeline.show(3, worldAt(pool, 3));
    const x = timeline.xOf(3);
    expect(x).toBeGreaterThanOrEqual(184);
    expect(x).toBeLessThanOrEqual(912 - 24);
  });

  test('a phone gets the strip', () => {
    timeline.setRun(data, { narrow: true });
    expect(timeline.xOf(0)).toBe(16);
    expect(host.querySelectorAll('circle').length).toBeGreaterThanOrEqual(data.choices.length);
  });
});
