import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { ROOT } from '../stack/child.ts';

const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };

/** What each npm script runs at its end, without the stack that some of them are given. */
const commands = Object.entries(scripts).flatMap(([script, line]) => {
  const [, command] = / exec node_modules\/\.bin\/node (?:tools\/with-stack\.mjs (?:--database )?)?((?:tools|apps)\/.+)$/.exec(line) ?? [];
  return command === undefined ? [] : [{ script, words: command.split(' ') }];
});

function run(words: readonly string[]): ReturnType<typeof spawnSync> {
  return spawnSync(process.execPath, [...words], { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env['PATH'] } });
}

describe('every npm script', () => {
  it('is looked at here', () => {
    expect(commands.map(({ script }) => script)).toEqual(
      expect.arrayContaining(['start', 'test', 'calendar', 'db:reset', 'admin', 'bench']),
    );
  });

  it('has a row in the table of README.md', () => {
    const rows = readFileSync(`${ROOT}README.md`, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `npm '))
      .join(' ');
    const isTold = (script: string): boolean => rows.includes(`\`npm ${script}\``) || new RegExp(`\`(npm run )?${script}[\`-]?`).test(rows);
    expect(Object.keys(scripts).filter((script) => !script.startsWith('check:') && !isTold(script))).toEqual([]);
  });

  it('that a page tells of is there', () => {
    const pages = globSync(['*.md', '{docs,programmes,deploy}/**/*.md', 'tools/**/*.mjs', '.env.example'], { cwd: ROOT });
    const told = pages.flatMap((page) => [
      ...readFileSync(`${ROOT}${page}`, 'utf8').matchAll(/npm run (?:--silent )?([a-z][a-z:]*[a-z])/g),
    ]);
    expect(told.length).toBeGreaterThan(50);
    expect([...new Set(told.map(([, script = '']) => script))].filter((script) => !(script in scripts))).toEqual([]);
  });

  it.each(commands)('$script says how it is used', ({ words }) => {
    const { stdout, status } = run([...words, '--help']);
    expect([stdout, status]).toEqual([expect.stringMatching(/^npm (start|test|run )/), 0]);
  });

  // What `npm test` does not know is Jest's.
  it.each(commands.filter(({ script }) => script !== 'test'))(
    '$script names an option that it does not know, and does nothing',
    ({ words }) => {
      const { stdout, stderr, status } = run([...words, '--khong-co']);
      expect([stdout, stderr, status]).toEqual(['', expect.stringContaining('--khong-co'), 2]);
    },
  );
});
