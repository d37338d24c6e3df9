/** Writes a Trace row by row, for tests and fixtures. The engine has its own recorder; this one values plainness over speed. */
import { bug } from '../../base/assert.ts';
import type { Site, Trace, Verdict, VerdictParty } from '../../engine/trace/trace.ts';
import { Kind } from '../../engine/trace/events.ts';

export class TraceBuilder {
  private readonly rows: number[][] = [];
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
    this.rows.push([kind, this.steps, g, a, b, c, d]);
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
    const column = (at: number): Int32Array => Int32Array.from(this.rows, (row) => row[at] ?? 0);
    return {
      version: 1,
      engine: 'text',
      steps: this.steps,
      length: this.rows.length,
      kind: Uint8Array.from(this.rows, (row) => row[0] ?? 0),
      step: Uint32Array.from(this.rows, (row) => row[1] ?? 0),
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
