/** Where the page starts: what was kept, what the address asks for, the engine, the views. */
import { createRoot } from 'react-dom/client';
import { must } from '../../base/assert.ts';
import { createEngineClient } from '../../worker/client.ts';
import { listenToKeys } from '../state/dispatch.ts';
import { begin } from '../state/idle.ts';
import { restoreProgram } from '../state/program.ts';
import { connectEngine, runProgram, runStore } from '../state/run.ts';
import { restoreSettings } from '../state/settings.ts';
import { openLink } from '../state/share.ts';
import { App } from './App.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import '../shared/tokens.css';
import './page.css';
import './controls.css';
import './editor.css';
import './dock.css';
import './phone.css';

function start(): void {
  // boot.js has said why the page cannot start in this browser.
  if (document.documentElement.dataset['refused'] === 'true') return;
  document.documentElement.dataset['started'] = 'true';
  const started = begin('start');
  restoreSettings();
  restoreProgram();
  connectEngine(createEngineClient());
  createRoot(must(document.getElementById('root'), 'root')).render(
    <ErrorBoundary>
      <App />
    </ErrorBoundary>,
  );
  listenToKeys(window);
  // Two pages that show the same hash show the same run: said here so that it can be compared.
  runStore.subscribe(({ recording }) => (document.documentElement.dataset['recording'] = recording?.trace.hash ?? ''));
  if (!openLink(location.hash)) void runProgram();
  window.addEventListener('hashchange', () => openLink(location.hash));
  started();
}

start();
