import type { Measure } from './text.ts';

/** What a figure needs to know beyond its state: how wide text is, and the prefix of the drawing's ids. */
export interface Pen {
  readonly measure: Measure;
  readonly scope: string;
}
