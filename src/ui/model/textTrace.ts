/**
 * Traces written as text, for tests:
 *
 *   textTrace(`
 *     g1 make jobs 10 @19 | g1 go worker "id 1" @24 | g1 send jobs 5
 *     g2 recv jobs | g2 sleep 1s | clock 1s | g2 end
 *     g1 close jobs | deadlock
 *   `)
 *
 * Statements are separated by `|` or line ends; `//` begins a comment. `gN` executes a statement, `@L` is its line (default: the number
 * of the statement). Whatever Go's runtime does by itself (parking, hand-off, waking, starting and stopping) follows; main is there.
 *
 *   run                               nothing in particular            go FUNC ["args"]       the next goroutine number
 *   make CH [CAP [TYPE]]              send CH VALUE  recv CH  close CH (CH `nil`: a nil channel)
 *   select recv CH, send CH VALUE, default
 *   mutex M  rwmutex M  lock M  unlock M  rlock M  runlock M          waitgroup W  add W N  done W  wait W
 *   cond C M  waiton C  signal C  broadcast C                          atomic A  op A "Add 1" AFTER
 *   sleep 1s                          yield                            print "text"      panic "message"      end
 *   background B   context C PARENT [TIMEOUT]   cancel C ["cause"]     listen C (its channel is `C.Done` from then on)
 *
 * Without a goroutine: `clock 1s` (the virtual clock arrives there), `deadlock`, `verdict KIND [CODE]`.
 */
import { bug, must } from '../../base/assert.ts';
import type { Trace, Verdict, VerdictKind } from '../../engine/trace/trace.ts';
import type { Case, Channel } from './rehearsal/channels.ts';
import type { Cond, Mutex, WaitGroup } from './rehearsal/locks.ts';
import { Rehearsal, type Context } from './rehearsal/rehearsal.ts';
import { party } from './traceBuilder.ts';

type Operation = Generator<void, unknown, void>;
interface Statement {
  readonly words: readonly string[];
  readonly line: number;
}

export function textTrace(text: string): Trace {
  return new Teller().tell(text);
}

function statements(text: string): Statement[] {
  const items = text.split('\n').flatMap((row) => row.replace(/\/\/.*$/, '').split('|'));
  return items
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item, i) => {
      const at = /@(\d+)\s*$/.exec(item);
      const words = (item.replace(/@\d+\s*$/, '').match(/"[^"]*"|[^\s,]+|,/g) ?? []).map((word) => word.replace(/^"|"$/g, ''));
      return { words, line: at === null ? i + 1 : Number(at[1]) };
    });
}

/** "1.5s", "250ms", "3us", "10ns" in nanoseconds. */
export function nanos(text: string): number {
  const parts = /^([\d.]+)(ns|us|ms|s|m)$/.exec(text) ?? bug(`no duration: ${text}`);
  const unit = { ns: 1, us: 1e3, ms: 1e6, s: 1e9, m: 60e9 }[must(parts[2], 'unit')] ?? 1;
  return Math.round(Number(parts[1]) * unit);
}

class Teller {
  private readonly r = new Rehearsal();
  private readonly channels = new Map<string, Channel>();
  private readonly mutexes = new Map<string, Mutex>();
  private readonly waitGroups = new Map<string, WaitGroup>();
  private readonly conds = new Map<string, Cond>();
  private readonly contexts = new Map<string, Context>();
  private readonly atomics = new Map<string, number>();
  /** Operations parked in the middle, by goroutine. */
  private readonly parked = new Map<number, Operation>();
  private verdict: Partial<Verdict> = {};

  tell(text: string): Trace {
    this.r.enter();
    for (const { words, line } of statements(text)) {
      const [first = '', ...rest] = words;
      const g = /^g(\d+)$/.exec(first);
      if (g === null) this.scheduler(first, rest);
      else this.statement(Number(g[1]), rest, line);
    }
    return this.r.told(this.verdict);
  }

  private scheduler(word: string, rest: readonly string[]): void {
    if (word === 'clock') this.r.reach(nanos(must(rest[0], 'time')));
    else if (word === 'deadlock')
      this.verdict = { kind: 'deadlock', exitCode: 2, summary: 'Deadlock: nobody is left to run.', parties: this.stuck() };
    else if (word === 'verdict') this.verdict = { kind: rest[0] as VerdictKind, exitCode: Number(rest[1] ?? 0), parties: this.stuck() };
    else bug(`text trace: ${word}`);
  }

  private stuck(): ReturnType<typeof party>[] {
    return [...this.parked.keys()].map((g) => party(g, 'waits for ever'));
  }

