/** One sentence for the step, read out politely, with where and when it is. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Narration, NarrationPart } from '../model/types.ts';
import { clockText } from '../model/duration.ts';
import { Chip, Glyph, ValueToken } from '../shared/Figure.tsx';
import { useNarration, useWorld } from '../shared/hooks.ts';
import { runStore, stopRun } from '../state/run.ts';
import { useLongRun } from './RunButton.tsx';
import { countText } from '../model/count.ts';

export function NarrationBar(): ReactElement {
  const narration = useNarration();
  const tone = narration?.tone === 'bad' ? 'bad' : narration?.tone === 'cancel' ? 'sig' : '';
  return (
    <div className={`say ${tone}`}>
      <p className="line" role="status" aria-label="Narration" aria-live="polite">
        <Sentence narration={narration} />
      </p>
      <Where />
    </div>
  );
}

export function Sentence({ narration }: { readonly narration: Narration | undefined }): ReactElement {
  if (useLongRun()) return <Running />;
  if (!narration) return <span className="why">Nothing has run yet.</span>;
  return (
    <>
      <Subject narration={narration} />
      {narration.parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
      {narration.why !== '' && <span className="why"> {narration.why}</span>}
    </>
  );
}

function Running(): ReactElement {
  const steps = useStore(runStore, (state) => state.progress?.steps ?? 0);
  const events = useStore(runStore, (state) => state.progress?.events ?? 0);
  return (
    <>
      <b>Running.</b> <span className="why">{countText(steps)} steps, {countText(events)} events so far.</span>{' '}
      <button type="button" className="ctl box inline" onClick={stopRun}>
        Stop
      </button>
    </>
  );
}

function Subject({ narration }: { readonly narration: Narration }): ReactElement | null {
  if (narration.tone === 'bad') return <Glyph name="stuck" />;
  if (narration.goroutine === 0) return null;
  return (
    <span aria-hidden="true">
      <Chip goroutine={narration.goroutine} large />
    </span>
  );
}

function Part({ part }: { readonly part: NarrationPart }): ReactElement {
  switch (part.kind) {
    case 'strong':
      return <b>{part.text}</b>;
    case 'code':
      return <code>{part.text}</code>;
    case 'token':
      return <ValueToken token={part.token} />;
    case 'text':
      return <>{part.text}</>;
  }
}

export function Where(): ReactElement {
  const world = useWorld();
  const { step, steps, now } = world ?? { step: 0, steps: 0, now: 0 };
  return (
    <span className="at">
      <span>
        step <b>{countText(step)}</b> / {countText(steps)}
      </span>
      <span>
        t = <b>{clockText(now)}</b>
      </span>
    </span>
  );
}
