/**
 * The whole run as lanes, messages, choices and jumps: computed once.
 *
 * Steps are places between statements: statement N fills the stretch from N-1 to N. A goroutine that was started by an event of step S
 * runs from S on; one that stops at S has run until S. So lanes touch and never overlap, and a segment of no length is left out.
 */
import { DecisionKind, Kind, WaitReason, waitReasons } from '../../engine/trace/events.ts';
import { textOf, type Trace } from '../../engine/trace/trace.ts';
import { durationText } from './duration.ts';
import { time } from './foldTime.ts';
import { indexOf } from './modelIndex.ts';
import type { ModelIndex } from './modelIndex.ts';
import { messages } from './messages.ts';
import { shortFunction } from './names.ts';
import type { Choice, ClockJump, Lane, LaneSegment, Model, TimelineData } from './types.ts';

const known = new WeakMap<Model, TimelineData>();

export function timelineData(model: Model): TimelineData {
  const made = known.get(model) ?? make(model);
  known.set(model, made);
  return made;
}

function make(model: Model): TimelineData {
  const index = indexOf(model);
  const { trace } = model;
  return { steps: trace.steps, lanes: lanes(index), messages: messages(index), choices: choices(index), jumps: jumps(trace) };
}

// ---- lanes

interface OpenLane {
  readonly goroutine: number;
  readonly label: string;
  readonly segments: LaneSegment[];
  from: number;
  state: LaneSegment['state'];
  word: string;
}
interface LaneScan {
  readonly trace: Trace;
  readonly impliedStarts: ReadonlySet<number>;
  readonly lanes: Map<number, OpenLane>;
  now: number;
  /** Length of each timer that has been started, in nanoseconds. */
  readonly lengths: Map<number, number>;
}

function lanes(index: ModelIndex): Lane[] {
  const scan: LaneScan = { trace: index.trace, impliedStarts: index.impliedStarts, lanes: new Map(), now: 0, lengths: new Map() };
  for (let e = 0; e < index.trace.length; e++) laneEvent(scan, e);
  for (const lane of scan.lanes.values()) finish(index, lane);
  return [...scan.lanes.values()].map(({ goroutine, label, segments }) => ({ goroutine, label, segments }));
}

function laneEvent(scan: LaneScan, e: number): void {
  const { trace } = scan;
  const step = trace.step[e] ?? 0;
  const a = trace.a[e] ?? 0;
  const lane = scan.lanes.get(trace.g[e] ?? 0);
  switch (trace.kind[e]) {
    case Kind.GoCreate:
      scan.lanes.set(a, { goroutine: a, label: laneLabel(trace, e), segments: [], from: step, state: 'runnable', word: '' });
      break;
    case Kind.GoStart:
      enter(lane, step, 'running', '');
      break;
    case Kind.GoStop:
      enter(lane, step, 'runnable', '');
      break;
    case Kind.GoBlock:
      if (a === WaitReason.Sleep) enter(lane, step, 'sleeping', durationText(scan.lengths.get(trace.d[e] ?? 0) ?? 0));
      else enter(lane, step, 'blocked', waitReasons[a] ?? '');
      break;
    case Kind.GoUnblock:
      enter(scan.lanes.get(a), step, scan.impliedStarts.has(e) ? 'running' : 'runnable', '');
      break;
    case Kind.GoEnd:
      enter(lane, step, 'dead', '');
      break;
    case Kind.TimerStart:
      scan.lengths.set(a, time(trace.b[e] ?? 0, trace.c[e] ?? 0) - scan.now);
      break;
    case Kind.ClockAdvance:
      scan.now = time(a, trace.b[e] ?? 0);
      break;
  }
}

function enter(lane: OpenLane | undefined, step: number, state: LaneSegment['state'], word: string): void {
  if (lane === undefined) return;
  if (step > lane.from) lane.segments.push({ from: lane.from, to: step, state: lane.state, label: lane.word });
  lane.from = step;
  lane.state = state;
  lane.word = word;
}

