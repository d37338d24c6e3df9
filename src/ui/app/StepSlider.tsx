/** The cursor as an ARIA slider over the playhead: its value is the step, its value text the narration. */
import type { KeyboardEvent, ReactElement, Ref } from 'react';
import { useNarration, useWorld } from '../shared/hooks.ts';
import { moveTo } from '../state/moves.ts';
import { pause } from '../state/playback.ts';

/** A page is a tenth of the run. */
const pages = 10;

interface Props {
  readonly element: Ref<HTMLDivElement>;
  /** The step under a place of the pointer, in CSS pixels of the page. */
  readonly stepAt: (clientX: number) => number;
}

export function StepSlider({ element, stepAt }: Props): ReactElement {
  const world = useWorld();
  const narration = useNarration();
  const { step, steps } = world ?? { step: 0, steps: 0 };
  return (
    <div
      ref={element}
      className="slider"
      role="slider"
      tabIndex={0}
      aria-label="Step"
      aria-valuemin={0}
      aria-valuemax={steps}
      aria-valuenow={step}
      aria-valuetext={narration?.text ?? 'Nothing has run yet.'}
      aria-orientation="horizontal"
      onKeyDown={(event) => turnPages(event, step, steps)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        pause();
        moveTo(stepAt(event.clientX));
      }}
    />
  );
}

/** Left, Right, Home and End are keys of the whole page. */
function turnPages(event: KeyboardEvent, step: number, steps: number): void {
  const page = Math.max(1, Math.round(steps / pages));
  const moves: Readonly<Record<string, number>> = { PageUp: page, PageDown: -page, ArrowUp: 1, ArrowDown: -1 };
  const by = moves[event.key];
  if (by === undefined) return;
  event.preventDefault();
  pause();
  moveTo(step + by);
}
