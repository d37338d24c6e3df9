/** The page's head: what runs, how time moves, how it is scheduled, and everything about the page itself. */
import type { ReactElement } from 'react';
import { CommandButton } from '../shared/CommandButton.tsx';
import { Icon, Logo } from '../shared/Icon.tsx';
import { PatternsMenu } from './PatternsMenu.tsx';
import { RunButton } from './RunButton.tsx';
import { ScheduleControls, SpeedControl } from './ScheduleControls.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { Transport } from './Transport.tsx';

export function Header(): ReactElement {
  return (
    <header className="head">
      <div className="brand">
        <Logo />
        <h1>Interleave</h1>
        <PatternsMenu />
        <RunButton />
      </div>
      <div className="drive" data-debugger>
        <Transport />
        <span className="sep" />
        <SpeedControl />
        <ScheduleControls />
      </div>
      <div className="side">
        <CommandButton id="share" labelled>
          <Icon name="share" /> Share
        </CommandButton>
        <ThemeButton />
        <CommandButton id="settings">
          <Icon name="settings" />
        </CommandButton>
        <CommandButton id="keys">
          <Icon name="help" />
        </CommandButton>
      </div>
    </header>
  );
}
