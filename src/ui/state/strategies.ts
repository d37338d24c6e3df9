/** The strategies a run may be asked for, with what a person needs to choose one. */
export interface StrategyChoice {
  readonly name: string;
  readonly title: string;
}

export const strategies: readonly StrategyChoice[] = [
  { name: 'go', title: 'As Go’s scheduler does with one processor' },
  { name: 'fifo', title: 'First ready, first to run' },
  { name: 'lifo', title: 'Last ready, first to run' },
  { name: 'random', title: 'Any runnable goroutine, at every statement' },
  { name: 'pct', title: 'Random priorities with few changes: good at finding rare orders' },
];

export const defaultStrategy = 'go';
export const defaultSeed = 1;
export const maxSeed = 4_294_967_295;

/** Anything else than a whole number in range becomes the nearest one. */
export function validSeed(seed: number): number {
  return Number.isFinite(seed) ? Math.min(maxSeed, Math.max(0, Math.round(seed))) : defaultSeed;
}

export function validStrategy(name: string): string {
  return strategies.some((strategy) => strategy.name === name) ? name : defaultStrategy;
}

/** Forks as text, or none if they are not. */
export function validForks(text: string): string {
  return /^(~\d{1,9}:\d{1,9})*$/.test(text) ? text : '';
}

/** The schedule as the engine, the command line and links write it: "go", "random,7~10:3". */
export function scheduleText({
  strategy,
  seed,
  forks,
}: {
  readonly strategy: string;
  readonly seed: number;
  readonly forks: string;
}): string {
  return `${strategy},${seed}${forks}`;
}
