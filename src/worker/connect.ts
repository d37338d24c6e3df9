/**
 * The page's end of the channel: an EngineClient over a worker. A worker that does not answer a stop (the engine is caught in one slice)
 * is replaced; a run asked for since is asked for again, everything else it owed is answered with "stopped" or with nothing.
 */
import { TraceAssembly } from '../engine/trace/assembly.ts';
import type { Answer, Answers, Channel, Question, RunAnswer } from './messages.ts';
import type { EngineClient, RunProgress, RunResult } from './protocol.ts';

export interface Connection {
  readonly channel: Channel;
  readonly close: () => void;
  /** Called when the other end has died of itself. */
  readonly onDeath?: (listener: (message: string) => void) => void;
}

interface Owed {
  readonly question: Question;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Of a run: what its chunks have given so far. */
  assembly?: TraceAssembly;
  /** What it is answered with when the worker is given up. */
  readonly instead: Answers[keyof Answers];
}

/** How long a stopped run may take to say so; a worker that has not answered anything yet may still be loading, or compiling the library. */
const patienceMillis = 2500;
const firstPatienceMillis = 15_000;

const noStatements = { goroutine: new Uint32Array(0), site: new Uint32Array(0) };
type Unnumbered = Question extends infer Q ? (Q extends Question ? Omit<Q, 'id'> : never) : never;

const orNone = <T>(found: T | null): T | undefined => found ?? undefined;
const notRunning = { error: 'nothing has run' };

function withTrace(answer: RunAnswer, assembly: TraceAssembly): RunResult {
  if (answer.kind !== 'recorded') return answer;
  const { end, problems, millis } = answer;
  return { kind: 'trace', trace: assembly.finish(end), problems, millis };
}

export function createClient(open: () => Connection): EngineClient {
  const owed = new Map<number, Owed>();
  let connection: Connection | undefined;
  let last = 0;
  let running = 0;
  /** Whether this connection has answered already. */
  let warm = false;

  const connect = (): Connection => {
    const made = open();
    warm = false;
    made.channel.addEventListener('message', ({ data }) => settle(data as Answer));
    made.onDeath?.((message) => {
      connection = undefined;
      for (const { reject } of owed.values()) reject(new Error(message));
      owed.clear();
    });
    return made;
  };

  const settle = (answer: Answer): void => {
    const debt = owed.get(answer.id);
    warm = true;
    if (!debt) return;
    if (answer.kind === 'progress') return debt.onProgress?.(answer.progress);
    if (answer.kind === 'chunk' && debt.assembly?.add(answer.chunk)) return;
    owed.delete(answer.id);
    if (answer.kind === 'answer') debt.resolve(debt.assembly ? (withTrace(answer.value as RunAnswer, debt.assembly) as never) : (answer.value as never));
    else debt.reject(new Error(answer.kind === 'failed' ? answer.message : 'BUG: a chunk of the recording is damaged'));
  };

  const ask = <K extends keyof Answers>(
    question: Unnumbered & { op: K },
    instead: Answers[K],
    onProgress?: Owed['onProgress'],
  ): Promise<Answers[K]> => {
    const id = ++last;
    return new Promise<Answers[K]>((resolve, reject) => {
      owe({
        question: { ...question, id } as Question,
        resolve: resolve as Owed['resolve'],
        reject,
        instead,
        ...(onProgress && { onProgress }),
      });
    });
  };

  const owe = (debt: Owed): void => {
    connection ??= connect();
    if (debt.question.op === 'run') debt.assembly = new TraceAssembly();
    owed.set(debt.question.id, debt);
    connection.channel.postMessage(debt.question);
  };

  /** If the run with this number is still owed after a while, the worker is caught in it. */
  const giveUpOn = (id: number): void => {
    setTimeout(
      () => {
        if (!owed.has(id)) return;
        connection?.close();
        connection = undefined;
        const debts = [...owed.values()];
        owed.clear();
        for (const debt of debts) {
          if (debt.question.op === 'run' && debt.question.id !== id && debt.question.id === running) owe(debt);
          else debt.resolve(debt.instead as never);
        }
      },
      warm ? patienceMillis : firstPatienceMillis,
    );
  };

  return {
    run(request, onProgress) {
      if (owed.has(running)) giveUpOn(running);
      const result = ask({ op: 'run', request }, { kind: 'stopped' }, onProgress);
      running = last;
      // The answer to a run comes with its trace: see settle.
      return result as Promise<RunResult>;
    },
    check: (files) => ask({ op: 'check', files }, []),
    stop() {
      if (!owed.has(running)) return;
      connection?.channel.postMessage({ id: ++last, op: 'stop' });
      giveUpOn(running);
    },
    inspect: (step, only) => ask({ op: 'inspect', step, ...(only && { only }) }, []),
    value: (request) => ask({ op: 'value', request }, null).then(orNone),
    globals: (step) => ask({ op: 'globals', step }, []),
    statements: (from, to) => ask({ op: 'statements', from, to }, noStatements),
    move: (request) => ask({ op: 'move', request }, null).then(orNone),
    changed: (request) => ask({ op: 'changed', request }, null).then(orNone),
    hit: (request) => ask({ op: 'hit', request }, null).then(orNone),
    evaluate: (request) => ask({ op: 'evaluate', request }, notRunning),
    dispose() {
      connection?.close();
      connection = undefined;
    },
  };
}
