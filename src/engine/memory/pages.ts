/** Copies of a stretch of memory that share the pages in which they do not differ: a run changes little of its memory between two of them. */

/** Words of 32 bits. */
const pageWords = 512;

export interface PagedCopy {
  /** Words. */
  readonly length: number;
  /** So many of them were copied, the others are shared with a copy before. */
  readonly copied: number;
  readonly pages: readonly Int32Array[];
}

/** Words from ... to; what is as in `before`, a copy of the same stretch (it may have been shorter or longer), is shared with it. */
export function copyPages(words: Int32Array, from: number, to: number, before?: PagedCopy): PagedCopy {
  const pages: (Int32Array | undefined)[] = [];
  let changed = 0;
  for (let at = from; at < to; at += pageWords) {
    const length = Math.min(pageWords, to - at);
    const known = before?.pages[pages.length];
    const same = known?.length === length && isAt(words, at, known);
    pages.push(same ? known : undefined);
    if (!same) changed += length;
  }
  return { length: to - from, copied: changed, pages: filled(pages, words, from, to, new Int32Array(changed)) };
}

/** With what is missing copied into `room`, which they share: one piece of memory is cheaper than many. */
function filled(pages: readonly (Int32Array | undefined)[], words: Int32Array, from: number, to: number, room: Int32Array): readonly Int32Array[] {
  let used = 0;
  return pages.map((known, i) => {
    if (known) return known;
    const at = from + i * pageWords;
    const page = room.subarray(used, used + Math.min(pageWords, to - at));
    page.set(words.subarray(at, at + page.length));
    used += page.length;
    return page;
  });
}

export function writePages(words: Int32Array, from: number, { pages }: PagedCopy): void {
  let at = from;
  for (const page of pages) {
    words.set(page, at);
    at += page.length;
  }
}

/** Bytes that these copies take together: pages that are no longer needed stay with those that were copied along with them. */
export function bytesOf(copies: Iterable<PagedCopy>): number {
  const seen = new Set<ArrayBufferLike>();
  let bytes = 0;
  for (const { pages } of copies) {
    for (const { buffer } of pages) {
      if (seen.has(buffer)) continue;
      seen.add(buffer);
      bytes += buffer.byteLength;
    }
  }
  return bytes;
}

/** Four words at a time: this is what most of the time of a checkpoint goes to. */
function isAt(words: Int32Array, at: number, page: Int32Array): boolean {
  const whole = page.length & -4;
  const differs = (i: number): number => (words[at + i] as number) ^ (page[i] as number);
  for (let i = 0; i < whole; i += 4) if ((differs(i) | differs(i + 1) | differs(i + 2) | differs(i + 3)) !== 0) return false;
  for (let i = whole; i < page.length; i++) if (differs(i) !== 0) return false;
  return true;
}
