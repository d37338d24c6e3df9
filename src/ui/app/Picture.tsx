/** Stage above, timeline below; the timeline takes its lanes' height and at most half, until a person drags the boundary. */
import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { useStore } from 'zustand';
import { runStore } from '../state/run.ts';
import { StageView } from './StageView.tsx';
import { TimelineView, wantedTimelineHeight } from './TimelineView.tsx';

export function Picture(): ReactElement {
  const recording = useStore(runStore, (state) => state.recording);
  const timeline = usePanelRef();
  const wanted = wantedTimelineHeight(recording);
  useEffect(() => timeline.current?.resize(wanted), [timeline, wanted]);
  return (
    <div className="view" data-debugger>
      <Group orientation="vertical">
        <Panel id="stage" minSize={120}>
          <StageView />
        </Panel>
        <Separator className="grip horizontal" aria-label="Height of the timeline" />
        <Panel id="timeline" panelRef={timeline} defaultSize={wanted} minSize={88} maxSize="75%" groupResizeBehavior="preserve-pixel-size">
          <TimelineView />
        </Panel>
      </Group>
    </div>
  );
}
