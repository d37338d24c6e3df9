// Finds a Chromium to test with: what INTERLEAVE_BROWSER names, Playwright's own, the system's, else one that is installed now. And a Firefox, if there is one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const fixed = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'];

export function findBrowser() {
  const named = process.env.INTERLEAVE_BROWSER;
  if (named) {
    if (!existsSync(named)) throw new Error(`INTERLEAVE_BROWSER names ${named}, which does not exist`);
    return named;
  }
  return present() ?? install();
}

const firefoxes = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/usr/local/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];

/** What INTERLEAVE_FIREFOX names, or the system's; undefined if there is none. */
export function findFirefox() {
  return [process.env.INTERLEAVE_FIREFOX, ...firefoxes].find((path) => path && existsSync(path));
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