  private statement(g: number, words: readonly string[], line: number): void {
    this.r.switchTo(g);
    const unfinished = this.parked.get(g);
    if (unfinished !== undefined) this.perform(g, unfinished);
    const operation = this.operation(words, line);
    if (operation) this.perform(g, operation);
  }

  private perform(g: number, operation: Operation): void {
    if (operation.next().done === true) this.parked.delete(g);
    else this.parked.set(g, operation);
  }

  private channel(name: string): Channel | undefined {
    return name === 'nil' ? undefined : must(this.channels.get(name), `channel ${name}`);
  }

  /** Does what does not park; returns what may. */
  private operation(words: readonly string[], line: number): Operation | void {
    const r = this.r;
    const [word = '', name = '', second = '', third = ''] = words;
    switch (word) {
      case 'run':
        return r.at(line);
      case 'yield':
        return r.gosched(line);
      case 'go':
        return void r.go(line, `main.${name}`, second, nothing);
      case 'print':
        return r.print(line, `${name}\n`);
      case 'panic':
        return r.panic(line, name);
      case 'end':
        return r.end(line);
      case 'sleep':
        return r.sleep(line, nanos(name));
      case 'make':
        return void this.channels.set(name, r.make(line, name, Number(second || 0), third || 'int'));
      case 'send':
        return r.send(line, this.channel(name), second);
      case 'recv':
        return r.recv(line, this.channel(name));
      case 'close':
        return r.close(line, must(this.channel(name), name));
      case 'select':
        return this.select(words.slice(1), line);
      case 'background':
        return void this.contexts.set(name, r.background(line));
      case 'context':
        return this.makeContext(name, second, third, line);
      case 'cancel':
        return r.cancel(line, must(this.contexts.get(name), name), second);
      case 'listen':
        return this.doneChannel(name, line);
      default:
        return this.lockOperation(words, line);
    }
  }

  private select(words: readonly string[], line: number): Operation {
    const clauses = words
      .join(' ')
      .split(',')
      .map((clause) => clause.trim().split(' '))
      .filter((clause) => clause[0] !== '');
    const cases = clauses.filter(([word]) => word !== 'default');
    const list = cases.map(([word, name = '', value = '']): Case =>
      word === 'send' ? { channel: this.channel(name), send: value } : { channel: this.channel(name) },
    );
    return this.r.select(line, () => list, cases.length < clauses.length);
  }

  private makeContext(name: string, parent: string, timeout: string, line: number): void {
    const from = must(this.contexts.get(parent), parent);
    this.contexts.set(name, timeout === '' ? this.r.withCancel(line, from, name) : this.r.withTimeout(line, from, name, nanos(timeout)));
  }

  private doneChannel(name: string, line: number): Operation {
    const operation = this.r.at(line);
    operation.next();
    this.channels.set(`${name}.Done`, this.r.done(must(this.contexts.get(name), name)));
    return operation;
  }

  private lockOperation(words: readonly string[], line: number): Operation | void {
    const r = this.r;
    const [word = '', name = '', second = '', third = ''] = words;
    const mutex = (): Mutex => must(this.mutexes.get(name), name);
    const group = (): WaitGroup => must(this.waitGroups.get(name), name);
    const cond = (): Cond => must(this.conds.get(name), name);
    switch (word) {
      case 'mutex':
        return void this.mutexes.set(name, r.mutex(line, name));
      case 'rwmutex':
        return void this.mutexes.set(name, r.mutex(line, name, true));
      case 'lock':
        return r.lock(line, mutex());
      case 'rlock':
        return r.lock(line, mutex(), true);
      case 'unlock':
        return r.unlock(line, mutex());
      case 'runlock':
        return r.unlock(line, mutex(), true);
      case 'waitgroup':
        return void this.waitGroups.set(name, r.waitGroup(line, name));
      case 'add':
        return r.add(line, group(), Number(second));
      case 'done':
        return r.add(line, group(), -1);
      case 'wait':
        return r.wait(line, group());
      case 'cond':
        return void this.conds.set(name, r.cond(line, name, must(this.mutexes.get(second), second)));
      case 'waiton':
        return r.waitOn(line, cond());
      case 'signal':
        return r.signal(line, cond());
      case 'broadcast':
        return r.signal(line, cond(), true);
      case 'atomic':
        return void this.atomics.set(name, r.atomic(line, name));
      case 'op':
        return r.atomicOp(line, must(this.atomics.get(name), name), second, third);
      default:
        return bug(`text trace: ${word}`);
    }
  }
}

function* nothing(): Generator<void, void, void> {}
