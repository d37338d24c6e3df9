/** Copies of a stretch of memory that share the pages in which they do not differ: a run changes little of its memory between two of them. */

/** Words of 32 bits. */
const pageWords = 1024;

export interface PagedCopy {
  /** Words. */
  readonly length: number;
  readonly pages: readonly Int32Array[];
}

/** Words from ... to; what is as in `before`, a copy of the same stretch (it may have been shorter or longer), is shared with it. */
export function copyPages(words: Int32Array, from: number, to: number, before?: PagedCopy): PagedCopy {
  const pages: Int32Array[] = [];
  for (let at = from; at < to; at += pageWords) {
    const end = Math.min(at + pageWords, to);
    const known = before?.pages[pages.length];
    pages.push(known?.length === end - at && isAt(words, at, known) ? known : words.slice(at, end));
  }
  return { length: to - from, pages };
}

export function writePages(words: Int32Array, from: number, { pages }: PagedCopy): void {
  let at = from;
  for (const page of pages) {
    words.set(page, at);
    at += page.length;
  }
}

/** Bytes that these copies take together. */
export function bytesOf(copies: Iterable<PagedCopy>): number {
  const seen = new Set<Int32Array>();
  let bytes = 0;
  for (const { pages } of copies) {
    for (const page of pages) {
      if (seen.has(page)) continue;
      seen.add(page);
      bytes += page.byteLength;
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
