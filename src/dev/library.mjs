// Writes docs/library.md, the table of what Go's packages export and ours have. Needs an installed Go for its lists of names.
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { apiFolder } from './library/lists.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
if (!apiFolder) throw new Error('no api/ folder of an installed Go');
const { module } = await runnerImport(join(root, 'src/dev/library/coverage.mjs'), { root, configFile: false, logLevel: 'warn' });
const all = module.coverage(apiFolder);
writeFileSync(join(root, 'docs/library.md'), module.page(all));
for (const { path, unexplained } of all) if (unexplained.length > 0) console.log(`${path}: ${unexplained.join(' ')}`);
for (const { different } of all) for (const line of different) console.log(line);
