import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { SETTINGS } from '@laurel/config';
import { ROOT } from '../stack/child.ts';

/** Of the processes among themselves; nobody sets them. */
const INNER = ['NODE_ENV', 'WORKFLOW_BUNDLE'];
const read = (file: string): string => readFileSync(`${ROOT}${file}`, 'utf8');
const told = SETTINGS.filter((name) => !INNER.includes(name));

describe('every setting', () => {
  it('has a row in the table of README.md', () => {
    const rows =
      read('README.md')
        .match(/^\| `[A-Z_]+`.*?\|/gm)
        ?.join(' ') ?? '';
    expect(told.filter((name) => !rows.includes(`\`${name}\``))).toEqual([]);
  });

  it('is told once', () => {
    const names = [...read('README.md').matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|/gm)].flatMap(([, cell]) => cell?.split(', ') ?? []);
    const lines = [...read('.env.example').matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name);
    for (const told of [names, lines]) expect(told).toEqual([...new Set(told)]);
  });

  it('has a line in .env.example', () => {
    const lines = read('.env.example');
    expect(told.filter((name) => !lines.includes(`\n#${name}=`))).toEqual([]);
  });
});
