import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from '../stack/index.ts';

const FOLDER = join(ROOT, 'apps', 'console', 'src', 'words');

/** The names of the words in all dictionaries of a language: `vi.ts`, `vi.council.ts` …; each stands at the beginning of a line. */
function namesIn(language: string): readonly string[] {
  const files = readdirSync(FOLDER).filter((file) => new RegExp(`^${language}(\\.[a-z]+)?\\.ts$`).test(file));
  return files.flatMap((file) => [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/^ {2}(\w+)[:(]/gm)].map(([, name]) => name ?? ''));
}

describe('the words of the console', () => {
  it.each(['vi', 'en'])('stand once in %s: the dictionaries are put together, and one of two would hide the other', (language) => {
    const names = namesIn(language);
    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('are the same ones in both languages', () => {
    expect([...namesIn('en')].sort()).toEqual([...namesIn('vi')].sort());
  });

  it('name every loop that a worker turns', () => {
    const worker = ['worker-host.ts', 'operations-part.ts'].map((file) => readFileSync(join(ROOT, 'apps', 'worker', 'src', file), 'utf8'));
    const loops = [...worker.join('\n').matchAll(/(?:\bname: |startLoop\('\w+', )'([a-z-]+)'/g)].map(([, name]) => name ?? '');
    expect(loops.length).toBeGreaterThanOrEqual(12);
    const labels = /const LOOPS: Labels = \{(.*?)\n\};/s.exec(readFileSync(join(FOLDER, 'labels.ts'), 'utf8'))?.[1] ?? '';
    expect(loops.filter((loop) => !new RegExp(`^ {2}'?${loop}'?: \\[`, 'm').test(labels))).toEqual([]);
  });
});
