// Executes tests one at a time on the bundled engine named by the first argument; each answer is the list of what went wrong, empty for a pass.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { judge, wantedErrors } from './errorcheck.mjs';

const { check, compile, runToEnd } = await import(pathToFileURL(process.argv[2]).href);
const megabyte = 1024 * 1024;

process.on('message', ({ path, kind, args }) => {
  try {
    process.send({ complaints: kind === 'run' ? run(path, args) : errorcheck(path) });
  } catch (error) {
    process.send({ complaints: [`engine: ${error.stack?.split('\n').slice(0, 6).join('\n')}`] });
  }
});
process.send('ready');

/** The first line, which only spoke to the test runner, now says which Go the test was written for: loop variables, for one, were others then. */
function sourceFile(path) {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(path));
  return { name: basename(path), text: text.replace(/^\/\/ ?(run|errorcheck).*/, '// go 1.19') };
}

function run(path, args) {
  const files = [sourceFile(path)];
  const { executable, problems } = compile(files, { trace: false });
  if (!executable) return problems.map(({ line, message }) => `does not compile: ${line}: ${message}`);
  const chunks = [];
  const result = runToEnd(executable, {
    files,
    schedule: 'go,1',
    maxSteps: 1e12,
    maxMemory: 1024 * megabyte,
    maxOutput: 16 * megabyte,
    args: [path, ...args],
    stdin: () => new Uint8Array(),
    env: { GOOS: 'js', GOARCH: 'wasm' },
    onOutput: (_, bytes) => chunks.push(Buffer.from(bytes)),
  });
  return [...wrongEnd(result), ...wrongOutput(path, Buffer.concat(chunks).toString('latin1'))];
}

/** A test passes only by coming to its end: a deadlock, a livelock or a budget is no pass, however little was printed. */
function wrongEnd({ error, verdict }) {
  if (error) return [`engine: ${error}`];
  if (verdict.kind === 'ok' || (verdict.kind === 'exit' && verdict.exitCode === 0)) return [];
  return [`${verdict.kind}, exit status ${verdict.exitCode}: ${verdict.stderr.slice(0, 600)}`];
}

/** The output of both streams is that of the file `x.out`, or none where there is no such file. */
function wrongOutput(path, output) {
  const goldenPath = path.replace(/\.go$/, '.out');
  const golden = existsSync(goldenPath) ? readFileSync(goldenPath, 'latin1') : '';
  if (output === golden) return [];
  const got = output.split('\n');
  const want = golden.split('\n');
  const at = got.findIndex((line, index) => line !== want[index]);
  return [`output differs in line ${at + 1}: got ${JSON.stringify(got[at]?.slice(0, 200))}, want ${JSON.stringify(want[at]?.slice(0, 200))}`];
}

/** All diagnostics count, not only the ten that are printed. */
function errorcheck(path) {
  const file = sourceFile(path);
  const { problems } = check([file], { anyPackage: true });
  return judge(wantedErrors(file.text, file.name), problems.map((problem) => ({ line: (problem.reported ?? problem).line, message: problem.message })));
}
