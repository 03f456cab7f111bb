import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { runCalendar } from './run.ts';

const SHIPPED = fileURLToPath(new URL('../../../../../programmes', import.meta.url));
const run = (args: readonly string[]): ReturnType<typeof runCalendar> =>
  runCalendar(args, () => ({ PROGRAMMES_DIR: SHIPPED, DATABASE_URL: 'postgresql://127.0.0.1:1/none' }));

describe('npm run calendar', () => {
  it('says how it is used, and that this is no mistake', async () => {
    for (const args of [['--help'], ['help'], ['recalculate', '--help']])
      expect(await run(args)).toMatchObject({
        output: expect.stringContaining('recalculate --reason <text>'),
        errors: '',
        exitCode: 0,
      });
  });

  it.each([
    [[], 'Thiếu lệnh: dùng check, recalculate.'],
    [['move'], 'There is no command "move": use check, recalculate.'],
    [['check'], '--programme is missing: add --programme <value>.'],
    [['check', '--programme'], '--programme lacks its value'],
    [['check', '--programm', 'dien-tap'], 'There is no option --programm: use --programme, --reason, --json.'],
    [['check', 'dien-tap'], '"dien-tap" is one word too many'],
    [['check', '--programme', 'khong-co'], 'There is no programme "khong-co": use '],
  ])('%j is told what to mend', async (args, words) => {
    expect(await run(args)).toMatchObject({ output: '', errors: expect.stringContaining(words), exitCode: 2 });
  });
});
