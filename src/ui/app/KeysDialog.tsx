import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { commands } from '../state/commands.ts';
import type { Command, CommandGroup } from '../state/commands.ts';
import { isSingleKey, keyCaps } from '../state/keys.ts';
import { settingsStore } from '../state/settings.ts';
import { Modal } from './Modal.tsx';

const groups: readonly { readonly group: CommandGroup; readonly title: string }[] = [
  { group: 'Move', title: 'Move the cursor' },
  { group: 'Play', title: 'Play' },
  { group: 'Debugger', title: 'On one goroutine, with the focus on the picture or the panels' },
  { group: 'Timeline', title: 'Timeline and selection' },
  { group: 'Program', title: 'Program and page' },
];

export function KeysDialog(): ReactElement {
  const singleKeys = useStore(settingsStore, (state) => state.singleKeys);
  return (
    <Modal name="keys" title="Keyboard shortcuts" className="wide">
      <div className="keysheet">
        {groups.map(({ group, title }) => (
          <section key={group}>
            <h3>{title}</h3>
            <dl>
              {(commands as readonly Command[])
                .filter((command) => command.group === group && command.keys.length > 0)
                .map((command) => (
                  <Row key={command.id} command={command} singleKeys={singleKeys} />
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="t2">
        {singleKeys ? 'Single letters and signs can be turned off in Settings.' : 'Single letters and signs are turned off in Settings.'} No
        key is taken while you type.
      </p>
    </Modal>
  );
}

function Row({ command, singleKeys }: { readonly command: Command; readonly singleKeys: boolean }): ReactElement {
  return (
    <div>
      <dt>{command.title}</dt>
      <dd>
        {command.keys.map((key) => (
          <Keys key={key} text={key} off={isSingleKey(key) && !singleKeys} />
        ))}
      </dd>
    </div>
  );
}

export function Keys({ text, off = false }: { readonly text: string; readonly off?: boolean }): ReactElement {
  return (
    <span className={off ? 'keys off' : 'keys'}>
      {keyCaps(text).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
