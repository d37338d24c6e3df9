import { DropdownMenu } from 'radix-ui';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { patterns } from '../../gallery/index.ts';
import { Icon } from '../shared/Icon.tsx';
import { openPattern, openPrevious } from '../state/actions.ts';
import { programStore } from '../state/program.ts';

export function PatternsMenu(): ReactElement {
  const current = useStore(programStore, (state) => state.pattern);
  const previous = useStore(programStore, (state) => state.previous);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="ctl box">
        Patterns <Icon name="down" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={6} collisionPadding={8}>
          {patterns.map((pattern) => (
            <DropdownMenu.Item key={pattern.id} className="entry" textValue={pattern.title} onSelect={() => openPattern(pattern.id)}>
              <span className="tick">{pattern.id === current && <Icon name="check" />}</span>
              <span>
                <b>{pattern.title}</b>
                <small>{pattern.description}</small>
              </span>
            </DropdownMenu.Item>
          ))}
          {previous !== '' && (
            <>
              <DropdownMenu.Separator className="rule" />
              <DropdownMenu.Item className="entry" onSelect={openPrevious}>
                <span className="tick">
                  <Icon name="file" />
                </span>
                <span>
                  <b>Your last program</b>
                  <small>{firstLine(previous)}</small>
                </span>
              </DropdownMenu.Item>
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** What a person may know a program by: its first function that is not main, or its length. */
function firstLine(text: string): string {
  const lines = text.split('\n').length;
  const found = /^func (?!main\b)(?:\([^)]*\) )?\w+/m.exec(text);
  return `${lines} lines${found ? `, ${found[0]}` : ''}`;
}
