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

/** A suite in a real browser; where there is none it is skipped, and its title says why. */
export function browserSuite(title: string, body: () => void): void {
  if (executablePath !== undefined) describe(title, body);
  else describe.skip(`${title} (skipped: no Chromium is installed; as root on Debian, \`npm test\` installs one)`, body);
}

export function launch(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('No Chromium is installed.');
  return chromium.launch({ executablePath, args: ARGS });
}
