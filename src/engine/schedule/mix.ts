/** 32 well-mixed bits of two numbers: how a schedule's seed and a decision's number become a choice. */
export function mix(seed: number, number: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/** One of `count` alternatives, evenly. */
export function pick(seed: number, number: number, count: number): number {
  return Math.floor((mix(seed, number) / 4294967296) * count);
}
