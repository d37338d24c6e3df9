/** Virtual time as text. Never rounded: what the program cannot have slept is not shown. */

const units = [
  ['s', 1e9],
  ['ms', 1e6],
  ['µs', 1e3],
  ['ns', 1],
] as const;

/** A length of time: "0 s", "250 ms", "1 s", "1.5 s", "90 s": in the largest unit that needs at most three decimals, and a number below 1000. */
export function durationText(nanos: number): string {
  if (nanos === 0) return '0 s';
  const size = Math.abs(nanos);
  for (const [unit, scale] of units) {
    const short = unit === 's' || size < 1000 * scale;
    if (short && size >= scale && (nanos * 1000) % scale === 0) return `${plain(nanos / scale)} ${unit}`;
  }
  return exact(nanos);
}

/** Between the units: all decimals of the largest unit that is not above it. */
function exact(nanos: number): string {
  const [unit, scale] = units.find(([, s]) => Math.abs(nanos) >= s) ?? units[3];
  const text = (Math.abs(nanos) / scale).toFixed(Math.log10(scale)).replace(/\.?0+$/, '');
  return `${nanos < 0 ? '-' : ''}${text} ${unit}`;
}

function plain(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** A reading of the clock or a remaining time: "0 s", "1.000 s", "0.250 s"; more decimals only where there are any. */
export function clockText(nanos: number): string {
  const text = readings.get(nanos) ?? readingOf(nanos);
  if (readings.size > 1000) readings.clear();
  readings.set(nanos, text);
  return text;
}

/** Ten thousand sleepers have a few different times left between them. */
const readings = new Map<number, string>();

function readingOf(nanos: number): string {
  if (nanos === 0) return '0 s';
  const decimals = nanos % 1e6 === 0 ? 3 : nanos % 1e3 === 0 ? 6 : 9;
  return `${(nanos / 1e9).toFixed(decimals)} s`;
}

/** "1 s" in the words of a sentence: "1 second", "250 milliseconds". */
export function spokenDuration(nanos: number): string {
  const [number = '', unit = ''] = durationText(nanos).split(' ');
  const words: Record<string, string> = { s: 'second', ms: 'millisecond', µs: 'microsecond', ns: 'nanosecond' };
  return `${number} ${words[unit] ?? unit}${number === '1' ? '' : 's'}`;
}
