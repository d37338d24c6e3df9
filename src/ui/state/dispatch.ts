/** From key presses to commands. Nothing is taken from a person who types, nor from a control that uses the key itself. */
import { commands, perform } from './commands.ts';
import type { Command } from './commands.ts';
import { isCombined, isSingleKey, matchesKey } from './keys.ts';
import { settingsStore } from './settings.ts';

/** Keys of the controls they are pressed on. */
const ownKeys: readonly { readonly where: string; readonly keys: readonly string[] }[] = [
  { where: 'button, a[href], summary, [role=button], [role=tab], [role=menuitem], [role=option]', keys: ['Space'] },
  { where: '[role=tablist], [role=radiogroup], [role=separator], table [tabindex]', keys: ['ArrowLeft', 'ArrowRight', 'Home', 'End'] },
];
const typing = 'input, textarea, select, [contenteditable]:not([contenteditable=false]), .monaco-editor';
const modal = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/** In the capture phase: Monaco would take Ctrl+Enter for itself. */
export function listenToKeys(target: Window): () => void {
  target.addEventListener('keydown', dispatch, true);
  return () => target.removeEventListener('keydown', dispatch, true);
}

function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const at = event.target instanceof Element ? event.target : document.body;
  if (document.querySelector(modal) !== null) return;
  for (const command of commands as readonly Command[]) {
    const key = command.keys.find((candidate) => matchesKey(event, candidate));
    if (key === undefined || !mayTake(key, command, at)) continue;
    event.preventDefault();
    event.stopPropagation();
    perform(command);
    return;
  }
}

function mayTake(key: string, command: Command, at: Element): boolean {
  if (isCombined(key)) return true;
  if (command.scope === 'editor' && at.closest('.monaco-editor')) return true;
  if (at.closest(typing)) return false;
  if (isSingleKey(key) && !settingsStore.getState().singleKeys) return false;
  if (command.scope === 'debugger' && !at.closest('[data-debugger]')) return false;
  if (key === 'Escape' && !command.enabled()) return false;
  return !ownKeys.some(({ where, keys }) => keys.includes(key) && at.closest(where));
}
