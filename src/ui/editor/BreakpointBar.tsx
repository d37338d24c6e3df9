/** The lines at which continuing stops, in words: the gutter shows them to the eye alone. Nothing while there are none. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { CommandButton } from '../shared/CommandButton.tsx';
import { Icon } from '../shared/Icon.tsx';
import { breakpointStore, setBreakpoints, toggleBreakpoint } from '../state/breakpoints.ts';

/** More are in the gutter. */
const listed = 8;

export function BreakpointBar(): ReactElement | null {
  const lines = useStore(breakpointStore, (state) => state.lines);
  if (lines.length === 0) return null;
  return (
    <div className="stops" role="group" aria-label="Breakpoints" data-debugger>
      <span className="t3">Stops at line</span>
      {lines.slice(0, listed).map((line) => (
        <button
          key={line}
          type="button"
          className="stopline"
          aria-label={`Remove the breakpoint at line ${line}`}
          title="Remove"
          onClick={() => toggleBreakpoint(line)}
        >
          {line}
        </button>
      ))}
      {lines.length > listed && <span className="t3">+{lines.length - listed}</span>}
      <button type="button" className="ctl small" onClick={() => setBreakpoints([])}>
        Clear
      </button>
      <span className="ends">
        <CommandButton id="continueBack">
          <Icon name="stopBack" />
        </CommandButton>
        <CommandButton id="continue">
          <Icon name="stopNext" />
        </CommandButton>
      </span>
    </div>
  );
}
