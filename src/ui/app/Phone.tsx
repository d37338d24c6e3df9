/** The page on a phone: one view at a time, narration, scrubber and transport under the thumb, tabs at the bottom. */
import { Tabs } from 'radix-ui';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { EditorPanel } from '../editor/EditorPanel.tsx';
import { CommandButton } from '../shared/CommandButton.tsx';
import { Icon, Logo } from '../shared/Icon.tsx';
import type { IconName } from '../shared/Icon.tsx';
import { useNarration } from '../shared/hooks.ts';
import { moreTabs, openPhoneView, phoneViews, viewStore } from '../state/view.ts';
import type { PhoneView } from '../state/view.ts';
import { Dock, PanelOf } from './Dock.tsx';
import { Sentence, Where } from './NarrationBar.tsx';
import { PatternsMenu } from './PatternsMenu.tsx';
import { RunButton } from './RunButton.tsx';
import { ScheduleControls, SpeedControl } from './ScheduleControls.tsx';
import { StageView } from './StageView.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { TimelineView } from './TimelineView.tsx';
import { PlayButton } from './Transport.tsx';

const icons: Readonly<Record<PhoneView, IconName>> = {
  Code: 'code',
  Stage: 'stage',
  Timeline: 'timeline',
  Console: 'console',
  More: 'more',
};

export function Phone(): ReactElement {
  const open = useStore(viewStore, (view) => view.phone);
  return (
    <Tabs.Root className="phone" value={open} onValueChange={(view) => openPhoneView(view as PhoneView)}>
      <header className="top">
        <Logo />
        <h1 className="sr">Interleave</h1>
        <PatternsMenu />
        <RunButton />
        <span className="fill" />
        <CommandButton id="share">
          <Icon name="share" />
        </CommandButton>
        <CommandButton id="keys">
          <Icon name="help" />
        </CommandButton>
      </header>
      <main className="views" data-debugger>
        {phoneViews.map((view) => (
          <Tabs.Content key={view} value={view} className="phoneview" tabIndex={-1}>
            <ViewOf view={view} />
          </Tabs.Content>
        ))}
      </main>
      <Tell />
      <div className="strip" data-debugger>
        {open !== 'Timeline' && <TimelineView strip />}
      </div>
      <PhoneTransport />
      <Tabs.List className="bar" aria-label="Views">
        {phoneViews.map((view) => (
          <Tabs.Trigger key={view} value={view}>
            <Icon name={icons[view]} />
            {view}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
    </Tabs.Root>
  );
}

function ViewOf({ view }: { readonly view: PhoneView }): ReactElement {
  switch (view) {
    case 'Code':
      return <EditorPanel />;
    case 'Stage':
      return <StageView narrow />;
    case 'Timeline':
      return <TimelineView />;
    case 'Console':
      return <PanelOf tab="Console" />;
    case 'More':
      return <More />;
  }
}

function More(): ReactElement {
  const open = useStore(viewStore, (view) => view.more);
  return (
    <div className="more">
      <div className="morebar">
        <ScheduleControls />
        <SpeedControl />
        <span className="fill" />
        <CommandButton id="playBackwards">
          <Icon name="playBackwards" />
        </CommandButton>
        <ThemeButton />
        <CommandButton id="settings">
          <Icon name="settings" />
        </CommandButton>
      </div>
      <Dock tabs={moreTabs} open={open} label="State, verdict and lesson" />
    </div>
  );
}

export function Tell(): ReactElement {
  const narration = useNarration();
  const tone = narration?.tone === 'bad' ? 'bad' : narration?.tone === 'cancel' ? 'sig' : '';
  return (
    <div className={`tell ${tone}`}>
      <p role="status" aria-label="Narration" aria-live="polite">
        <Sentence narration={narration} />
      </p>
      <Where />
    </div>
  );
}

export function PhoneTransport(): ReactElement {
  return (
    <div className="keysrow" role="group" aria-label="Transport" data-debugger>
      <CommandButton id="toStart">
        <Icon name="start" />
      </CommandButton>
      <CommandButton id="previousEvent">
        <Icon name="previousEvent" />
      </CommandButton>
      <CommandButton id="stepBack">
        <Icon name="back" />
      </CommandButton>
      <PlayButton />
      <CommandButton id="stepForward">
        <Icon name="next" />
      </CommandButton>
      <CommandButton id="nextEvent">
        <Icon name="nextEvent" />
      </CommandButton>
      <CommandButton id="toEnd">
        <Icon name="end" />
      </CommandButton>
    </div>
  );
}
