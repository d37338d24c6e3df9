/** Every command by name: type, choose with the arrows, Enter. */
import { useMemo, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useStore } from 'zustand';
import { commands, perform } from '../state/commands.ts';
import type { Command } from '../state/commands.ts';
import { closeDialog, viewStore } from '../state/view.ts';
import { Keys } from './KeysDialog.tsx';
import { Modal } from './Modal.tsx';

export function CommandPalette(): ReactElement {
  const open = useStore(viewStore, (view) => view.dialog === 'palette');
  return (
    <Modal name="palette" title="Command palette" className="palette">
      {open && <Chooser />}
    </Modal>
  );
}

function Chooser(): ReactElement {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = useMemo(() => matching(typed), [typed]);
  const at = Math.min(chosen, found.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setChosen((at + 1) % found.length);
    else if (event.key === 'ArrowUp') setChosen((at + found.length - 1) % found.length);
    else if (event.key === 'Enter') choose(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className="find"
        role="combobox"
        aria-label="Command"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[at] ? `command-${found[at].id}` : undefined}
        placeholder="Type a command"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-list" role="listbox" aria-label="Commands">
        {found.map((command, index) => (
          <li
            key={command.id}
            id={`command-${command.id}`}
            role="option"
            aria-selected={index === at}
            aria-disabled={!command.enabled()}
            ref={(element) => {
              if (index === at) element?.scrollIntoView({ block: 'nearest' });
            }}
            onPointerMove={() => setChosen(index)}
            onClick={() => choose(command)}
          >
            <span>{command.title}</span>
            {command.keys[0] !== undefined && <Keys text={command.keys[0]} />}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="t2">No command has this in its name.</p>}
    </>
  );
}

function matching(typed: string): readonly Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return (commands as readonly Command[]).filter(
    ({ id, title }) => id !== 'palette' && words.every((word) => title.toLowerCase().includes(word)),
  );
}

/** The palette goes first: a command may open another dialog, or ask for the focus. */
function choose(command: Command | undefined): void {
  if (!command) return;
  closeDialog();
  perform(command);
}
