import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useMedia } from '../shared/hooks.ts';
import { settingsStore } from '../state/settings.ts';
import { Alerts } from './Alerts.tsx';
import { ChoiceDialog } from './ChoiceDialog.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { isEmbedded } from '../state/embedded.ts';
import { Embed } from './Embed.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { narrow } from './narrow.ts';
import { Phone } from './Phone.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import { Shell } from './Shell.tsx';

export function App(): ReactElement {
  useTheme();
  const phone = useMedia(narrow);
  return (
    <>
      {isEmbedded ? <Embed /> : phone ? <Phone /> : <Shell />}
      <Alerts />
      <ShareDialog />
      <SettingsDialog />
      <KeysDialog />
      <CommandPalette />
      <ChoiceDialog />
    </>
  );
}

/** The chosen theme, or none: the tokens then follow the system. */
function useTheme(): void {
  const theme = useStore(settingsStore, (state) => state.theme);
  const motion = useStore(settingsStore, (state) => state.motion);
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    root.dataset['motion'] = motion;
  }, [theme, motion]);
}
