/** A button for a command: its name, its key and whether it can be used come from the command. */
import type { ReactElement, ReactNode } from 'react';
import { commandOf, perform } from '../state/commands.ts';
import type { CommandId } from '../state/commands.ts';
import { ariaKeys, keyCaps } from '../state/keys.ts';
import { useCommandEnabled } from './hooks.ts';

interface Props {
  readonly id: CommandId;
  readonly children: ReactNode;
  /** The visible text is the name then. */
  readonly labelled?: boolean;
  readonly className?: string;
  /** Where the name changes with the state, as with Play and Pause. */
  readonly name?: string;
}

export function CommandButton({ id, children, labelled = false, className = '', name }: Props): ReactElement {
  const command = commandOf(id);
  const enabled = useCommandEnabled(command);
  const title = name ?? command.title;
  const [key] = command.keys;
  return (
    <button
      type="button"
      className={`ctl ${labelled ? '' : 'icon'} ${className}`}
      aria-label={labelled ? undefined : title}
      aria-disabled={enabled ? undefined : true}
      aria-keyshortcuts={command.keys.length > 0 ? ariaKeys(command.keys) : undefined}
      title={key === undefined ? title : `${title} (${keyCaps(key).join(' ')})`}
      onClick={() => perform(command)}
    >
      {children}
    </button>
  );
}
