import { it } from 'vitest';
import { libraryPackage } from '../compile/library.ts';
import { libraryPaths } from './sources.ts';
it('loads', () => {
  for (const p of libraryPaths) {
    const t = performance.now();
    try { libraryPackage(p); console.log(p, 'ok', (performance.now() - t).toFixed(1)); } catch (e) { console.log(p, String(e)); }
  }
});
