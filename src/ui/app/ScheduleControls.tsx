/** Which execution is recorded: strategy and seed. And how fast it is played. */
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { Icon } from '../shared/Icon.tsx';
import { setForks, setSeed, setStrategy } from '../state/actions.ts';
import { playbackStore, setSpeed, speeds } from '../state/playback.ts';
import { programStore } from '../state/program.ts';
import { maxSeed, strategies } from '../state/strategies.ts';

export function SpeedControl(): ReactElement {
  const speed = useStore(playbackStore, (state) => state.speed);
  return (
    <span className="select quiet">
      <select aria-label="Speed" title="Speed (+ and -)" value={speed} onChange={(event) => setSpeed(Number(event.target.value))}>
        {speeds.map((value) => (
          <option key={value} value={value}>
            {value}×
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}

export function ScheduleControls(): ReactElement {
  const strategy = useStore(programStore, (state) => state.strategy);
  return (
    <span className="schedule ctl box" role="group" aria-label="Schedule">
      <Icon name="dice" />
      <span className="select">
        <select
          aria-label="Strategy"
          title={strategies.find(({ name }) => name === strategy)?.title}
          value={strategy}
          onChange={(event) => setStrategy(event.target.value)}
        >
          {strategies.map(({ name, title }) => (
            <option key={name} value={name} title={title}>
              {name}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
      <span className="seed">
        <span aria-hidden="true">seed</span>
        <SeedInput />
      </span>
      <Forks />
    </span>
  );
}

/** That the run differs from its strategy, and the way back. */
function Forks(): ReactElement | null {
  const forks = useStore(programStore, (state) => state.forks);
  if (forks === '') return null;
  return (
    <button
      type="button"
      className="forks"
      aria-label={`Forked at ${forks}: back to the strategy’s own choices`}
      title="Back to the strategy’s own choices"
      onClick={() => setForks('')}
    >
      <code>{forks.length > 12 ? `${forks.slice(0, 11)}…` : forks}</code>
      <Icon name="close" />
    </button>
  );
}

/** What is typed counts when the field is left, at Enter and with each press of the arrows. */
function SeedInput(): ReactElement {
  const seed = useStore(programStore, (state) => state.seed);
  const [typed, setTyped] = useState(String(seed));
  useEffect(() => setTyped(String(seed)), [seed]);
  const commit = () => {
    if (typed.trim() === '') setTyped(String(seed));
    else setSeed(Number(typed));
  };
  return (
    <input
      type="number"
      aria-label="Seed"
      title="Seed: another number, another execution"
      min={0}
      max={maxSeed}
      step={1}
      value={typed}
      style={{ width: `${Math.max(2, typed.length) + 3}ch` }}
      onChange={(event) => {
        setTyped(event.target.value);
        if (isStepOfArrows(event.nativeEvent)) setSeed(Number(event.target.value));
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

/** Browsers report the arrows of a number field as input events without an input type. */
function isStepOfArrows(event: Event): boolean {
  return !(event instanceof InputEvent) || event.inputType === '';
}
