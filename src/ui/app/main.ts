/**
 * Where the page starts: what was kept, what the address asks for, and the engine at work on it; meanwhile the views are loaded. They are
 * a script of their own, so that the engine's worker starts before anybody has parsed React.
 */
import { createEngineClient } from '../../worker/client.ts';
import { begin } from '../state/idle.ts';
import { restoreProgram } from '../state/program.ts';
import { connectEngine, runProgram, runStore } from '../state/run.ts';
import { restoreSettings } from '../state/settings.ts';
import { openLink } from '../state/share.ts';
import { followStatements } from '../state/statements.ts';

async function start(): Promise<void> {
  // boot.js has said why the page cannot start in this browser.
  if (document.documentElement.dataset['refused'] === 'true') return;
  const started = begin('start');
  restoreSettings();
  restoreProgram();
  connectEngine(createEngineClient());
  // Two pages that show the same hash show the same run: said here so that it can be compared.
  runStore.subscribe(({ recording }, before) => {
    if (recording !== before.recording) document.documentElement.dataset['recording'] = recording?.trace.hash ?? '';
  });
  followStatements();
  if (!openLink(location.hash)) void runProgram();
  window.addEventListener('hashchange', () => openLink(location.hash));
  const { mountViews } = await import('./views.tsx');
  mountViews();
  document.documentElement.dataset['started'] = 'true';
  started();
}

void start();
