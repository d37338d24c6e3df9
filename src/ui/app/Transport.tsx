/** The buttons that move the cursor, in the order of time. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { CommandButton } from '../shared/CommandButton.tsx';
import { Icon } from '../shared/Icon.tsx';
import { playbackStore } from '../state/playback.ts';

export function Transport(): ReactElement {
  return (
    <div className="transport" role="group" aria-label="Transport">
      <CommandButton id="toStart">
        <Icon name="start" />
      </CommandButton>
      <CommandButton id="previousEvent">
        <Icon name="previousEvent" />
      </CommandButton>
      <CommandButton id="stepBack">
        <Icon name="back" />
      </CommandButton>
      <PlayBackwardsButton />
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

export function PlayButton(): ReactElement {
  const moving = useStore(playbackStore, (state) => state.direction !== 0);
  return (
    <CommandButton id="playPause" className="main" name={moving ? 'Pause' : 'Play'}>
      <Icon name={moving ? 'pause' : 'play'} />
    </CommandButton>
  );
}

function PlayBackwardsButton(): ReactElement {
  return (
    <CommandButton id="playBackwards">
      <Icon name="playBackwards" />
    </CommandButton>
  );
}
