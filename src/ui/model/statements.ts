/**
 * Who executed the statement of a step, and where. A recording lists the statements of its beginning one by one; of those beyond, the
 * machine tells on demand (EngineClient.statements), and pages of them are learned where somebody looks.
 */
import type { Trace } from '../../engine/trace/trace.ts';

export interface StatementPage {
  readonly goroutine: ArrayLike<number>;
  readonly site: ArrayLike<number>;
}

/** Steps in a page: a page more or less costs the machine nothing beside going there. */
export const pageSteps = 512;
const mostPages = 256;

export class StatementLog {
  readonly #trace: Pick<Trace, 'stepGoroutine' | 'stepSite'>;
  /** By number: page n has the steps n * pageSteps + 1 and on. Oldest first. */
  readonly #pages = new Map<number, StatementPage>();

  constructor(trace: Pick<Trace, 'stepGoroutine' | 'stepSite'>) {
    this.#trace = trace;
  }

  /** Of a step from 1 on; undefined: not known. */
  goroutineAt(step: number): number | undefined {
    return this.#trace.stepGoroutine[step - 1] ?? this.#page(step)?.goroutine[(step - 1) % pageSteps];
  }
  siteAt(step: number): number | undefined {
    return this.#trace.stepSite[step - 1] ?? this.#page(step)?.site[(step - 1) % pageSteps];
  }

  learn(page: number, statements: StatementPage): void {
    this.#pages.set(page, statements);
    for (const old of this.#pages.keys()) if (this.#pages.size > mostPages) this.#pages.delete(old);
  }

  #page(step: number): StatementPage | undefined {
    return this.#pages.get(pageOf(step));
  }
}

export function pageOf(step: number): number {
  return Math.floor((step - 1) / pageSteps);
}
