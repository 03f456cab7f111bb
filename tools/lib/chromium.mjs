// Finds a Chromium for the browser suites and the screenshots; installs Debian's where that is allowed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const INSTALL_MS = 300_000;

/** Switches that keep a headless browser to itself. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {string | null} the executable, or null */
export function findChromium() {
  return PLACES.find((place) => existsSync(place)) ?? null;
}

/**
 * The executable, installed by apt where it is missing and this is root on Debian; else why there is none.
 * @returns {{ path: string } | { reason: string }}
 */
export function provideChromium() {
  const found = findChromium();
  if (found) return { path: found };
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return { reason: 'no Chromium is installed, and only root on Debian may install one here' };
  process.stderr.write('Installing Chromium for the browser suites …\n');
  const options = { stdio: 'ignore', timeout: INSTALL_MS, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'], options);
  const installed = findChromium();
  return installed
    ? { path: installed }
    : { reason: `apt could not install Chromium (${status === null ? 'it took too long' : `exit ${status}`})` };
}
