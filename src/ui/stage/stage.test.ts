// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { buildModel, worldAt } from '../model/index.ts';
import { layoutStage } from '../model/layout/layout.ts';
import { programs } from '../model/layout/testdata/programs.ts';
import { runGraph } from '../model/runGraph.ts';
import { roughMeasure } from '../shared/figures/measure.ts';
import { createStage } from './stage.ts';
import type { Selection, Stage } from './stage.ts';

let host: HTMLElement;
let picked: (Selection | undefined)[];
let moving: boolean[];

function open(name: string): { stage: Stage; show: (step: number) => void; world: (step: number) => ReturnType<typeof worldAt> } {
  const model = buildModel((programs[name] ?? (() => expect.fail(name)))());
  const stage = createStage(host, { onSelect: (s) => picked.push(s), onMotion: (m) => moving.push(m) });
  stage.setRun(layoutStage(runGraph(model), { width: 912, narrow: false, measure: roughMeasure }), model.trace.verdict);
  const world = (step: number) => worldAt(model, Math.min(step, model.trace.steps));
  return { stage, world, show: (step) => stage.show(world(step), { kind: 'cut' }) };
}
const names = (): string[] => [...host.querySelectorAll('g.figure:not([aria-hidden])')].map((g) => g.getAttribute('aria-label') ?? '');
const figure = (key: string): SVGElement => host.querySelector<SVGElement>(`[data-key="${key}"]`) ?? expect.fail(key);
const positions = (): string[] =>
  [...host.querySelectorAll('g.figure')].map((g) => `${g.getAttribute('data-key')} ${g.getAttribute('transform')}`);

beforeEach(() => {
  // Neither is there in jsdom: widths are then guessed, and nothing fades.
  HTMLCanvasElement.prototype.getContext = () => null;
  Element.prototype.animate = vi.fn<Element['animate']>();
  document.body.innerHTML = '';
  host = document.createElement('div');
  document.body.append(host);
  picked = [];
  moving = [];
});

describe('what a screen reader finds', () => {
  test('every figure is a group named as one would say it', () => {
    open('workerPool').show(49);
    expect(names()).toContain('goroutine worker #2, running');
    expect(names()).toContain('goroutine main #1, blocked: sync.WaitGroup.Wait');
    expect(names().find((n) => n.startsWith('channel jobs, 4 of 10'))).toBeDefined();
    expect(names().find((n) => n.startsWith('virtual clock at 1.000 s'))).toBeDefined();
  });

  test('what is not made yet is veiled and unsaid, in its place', () => {
    const { show } = open('workerPool');
    show(0);
    expect(names().filter((n) => n.startsWith('goroutine'))).toEqual(['goroutine main #1, runnable']);
    const before = positions();
    show(70);
    expect(positions()).toEqual(before);
  });

  test('a select is said with its cases', () => {
    const { show } = open('cancellation');
    show(19);
    expect(names().find((n) => n.startsWith('select of goroutine doWork #2'))).toContain('ctx.Done() chosen');
  });

  test('a deadlock is said in Go’s words at its end', () => {
    const { show } = open('deadlock');
    show(4);
    expect(names()).not.toContain('fatal error: all goroutines are asleep - deadlock!');
    show(99);
    expect(names()).toContain('fatal error: all goroutines are asleep - deadlock!');
  });
});

test('each position is the same frame, however it was reached', () => {
  const { show, stage, world } = open('fanOut');
  show(30);
  const wanted = host.innerHTML;
  show(55);
  show(30);
  expect(host.innerHTML).toBe(wanted);
  stage.show(world(29), { kind: 'forward', speed: 100 });
  stage.show(world(30), { kind: 'forward', speed: 100 });
  expect(host.innerHTML).toBe(wanted);
});

test('a frame at rest shows the step: its value on its way, lit ends, one arrow', () => {
  open('workerPool').show(49);
  const tokens = host.querySelectorAll('g.token');
  expect([...tokens].map((t) => t.textContent)).toEqual(['5']);
  expect(host.querySelectorAll('g.arrow path[stroke="var(--now)"]')).toHaveLength(1);
  expect(figure('c1').innerHTML).toContain('stroke="var(--now)"');
});

test('a channel holds its values in queue order, the front on the right', () => {
  open('workerPool').show(30);
  const values = [...figure('c1').querySelectorAll('text[text-anchor="middle"]')].map((t) => ({
    text: t.textContent,
    x: Number(/translate\(([\d.]+)/.exec(t.parentElement?.getAttribute('transform') ?? '')?.[1]),
  }));
  expect(values.map((v) => v.text)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  expect(values.map((v) => v.x)).toEqual(values.map((_, i) => 291 - 30 * i));
});

test('figures are chosen by click and by Enter, the paper unchooses', () => {
  open('workerPool').show(49);
  figure('g2').dispatchEvent(new MouseEvent('click', { bubbles: true }));
  figure('c1').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  host.querySelector('svg')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(picked).toEqual([{ kind: 'goroutine', id: 2 }, { kind: 'object', id: 1 }, undefined]);
});

test('the chosen figure wears the ring', () => {
  const { stage, show } = open('workerPool');
  show(49);
  stage.select({ kind: 'goroutine', id: 3 });
  expect([...host.querySelectorAll('.selected')].map((g) => g.getAttribute('data-key'))).toEqual(['g3']);
});

test('a step plays as a motion that says when it is over, and a new step cuts it', async () => {
  host.style.setProperty('--m-travel', '80ms');
  const { stage, show, world } = open('workerPool');
  show(48);
  stage.show(world(49), { kind: 'forward', speed: 1 });
  expect(moving).toEqual([true]);
  stage.show(world(50), { kind: 'cut' });
  expect(moving).toEqual([true, false]);
  stage.show(world(49), { kind: 'cut' });
  const wanted = host.innerHTML;
  stage.show(world(48), { kind: 'backward', speed: 1 });
  await vi.waitFor(() => expect(moving).toEqual([true, false, true, false]), 5000);
  stage.show(world(49), { kind: 'forward', speed: 1 });
  await vi.waitFor(() => expect(moving).toHaveLength(6), 5000);
  expect(host.innerHTML).toBe(wanted);
});

test('a group opens in place, its members are chosen one by one', () => {
  const { show } = open('crawl1000');
  show(9000);
  const before = positions();
  figure('group 2').dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(positions().filter((p) => !/^(panel|member)/.test(p))).toEqual(before);
  figure('member 7').dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(picked).toEqual([{ kind: 'goroutine', id: 7 }]);
  figure('panel').dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(positions()).toEqual(before);
});

test('destroying leaves nothing behind', () => {
  const { stage, show } = open('locks');
  show(20);
  stage.destroy();
  expect(host.innerHTML).toBe('');
});
