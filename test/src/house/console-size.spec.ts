import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../../../apps/console/dist/', import.meta.url));
const MOST_BYTES = 300_000;

/** What a script fetches before it runs: imports that stand in it, not those made later. */
const STATIC = /(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g;

const script = (name: string): string => readFileSync(join(dist, 'static', name), 'utf8');

/** The scripts and all that they import. */
function withImports(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const ahead = [...names];
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    ahead.push(...[...script(name).matchAll(STATIC)].flatMap(([, imported]) => imported ?? []));
  }
  return found;
}

const chunkOf = (page: string): string => readdirSync(join(dist, 'static')).find((name) => name.startsWith(`${page}.page-`)) ?? '';
const entries = (): readonly string[] =>
  [...readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/\/static\/([\w.-]+\.js)"/g)].flatMap(([, name]) => name ?? []);

describe('the console', () => {
  it.each(['sign-in', 'overview', 'nominations'])('shows %s first with less than 300 kB of packed script', (page) => {
    const scripts = withImports([...entries(), chunkOf(page)]);
    const bytes = [...scripts].reduce((sum, name) => sum + gzipSync(script(name)).length, 0);
    expect(scripts.size).toBeGreaterThan(2);
    expect(bytes).toBeGreaterThan(60_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  it('brings no script and no style that its policy would stop', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(html).toContain('content="__CSP_NONCE__"');
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
  });
});
