/** The timeline on the page (on a phone also the strip under the narration), with the slider `Step` over its playhead. */
import { useEffect, useRef, useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import { CommandButton } from '../shared/CommandButton.tsx';
import { Icon } from '../shared/Icon.tsx';
import { createTimeline, idealHeight } from '../timeline/timeline.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { cursorStore } from '../state/cursor.ts';
import { moveTo } from '../state/moves.ts';
import { pause } from '../state/playback.ts';
import { runStore } from '../state/run.ts';
import type { Recording } from '../state/run.ts';
import { toggleGoroutine } from '../state/selection.ts';
import { currentWorld, timelineOf } from '../state/selectors.ts';
import { settingsStore } from '../state/settings.ts';
import { openChoice } from '../state/view.ts';
import { registerView } from '../state/views.ts';
import { StepSlider } from './StepSlider.tsx';

/** Steps side by side on a timeline of usual width. */
const legible = 400;

/** CSS pixels, before there is a run. */
const restHeight = 228;

export function wantedTimelineHeight(recording: Recording | undefined): number {
  return recording ? idealHeight(timelineOf(recording)) : restHeight;
}

export function TimelineView({ strip = false }: { readonly strip?: boolean }): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const timeline = useTimeline(host, slider, strip);
  return (
    <section className={strip ? 'striphost' : 'timeline'} aria-label={strip ? 'Scrubber' : 'Timeline'}>
      <div className="host" ref={host} />
      {!strip && <TimelineTools />}
      <StepSlider element={slider} stepAt={(x) => timeline?.stepOf(x - (host.current?.getBoundingClientRect().left ?? 0)) ?? 0} />
    </section>
  );
}

/** Above the lanes' heads, beside the word "step". */
function TimelineTools(): ReactElement {
  return (
    <div className="timetools" role="group" aria-label="Part of the timeline">
      <CommandButton id="panLeft">
        <Icon name="back" />
      </CommandButton>
      <CommandButton id="zoomOut">
        <Icon name="minus" />
      </CommandButton>
      <CommandButton id="zoomIn">
        <Icon name="plus" />
      </CommandButton>
      <CommandButton id="panRight">
        <Icon name="next" />
      </CommandButton>
    </div>
  );
}

function useTimeline(
  host: RefObject<HTMLDivElement | null>,
  slider: RefObject<HTMLDivElement | null>,
  strip: boolean,
): Timeline | undefined {
  const [timeline, setTimeline] = useState<Timeline>();
  useEffect(() => {
    if (!host.current || !slider.current) return undefined;
    const made = createTimeline(host.current, {
      onSeek(step) {
        pause();
        moveTo(step);
      },
      onChoice: chooseAt,
      onSelect: toggleGoroutine,
    });
    setTimeline(made);
    const stop = connect(made, host.current, slider.current, strip);
    return () => {
      stop();
      made.destroy();
    };
  }, [host, slider, strip]);
  return timeline;
}

function connect(timeline: Timeline, host: HTMLElement, slider: HTMLElement, strip: boolean): () => void {
  const place = () => placeThumb(slider, timeline.xOf(cursorStore.getState().step), host.clientWidth);
  const show = () => {
    timeline.show(cursorStore.getState().step, currentWorld());
    place();
  };
  const reset = () => {
    const { recording } = runStore.getState();
    if (recording) timeline.setRun(timelineOf(recording), { narrow: strip });
    show();
    if (recording && !strip) showLegibly(timeline, recording.trace.steps);
  };
  const redraw = () => {
    timeline.resize();
    place();
  };
  /** The range is moved by the wheel inside the drawing; the thumb follows after it. */
  const follow = () => requestAnimationFrame(place);
  const moved = (move: () => void) => {
    move();
    place();
  };
  reset();
  const observer = new ResizeObserver(redraw);
  observer.observe(host);
  host.addEventListener('wheel', follow, { passive: true });
  const controls = {
    zoomBy: (factor: number) => moved(() => (factor > 1 ? timeline.zoomIn() : timeline.zoomOut())),
    panBy: (share: number) => moved(() => timeline.pan(share)),
    fit: reset,
    reveal: show,
  };
  const stops = [
    runStore.subscribe((now, before) => {
      if (now.recording !== before.recording) reset();
    }),
    cursorStore.subscribe(show),
    // Colours on the canvas are resolved when drawn.
    settingsStore.subscribe((now, before) => {
      if (now.theme !== before.theme) requestAnimationFrame(redraw);
    }),
    strip ? () => undefined : registerView('timeline', controls),
    () => observer.disconnect(),
    () => host.removeEventListener('wheel', follow),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** A long run is shown from the cursor on, as much of it as can be read: the whole of it would be a smear. */
function showLegibly(timeline: Timeline, steps: number): void {
  for (let span = steps; span > legible; span /= 1.5) timeline.zoomIn();
}

/** Out of sight when the playhead is. */
function placeThumb(slider: HTMLElement, x: number, width: number): void {
  slider.style.transform = `translateX(${Math.round(Math.min(width + 40, Math.max(-40, x)))}px)`;
}

function chooseAt(event: number): void {
  const { recording } = runStore.getState();
  if (!recording) return;
  pause();
  moveTo(recording.trace.step[event] ?? 0);
  openChoice(event);
}
