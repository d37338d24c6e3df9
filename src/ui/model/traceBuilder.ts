/** Writes a Trace row by row, for tests and fixtures. The engine has its own recorder; this one values plainness over speed. */
import { bug } from '../../base/assert.ts';
import type { Site, Trace, Verdict, VerdictParty } from '../../engine/trace/trace.ts';
import { Kind } from '../../engine/trace/events.ts';

export class TraceBuilder {
  /** Eight numbers an event: kind, step, g, a, b, c, d, and one to spare. */
  private rows = new Int32Array(1024);
  private length = 0;
  private readonly strings: string[] = [''];
  private readonly stringIndex = new Map<string, number>([['', 0]]);
  private readonly sites: Site[] = [{ file: '', line: 0, column: 0, endLine: 0, endColumn: 0, func: '' }];
  private readonly siteIndex = new Map<string, number>();
  private readonly stepGoroutine: number[] = [];
  private readonly stepSite: number[] = [];
  private readonly file: string;
  private objects = 0;

  constructor(file = 'main.go') {
    this.file = file;
  }

  get steps(): number {
    return this.stepGoroutine.length;
  }

  /** Of the last statement begun; 0 before the first. */
  get currentSite(): number {
    return this.stepSite.at(-1) ?? 0;
  }

  emit(kind: Kind, g: number, a = 0, b = 0, c = 0, d = 0): void {
    if ((this.length + 1) * 8 > this.rows.length) {
      const larger = new Int32Array(this.rows.length * 2);
      larger.set(this.rows);
      this.rows = larger;
    }
    this.rows.set([kind, this.steps, g, a, b, c, d], this.length++ * 8);
  }

  /** A statement begins: the events that follow happen in its step. */
  begin(g: number, line: number, func: string): void {
    if (g < 1) bug('statements are executed by goroutines');
    this.stepGoroutine.push(g);
    this.stepSite.push(this.site(line, func));
  }

  string(text: string): number {
    const known = this.stringIndex.get(text);
    if (known !== undefined) return known;
    this.strings.push(text);
    this.stringIndex.set(text, this.strings.length - 1);
    return this.strings.length - 1;
  }

  site(line: number, func: string): number {
    const key = `${line} ${func}`;
    const known = this.siteIndex.get(key);
    if (known !== undefined) return known;
    this.sites.push({ file: this.file, line, column: 2, endLine: line, endColumn: 40, func });
    this.siteIndex.set(key, this.sites.length - 1);
    return this.sites.length - 1;
  }

  newObject(): number {
    return ++this.objects;
  }

  finish(verdict: Partial<Verdict> = {}): Trace {
    const column = (at: number): Int32Array => Int32Array.from({ length: this.length }, (_, e) => this.rows[e * 8 + at] ?? 0);
    return {
      version: 2,
      engine: 'text',
      steps: this.steps,
      length: this.length,
      kind: Uint8Array.from(column(0)),
      step: Uint32Array.from(column(1)),
      g: column(2),
      a: column(3),
      b: column(4),
      c: column(5),
      d: column(6),
      strings: this.strings,
      sites: this.sites,
      stepGoroutine: Uint32Array.from(this.stepGoroutine),
      stepSite: Uint32Array.from(this.stepSite),
      verdict: { kind: 'ok', exitCode: 0, summary: '', stderr: '', parties: [], repair: '', ...verdict },
      hash: '',
      schedule: 'go',
    };
  }
}

export function party(goroutine: number, text: string): VerdictParty {
  return { goroutine, text, sites: [] };
}
