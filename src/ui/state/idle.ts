/**
 * Whether anything is pending (compile, run, seek, layout, transition, fetch), as `<html data-idle>`: tests and people who write them wait
 * for it instead of sleeping. It turns false at once, and true only after the frame that shows the result.
 */
const pending = new Map<symbol, string>();
let announced: ReturnType<typeof setTimeout> | undefined;

function show(idle: boolean): void {
  if (typeof document !== 'undefined') document.documentElement.dataset['idle'] = String(idle);
}

/** Marks the start of something; the returned function, called once, marks its end. */
export function begin(what: string): () => void {
  const key = Symbol(what);
  pending.set(key, what);
  show(false);
  return () => {
    if (pending.delete(key) && pending.size === 0) announce();
  };
}

export async function during<T>(what: string, work: Promise<T>): Promise<T> {
  const end = begin(what);
  try {
    return await work;
  } finally {
    end();
  }
}

/** What is under way, for messages and debugging. */
export function underWay(): readonly string[] {
  return [...pending.values()];
}

/** Two frames: one in which the views draw, one in which the browser has painted them. A hidden page has no frames, hence the timer. */
function announce(): void {
  clearTimeout(announced);
  const settle = () => {
    clearTimeout(announced);
    if (pending.size === 0) show(true);
  };
  announced = setTimeout(settle, 120);
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => requestAnimationFrame(settle));
}
