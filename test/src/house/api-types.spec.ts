import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { ROOT } from '../stack/child.ts';

describe("the console's types of the API's answers", () => {
  it('are those of the description that the API serves; "npm run api:types" makes them anew', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/api-types.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    expect([stderr, status]).toEqual(['', 0]);
  });
});
