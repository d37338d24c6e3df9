/**
 * The engine's end of the channel. A run is advanced in turns of a few hundredths of a second; between two turns the messages that have
 * come are read, so a stop, or another run, takes effect at once.
 *
 * At most one run is under way. Inspections are of the last run that has ended.
 */
import type { Engine, EngineRun } from './engine.ts';
import type { Answer, Channel, Question, RunAnswer } from './messages.ts';
import type { RunRequest } from './protocol.ts';

const turnMillis = 30;
/** Between two reports of progress. The first comes after the first turn. */
const reportMillis = 100;

interface UnderWay {
  readonly id: number;
  /** run: go on; stop: end with what there is; drop: another run has taken its place. */
  wish: 'run' | 'stop' | 'drop';
}

export function serve(channel: Channel, engine: Engine): void {
  let underWay: UnderWay | undefined;
  let ended: EngineRun | undefined;
  const send = (answer: Answer) => channel.postMessage(answer);

  const run = async (id: number, request: RunRequest): Promise<RunAnswer> => {
    if (underWay) underWay.wish = 'drop';
    const mine: UnderWay = { id, wish: 'run' };
    underWay = mine;
    // A run that is dropped before it is compiled costs nothing: typing asks for many.
    await nextTurn();
    if (isDropped(mine)) return { kind: 'stopped' };
    const began = performance.now();
    const started = engine.start(request);
    if (started.kind === 'problems') return { kind: 'problems', problems: started.problems };
    const compiled = performance.now();
    await advance(started.run, mine);
    if (isDropped(mine)) return { kind: 'stopped' };
    const { engine: version, steps, sites, verdict, schedule, hash } = started.run.trace();
    sendChunks(id, started.run);
    ended = started.run;
    const millis = { compile: compiled - began, run: performance.now() - compiled };
    return { kind: 'recorded', end: { engine: version, steps, sites, verdict, schedule, hash }, problems: started.problems, millis };
  };

  /** Each in a message of its own, so that the page can draw between two of them. Their memory goes with them. */
  const sendChunks = (id: number, engineRun: EngineRun): void => {
    for (const chunk of engineRun.take()) {
      const answer: Answer = { id, kind: 'chunk', chunk };
      channel.postMessage(answer, [chunk.events, chunk.goroutines, chunk.sites].map(({ buffer }) => buffer as ArrayBuffer));
    }
  };

  const advance = async (engineRun: EngineRun, mine: UnderWay): Promise<void> => {
    let reported = -Infinity;
    for (;;) {
      const turn = performance.now() + turnMillis;
      let more = true;
      while (more && performance.now() < turn) more = engineRun.advance();
      if (!more) return;
      await nextTurn();
      if (mine.wish !== 'run') return;
      if (performance.now() - reported > reportMillis) {
        reported = performance.now();
        sendChunks(mine.id, engineRun);
        send({ id: mine.id, kind: 'progress', progress: engineRun.progress() });
      }
    }
  };

  const answer = async (question: Question) => {
    switch (question.op) {
      case 'run':
        return run(question.id, question.request);
      case 'check':
        return engine.check(question.files);
      case 'inspect':
        return ended?.inspect(question.step, question.only) ?? [];
      case 'value':
        return ended?.value(question.request) ?? null;
      case 'globals':
        return ended?.globals(question.step) ?? [];
      case 'statements':
        return ended?.statements(question.from, question.to) ?? { goroutine: new Uint32Array(0), site: new Uint32Array(0) };
      case 'move':
        return ended?.move(question.request) ?? null;
      case 'changed':
        return ended?.changed(question.request) ?? null;
      case 'hit':
        return ended?.hit(question.request) ?? null;
      case 'evaluate':
        return ended?.evaluate(question.request) ?? { error: 'nothing has run' };
      case 'stop':
        if (underWay?.wish === 'run') underWay.wish = 'stop';
        return undefined;
    }
  };

  channel.addEventListener('message', ({ data }) => {
    const question = data as Question;
    answer(question).then(
      (value) => {
        if (underWay?.id === question.id) underWay = undefined;
        if (value !== undefined) send({ id: question.id, kind: 'answer', value });
      },
      (error: unknown) => send({ id: question.id, kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
  });
}

/** A function, so that the compiler does not take the wish of a moment ago for the present one. */
function isDropped(run: UnderWay): boolean {
  return run.wish === 'drop';
}

/** Lets waiting messages be read first. Unlike a timer of 0, which browsers stretch to 4 ms, it costs some microseconds. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
