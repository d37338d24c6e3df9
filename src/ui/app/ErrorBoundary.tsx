/** What is left when a view fails: what happened, and the program, which is never lost. */
import { Component } from 'react';
import type { ReactNode } from 'react';
import { programStore } from '../state/program.ts';

interface Props {
  readonly children: ReactNode;
}
interface State {
  readonly error: Error | undefined;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="rescue" role="alert">
        <h1>The page has failed.</h1>
        <p>
          This is a mistake of ours, not of your program: <code>{error.message}</code>. Your program is below and kept in this browser.
          Reload the page to go on.
        </p>
        <textarea
          aria-label="Your program"
          readOnly
          rows={16}
          value={programStore.getState().text}
          onFocus={(event) => event.target.select()}
        />
        <p>
          <button type="button" className="ctl main" onClick={() => location.reload()}>
            Reload
          </button>
        </p>
      </div>
    );
  }
}
