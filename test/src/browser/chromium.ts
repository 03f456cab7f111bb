import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where `npm test` finds Debian's Chromium, or puts it where it may install. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const executablePath = PLACES.find((place) => existsSync(place));

/** Whether there is a browser to test in; else why not, for the title of what is skipped. */
export const browserHere =
  executablePath === undefined
    ? ({ is: 'missing', reason: 'no Chromium is installed; as root on Debian, `npm test` installs one' } as const)
    : ({ is: 'found', path: executablePath } as const);

export function launch(): Promise<Browser> {
  if (browserHere.is === 'missing') throw new Error(browserHere.reason);
  return chromium.launch({ executablePath: browserHere.path, args: ARGS });
}
