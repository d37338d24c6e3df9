/** The page's views and keys: everything that is not needed to start the first run. */
import { createRoot } from 'react-dom/client';
import { must } from '../../base/assert.ts';
import { listenToKeys } from '../state/dispatch.ts';
import { App } from './App.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import '../shared/tokens.css';
import './page.css';
import './controls.css';
import './editor.css';
import './dock.css';
import './phone.css';

export function mountViews(): void {
  createRoot(must(document.getElementById('root'), 'root')).render(
    <ErrorBoundary>
      <App />
    </ErrorBoundary>,
  );
  listenToKeys(window);
}
