import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { CommandButton } from '../shared/CommandButton.tsx';
import { Icon } from '../shared/Icon.tsx';
import { settingsStore } from '../state/settings.ts';

export function ThemeButton(): ReactElement {
  const theme = useStore(settingsStore, (state) => state.theme);
  return (
    <CommandButton id="theme" name={`Theme: ${theme === 'system' ? 'as the system' : theme}`}>
      <Icon name="theme" />
    </CommandButton>
  );
}
