/** The stage on the page: gives it the layout of the run, the world at the cursor and the selection, straight from the stores. */
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { layoutStage } from '../model/layout/layout.ts';
import { runGraph } from '../model/index.ts';
import { Icon } from '../shared/Icon.tsx';
import { createMeasure } from '../shared/figures/measure.ts';
import { createStage } from '../stage/stage.ts';
import type { Motion, Selection, Stage } from '../stage/stage.ts';
import { cursorStore } from '../state/cursor.ts';
import { begin } from '../state/idle.ts';
import { playbackStore } from '../state/playback.ts';
import { runStore } from '../state/run.ts';
import { clearSelection, selectionStore, toggleGoroutine, toggleObject } from '../state/selection.ts';
import type { Selected } from '../state/selection.ts';
import { currentWorld } from '../state/selectors.ts';
import { motionReduced } from '../state/settings.ts';
import { statementStore } from '../state/statements.ts';
import { registerView, view } from '../state/views.ts';
import { SelectionBar } from './SelectionBar.tsx';

export function StageView({ narrow = false }: { readonly narrow?: boolean }): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => (host.current ? mountStage(host.current, narrow) : undefined), [narrow]);
  return (
    <section className="stage" aria-label="Stage">
      <div className="host" ref={host} />
      <div className="tools">
        <SelectionBar />
        <button
          type="button"
          className="ctl icon"
          aria-label="Fit the picture"
          title="Fit the picture"
          onClick={() => view('stage')?.fit()}
        >
          <Icon name="fit" />
        </button>
      </div>
    </section>
  );
}

function mountStage(host: HTMLElement, narrow: boolean): () => void {
  let endMotion: (() => void) | undefined;
  const stage = createStage(host, {
    onSelect: chosen,
    onMotion(moving) {
      endMotion?.();
      endMotion = moving ? begin('transition') : undefined;
    },
  });
  const measure = createMeasure(host);
  let laidOutFor = 0;
  const layout = () => {
    const { recording } = runStore.getState();
    laidOutFor = host.clientWidth;
    if (recording)
      stage.setRun(layoutStage(runGraph(recording.model), { width: host.clientWidth, narrow, measure }), recording.trace.verdict);
    show(stage, { kind: 'cut' });
  };
  layout();
  stage.select(asSelection(selectionStore.getState().selected));
  const observer = new ResizeObserver(() => {
    if (host.clientWidth === laidOutFor) stage.resize();
    else layout();
  });
  observer.observe(host);
  const stops = [
    runStore.subscribe((now, before) => {
      if (now.recording !== before.recording) layout();
    }),
    cursorStore.subscribe((cursor) => show(stage, motionOf(cursor.motion))),
    statementStore.subscribe(() => show(stage, { kind: 'cut' })),
    selectionStore.subscribe(({ selected }) => stage.select(asSelection(selected))),
    registerView('stage', { fit: () => stage.fit(), reveal: () => revealOn(stage) }),
    () => observer.disconnect(),
    () => stage.destroy(),
    () => endMotion?.(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function show(stage: Stage, motion: Motion): void {
  const world = currentWorld();
  if (world) stage.show(world, motion);
}

function motionOf(motion: 'forward' | 'backward' | 'cut'): Motion {
  if (motion === 'cut' || motionReduced()) return { kind: 'cut' };
  const { direction, speed } = playbackStore.getState();
  return { kind: motion, speed: direction === 0 ? 1 : Math.max(1, speed) };
}

function chosen(selection: Selection | undefined): void {
  if (!selection) clearSelection();
  else if (selection.kind === 'goroutine') toggleGoroutine(selection.id);
  else toggleObject(selection.id);
}

function asSelection(selected: Selected): Selection | undefined {
  return selected.kind === 'none' ? undefined : { kind: selected.kind, id: selected.id };
}

function revealOn(stage: Stage): void {
  const { selected } = selectionStore.getState();
  const current = currentWorld()?.current ?? 0;
  const target = asSelection(selected) ?? (current > 0 ? { kind: 'goroutine' as const, id: current } : undefined);
  if (target) stage.focus(target);
}
