import { expect, test } from 'vitest';
import { cancellation, fanIn, timeout, workerPool } from './fixtures.ts';
import type { RunGraph } from './graph.ts';
import { buildModel, runGraph } from './index.ts';
import { textTrace } from './textTrace.ts';

const ties = (graph: RunGraph): string[] =>
  graph.relations.map(
    (r) => `g${r.goroutine} ${r.role} ${graph.objects.find((o) => o.id === r.object)?.name} ${r.count}${r.viaSelect ? ' select' : ''}`,
  );

test('the worker pool: who sends, receives, counts and waits', () => {
  const graph = runGraph(buildModel(workerPool(9)));
  expect(graph.goroutines.map((g) => `${g.id} ${g.name} ${g.args} by ${g.createdBy}`)).toEqual([
    '1 main  by 0',
    '2 worker id 1 by 1',
    '3 worker id 2 by 1',
    '4 worker id 3 by 1',
  ]);
  expect(graph.objects.map((o) => `${o.kind} ${o.name} ${o.typeName} ${o.capacity} ${o.peak}`)).toEqual([
    'channel jobs int 10 9',
    'waitgroup wg sync.WaitGroup 0 3',
  ]);
  expect(ties(graph)).toEqual([
    'g1 add wg 3',
    'g1 send jobs 9',
    'g1 close jobs 1',
    'g1 wait wg 1',
    'g4 recv jobs 4',
    'g2 recv jobs 4',
    'g3 recv jobs 4',
    'g4 done wg 1',
    'g2 done wg 1',
    'g3 done wg 1',
  ]);
});

test('a Done channel is no object: its listeners have to do with the context', () => {
  const graph = runGraph(buildModel(cancellation()));
  expect(graph.objects.map((o) => o.kind)).toEqual(['context', 'context']);
  expect(graph.contexts.map((c) => [c.name, c.kind, c.parent > 0])).toEqual([
    ['Background', 'context.Background', false],
    ['ctx', 'context.WithCancel', true],
  ]);
  expect(ties(graph)).toEqual(['g2 listen ctx 1 select', 'g1 cancel ctx 1']);
});

test('cases that were never chosen and operations that never ended are ties without a count', () => {
  const graph = runGraph(buildModel(textTrace('g1 make a | g1 make b | g1 go f | g2 select recv a, send b 1 | g1 recv a | deadlock')));
  expect(ties(graph)).toEqual(['g2 recv a 0 select', 'g2 send b 0 select', 'g1 recv a 0']);
  expect(graph.objects.map((o) => [o.peakWaiting, o.peakReceivers])).toEqual([
    [0, 2],
    [1, 0],
  ]);
});

test('sleeps and deadlines are no objects, other timers are', () => {
  const graph = runGraph(buildModel(timeout()));
  expect(graph.objects.map((o) => o.kind)).toEqual(['context', 'context', 'channel', 'timer']);
  expect(graph.contexts[1]?.timer).toBeGreaterThan(0);
});

test('the fan-in: three channels between producers, merge and main', () => {
  const graph = runGraph(buildModel(fanIn()));
  expect(ties(graph)).toContain('g4 send merged 10');
  expect(ties(graph)).toContain('g1 recv merged 10');
});
