/** What commands may ask of the views that are on the page. A view registers itself while it is mounted. */
export interface TimelineControls {
  zoomBy(factor: number): void;
  /** Shares of the visible width; positive is to later steps. */
  panBy(share: number): void;
  /** The whole run. */
  fit(): void;
  /** Brings the cursor into sight. */
  reveal(): void;
}
export interface StageControls {
  fit(): void;
  /** Brings the selection, or the goroutine of the step, into sight. */
  reveal(): void;
}
export interface EditorControls {
  format(): void;
  revealLine(line: number): void;
  focus(): void;
  /** Where the text cursor is. */
  line(): number;
}

interface Views {
  timeline?: TimelineControls;
  stage?: StageControls;
  editor?: EditorControls;
}
const views: Views = {};

/** Returns the function that takes it back. */
export function registerView<K extends keyof Views>(name: K, controls: NonNullable<Views[K]>): () => void {
  views[name] = controls as Views[K];
  return () => {
    if (views[name] === controls) delete views[name];
  };
}

export function view<K extends keyof Views>(name: K): Views[K] {
  return views[name];
}
