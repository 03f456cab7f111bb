import { describe } from '@jest/globals';
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

/** Widths at which people read: an office's screen, and the narrowest phone. */
export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };
export type Viewport = typeof DESKTOP;

const executablePath = PLACES.find((place) => existsSync(place));

/** Skipped where no browser is; the title says why. */
export const suiteWithBrowser = executablePath === undefined ? describe.skip : describe;

export const suiteTitle = (title: string): string =>
  executablePath === undefined
    ? `${title} (skipped: no Chromium is installed; as root on Debian, \`npm test\` installs one)`
    : title;

export function launch(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('No Chromium is installed.');
  return chromium.launch({ executablePath, args: ARGS });
}