/** The end of the run; a goroutine that has ended keeps one step for its mark. */
function finish({ trace, stuckAtEnd }: ModelIndex, lane: OpenLane): void {
  if (lane.state === 'dead') {
    lane.segments.push({ from: lane.from, to: Math.min(lane.from + 1, trace.steps), state: 'dead', label: '' });
    return;
  }
  const stuck = lane.state === 'blocked' && stuckAtEnd.has(lane.goroutine);
  if (trace.steps > lane.from || stuck)
    lane.segments.push({ from: lane.from, to: trace.steps, state: stuck ? 'stuck' : lane.state, label: lane.word });
}

/** "worker, id 1" */
function laneLabel(trace: Trace, e: number): string {
  const args = trace.strings[trace.d[e] ?? 0] ?? '';
  const name = shortFunction(trace.strings[trace.b[e] ?? 0] ?? '');
  return args === '' ? name : `${name}, ${args}`;
}

// ---- choices and jumps

const choiceKinds: Partial<Record<number, Choice['kind']>> = {
  [DecisionKind.Run]: 'run',
  [DecisionKind.Select]: 'select',
  [DecisionKind.Timer]: 'timer',
};

/** With ten thousand runnable goroutines every turn has ten thousand roads. */
const shownRoads = 8;

function choices(index: ModelIndex): Choice[] {
  const { trace } = index;
  const found: Choice[] = [];
  for (let event = 0; event < trace.length; event++) {
    const kind = kindOfChoice(trace, event);
    if (kind === undefined) continue;
    const { taken, others } = roads(index, kind, event, shownRoads);
    found.push({ step: trace.step[event] ?? 0, kind, taken, others, alternatives: trace.b[event] ?? 0, event });
  }
  return found;
}

function kindOfChoice(trace: Trace, event: number): Choice['kind'] | undefined {
  return trace.kind[event] === Kind.Decision ? choiceKinds[trace.a[event] ?? 0] : undefined;
}

interface Roads {
  readonly taken: string;
  readonly others: readonly string[];
}

/** Every road of a choice, by its event. */
export function choiceRoads(model: Model, event: number): Roads {
  const index = indexOf(model);
  const kind = kindOfChoice(index.trace, event);
  return kind === undefined ? { taken: '', others: [] } : roads(index, kind, event, Infinity);
}

function roads(index: ModelIndex, kind: Choice['kind'], event: number, most: number): Roads {
  const { trace } = index;
  const named = textOf(trace, trace.d[event] ?? 0).split(' ');
  // Later decisions of a long run name only what was taken.
  const at = named.length === 1 ? 0 : (trace.c[event] ?? 0);
  const others = named.filter((_, i) => i !== at).slice(0, most);
  return { taken: roadText(index, kind, named[at] ?? '', event), others: others.map((road) => roadText(index, kind, road, event)) };
}

/** "goroutine 3", "receive from jobs", "timer #2" */
function roadText(index: ModelIndex, kind: Choice['kind'], road: string, event: number): string {
  if (kind === 'run') return `goroutine ${road}`;
  if (kind === 'timer') return index.names[Number(road)] ?? `timer ${road}`;
  return selectRoad(index, Number(road), event);
}

/** The cases of the select stand just before the decision. */
function selectRoad({ trace, names }: ModelIndex, at: number, event: number): string {
  for (let e = event - 1; e >= 0 && trace.kind[e] !== Kind.SelectBegin; e--) {
    if (trace.kind[e] !== Kind.SelectCase || trace.a[e] !== at) continue;
    const channel = names[trace.b[e] ?? 0] ?? 'nil';
    return ((trace.c[e] ?? 0) & 1) === 1 ? `send on ${channel}` : `receive from ${channel}`;
  }
  return `case ${at}`;
}

/** Jumps of the same step are one. */
function jumps(trace: Trace): ClockJump[] {
  const found: ClockJump[] = [];
  let now = 0;
  for (let e = 0; e < trace.length; e++) {
    if (trace.kind[e] !== Kind.ClockAdvance) continue;
    const step = trace.step[e] ?? 0;
    const to = time(trace.a[e] ?? 0, trace.b[e] ?? 0);
    const before = found.at(-1);
    const from = before?.step === step ? before.from : now;
    if (before?.step === step) found.pop();
    found.push({ step, from, to, label: `+${durationText(to - from)}` });
    now = to;
  }
  return found;
}
