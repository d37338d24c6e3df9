// Finds a Chromium to test with: what INTERLEAVE_BROWSER names, Playwright's own, the system's, else one that is installed now. And a Firefox, if there is one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const fixed = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'];

export function findBrowser() {
  return named('INTERLEAVE_BROWSER') ?? present() ?? install();
}

const firefoxes = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/usr/local/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];

/** What INTERLEAVE_FIREFOX names, or the system's; undefined if there is none. */
export function findFirefox() {
  return named('INTERLEAVE_FIREFOX') ?? firefoxes.find((path) => existsSync(path) && !isSnap(path));
}

/** A snap's Firefox sees no profile outside of its own folders: it cannot be driven. What stands in its place starts it. */
function isSnap(path) {
  return realpathSync(path).startsWith('/snap/') || (statSync(path).size < 1 << 16 && readFileSync(path, 'latin1').includes('/snap/'));
}

/** The browser that a variable of the environment names. */
function named(variable) {
  const path = process.env[variable];
  if (path && !existsSync(path)) throw new Error(`${variable} names ${path}, which does not exist`);
  return path || undefined;
}

function present() {
  const candidates = [chromium.executablePath(), ...folders.flatMap((folder) => names.map((name) => `${folder}/${name}`)), ...fixed];
  return candidates.find((path) => path && existsSync(path));
}

function install() {
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  const attempts = [
    ...(debian ? [['apt-get', ['install', '-y', '--no-install-recommends', 'chromium']]] : []),
    [process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']],
  ];
  for (const [command, args] of attempts) {
    console.error(['no browser found:', command, ...args].join(' '));
    spawnSync(command, args, { stdio: 'inherit' });
    const found = present();
    if (found) return found;
  }
  throw new Error('No Chromium: install one, or name one in INTERLEAVE_BROWSER');
}
