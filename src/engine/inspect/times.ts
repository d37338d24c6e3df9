/** Durations and instants as package time prints them. */

const second = 1_000_000_000n;

/** "1.5s", "2h0m0s", "250ms": as Duration.String. */
export function durationText(nanos: bigint): string {
  if (nanos === 0n) return '0s';
  if (nanos < 0n) return `-${durationText(-nanos)}`;
  if (nanos < 1000n) return `${nanos}ns`;
  if (nanos < 1_000_000n) return `${decimal(nanos, 1000n)}µs`;
  if (nanos < second) return `${decimal(nanos, 1_000_000n)}ms`;
  const minutes = nanos / (60n * second);
  const seconds = `${decimal(nanos % (60n * second), second)}s`;
  if (minutes === 0n) return seconds;
  return minutes < 60n ? `${minutes}m${seconds}` : `${minutes / 60n}h${minutes % 60n}m${seconds}`;
}

/** nanos / unit without trailing zeros. */
function decimal(nanos: bigint, unit: bigint): string {
  const digits = String(unit).length - 1;
  const fraction = String(nanos % unit)
    .padStart(digits, '0')
    .replace(/0+$/, '');
  return fraction === '' ? String(nanos / unit) : `${nanos / unit}.${fraction}`;
}

const secondsPerDay = 86_400n;

/** "2009-11-10 23:00:01.5 +0000 UTC": as Time.String, at universal time. `seconds` since the first instant of year 1. */
export function timeText(seconds: bigint, nanos: bigint): string {
  const day = floorDivide(seconds, secondsPerDay);
  const rest = Number(seconds - day * secondsPerDay);
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map((part) => two(part)).join(':');
  const fraction = nanos === 0n ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
  return `${dateText(Number(day))} ${clock}${fraction} +0000 UTC`;
}

const daysPer400Years = 146_097;
/** From 1 March of year 0, with which a cycle of 400 years is best begun, to 1 January of year 1. */
const fromMarch = 306;

/** Days since 1 January of year 1 as a date, by Hinnant's way: years begin in March, so that the leap day is their last. */
function dateText(day: number): string {
  const shifted = day + fromMarch;
  const cycle = Math.floor(shifted / daysPer400Years);
  const inCycle = shifted - cycle * daysPer400Years;
  const year = Math.floor((inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) / 365);
  const inYear = inCycle - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * inYear + 2) / 153);
  const dayOfMonth = inYear - Math.floor((153 * month + 2) / 5) + 1;
  const january = month >= 10 ? 1 : 0;
  return `${String(cycle * 400 + year + january).padStart(4, '0')}-${two(january ? month - 9 : month + 3)}-${two(dayOfMonth)}`;
}

const two = (n: number): string => String(n).padStart(2, '0');

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return quotient * b > a ? quotient - 1n : quotient;
}
