// Records what real Go does with the programs under src/engine/testing/testdata/programs: `x.out` beside every `x.go`, read by programs.test.ts.
// `node record.mjs` records those that have no `.out` yet, `node record.mjs --all` all of them. INTERLEAVE_GO names the go command.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const programs = join(root, 'src/engine/testing/testdata/programs');
const go = process.env.INTERLEAVE_GO ?? 'go';
const all = process.argv.includes('--all');

const server = await createServer({ root, configFile: false, logLevel: 'error', server: { middlewareMode: true }, appType: 'custom' });
const { outcomeText } = await server.ssrLoadModule('/src/engine/testing/scripted.ts');
await server.close();

const folder = mkdtempSync(join(tmpdir(), 'programs-'));
const binary = join(folder, 'program');
for (const name of readdirSync(programs).filter((entry) => entry.endsWith('.go'))) {
  const out = join(programs, name.replace(/\.go$/, '.out'));
  if (existsSync(out) && !all) continue;
  const built = spawnSync(go, ['build', '-o', binary, join(programs, name)], { encoding: 'utf8' });
  if (built.status !== 0) {
    console.error(`${name} does not compile:\n${built.stderr}`);
    process.exitCode = 1;
    continue;
  }
  const { stdout, stderr, status } = spawnSync(binary, [], { encoding: 'latin1', timeout: 20_000 });
  writeFileSync(out, Buffer.from(outcomeText({ stdout, stderr, exitCode: status }), 'latin1'));
}
rmSync(folder, { recursive: true });
