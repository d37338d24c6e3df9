/** The panels below the picture, in two groups of tabs: what the program says, and what it consists of. */
import { Tabs } from 'radix-ui';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { ChannelsPanel } from '../panels/channels/ChannelsPanel.tsx';
import { ConsolePanel } from '../panels/console/ConsolePanel.tsx';
import { ContextsPanel } from '../panels/contexts/ContextsPanel.tsx';
import { DiagnosisPanel } from '../panels/diagnosis/DiagnosisPanel.tsx';
import { ExplorePanel } from '../panels/explore/ExplorePanel.tsx';
import { GoroutinesPanel } from '../panels/goroutines/GoroutinesPanel.tsx';
import { LessonPanel } from '../panels/lesson/LessonPanel.tsx';
import { runGraph } from '../model/index.ts';
import { useWorld } from '../shared/hooks.ts';
import { runStore } from '../state/run.ts';
import { openTab } from '../state/view.ts';
import type { DockTab } from '../state/view.ts';
import { countText } from '../model/count.ts';

const panels: Readonly<Record<DockTab, () => ReactElement>> = {
  Console: ConsolePanel,
  Lesson: LessonPanel,
  Goroutines: GoroutinesPanel,
  Channels: ChannelsPanel,
  Contexts: ContextsPanel,
  Diagnosis: DiagnosisPanel,
  Explore: ExplorePanel,
};

interface Props {
  /** Contexts only where the run has some. */
  readonly tabs: readonly DockTab[];
  readonly open: DockTab;
  readonly label: string;
}

export function Dock({ tabs: all, open, label }: Props): ReactElement {
  const contexts = useStore(runStore, (state) => state.recording !== undefined && runGraph(state.recording.model).contexts.length > 0);
  const tabs = all.filter((tab) => tab !== 'Contexts' || contexts);
  return (
    <Tabs.Root className="dock" value={tabs.includes(open) ? open : tabs[0]} onValueChange={(tab) => openTab(tab as DockTab)} data-debugger>
      <Tabs.List className="tabs" aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Trigger key={tab} value={tab}>
            {tab}
            <Count tab={tab} />
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Content key={tab} value={tab} className="panel" tabIndex={-1}>
          <PanelOf tab={tab} />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

export function PanelOf({ tab }: { readonly tab: DockTab }): ReactElement {
  const Panel = panels[tab];
  return <Panel />;
}

/** How many there are behind a tab. Not part of its name. */
function Count({ tab }: { readonly tab: DockTab }): ReactElement | null {
  const world = useWorld();
  const wrong = useStore(runStore, (state) => isWrong(state.recording?.trace.verdict.kind));
  if (tab === 'Goroutines' && world) return <Badge count={world.goroutines.length} />;
  if (tab === 'Channels' && world) return <Badge count={world.channels.length} />;
  if (tab === 'Contexts' && world) return <Badge count={world.contexts.length} />;
  if (tab === 'Diagnosis' && wrong) return <Badge count={1} tone="bad" />;
  return null;
}

function Badge({ count, tone = '' }: { readonly count: number; readonly tone?: string }): ReactElement {
  return (
    <em className={`count ${tone}`} aria-hidden="true">
      {countText(count)}
    </em>
  );
}

export function isWrong(kind: string | undefined): boolean {
  return kind !== undefined && kind !== 'ok' && kind !== 'stopped' && kind !== 'exit';
}
