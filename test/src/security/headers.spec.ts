import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SecurityDesk, type Told } from './desk.ts';

const PAGE =
  '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><script type="module" src="/static/index-AbCdEf12.js"></script>';

/** A console as the build leaves it, and a secret beside it. */
function builtConsole(): string {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-console-'));
  mkdirSync(join(folder, 'dist', 'static'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'index.html'), PAGE);
  writeFileSync(join(folder, 'dist', 'static', 'index-AbCdEf12.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'bi-mat');
  return folder;
}

describe('headers', () => {
  const folder = builtConsole();
  let desk: SecurityDesk;

  beforeAll(async () => {
    desk = await SecurityDesk.open({ CONSOLE_DIR: join(folder, 'dist'), HSTS_SECONDS: '31536000' });
  }, 60_000);

  afterAll(async () => {
    await desk.close();
    rmSync(folder, { recursive: true });
  });

  const policyOf = ({ headers }: Told): string => String(headers['content-security-policy']);

  it.each([
    '/',
    '/nominations',
    '/nominations/01J',
    '/t/khong-co',
    '/v1/nominations',
    '/openapi.json',
    '/health/live',
    '/static/index-AbCdEf12.js',
  ])('keep %s out of frames, from being sniffed, and on TLS where that is set', async (url) => {
    const told = await desk.ask('GET', url, { headers: { accept: 'text/html' } });
    expect(policyOf(told)).toContain("frame-ancestors 'none'");
    expect(policyOf(told)).toContain("default-src 'none'");
    expect(policyOf(told)).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect(told.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
    });
    expect(told.headers['permissions-policy']).toContain('camera=()');
  });

  it('give the console scripts of its own only, and styles by a nonce that is never the same', async () => {
    const [first, second] = [await desk.ask('GET', '/'), await desk.ask('GET', '/')];
    const nonce = /'nonce-([\w-]{22})'/.exec(policyOf(first))?.[1];
    expect(policyOf(first)).toContain("script-src 'self'");
    expect(first.text).toContain(`content="${nonce ?? 'none'}"`);
    expect(policyOf(second)).not.toBe(policyOf(first));
    expect(first.headers['cache-control']).toBe('no-store');
  });

  it('let hashed files be kept for ever, and nothing of the API', async () => {
    const file = await desk.ask('GET', '/static/index-AbCdEf12.js');
    expect(file.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable' });
    expect(file.headers['content-type']).toContain('text/javascript');
    const same = await desk.ask('GET', '/static/index-AbCdEf12.js', { headers: { 'if-none-match': String(file.headers['etag']) } });
    expect(same.status).toBe(304);
  });

  it.each([
    '/../secret.txt',
    '/static/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/static/..%5c..%5csecret.txt',
    '/static//../../secret.txt',
  ])('serve nothing outside the console for %s', async (url) => {
    const told = await desk.ask('GET', url);
    expect(told.text).not.toContain('bi-mat');
    expect([400, 404]).toContain(told.status);
  });

  it('tell a missing file and a missing address of the API apart from a page', async () => {
    expect((await desk.ask('GET', '/static/khong-co.js')).status).toBe(404);
    expect((await desk.ask('GET', '/v1/khong-co')).status).toBe(401);
    expect((await desk.ask('GET', '/health/khong-co')).status).toBe(404);
    expect((await desk.ask('GET', '/nominations/khong-co')).status).toBe(200);
  });
});
