import { readEnvironment } from '@laurel/config';
import { Database, RecalculationRepository, RulesRepository } from '@laurel/db';
import { describeProblem, loadProgramme, ProgrammeInvalid } from '@laurel/programmes';
import { join } from 'node:path';
import { readArguments, required, UsageError } from './arguments.ts';

const USAGE = `npm run calendar -- recalculate --programme <name> --reason <text> [--json]
  publishes the calendar that programmes/<name> names and moves the deadlines of its open nominations to it`;

async function run(args: readonly string[]): Promise<unknown> {
  const { command, options } = readArguments(args, ['programme', 'reason']);
  if (command !== 'recalculate') throw new UsageError(USAGE);
  const env = readEnvironment();
  const programme = required(options, 'programme');
  const reason = required(options, 'reason');
  const { ruleSets } = await loadProgramme(join(env.PROGRAMMES_DIR, programme));
  const calendar = ruleSets.at(-1)?.calendar;
  if (!calendar) throw new UsageError(`--programme "${programme}" has no rule set.`);
  const database = new Database(env.DATABASE_URL, 2);
  try {
    await new RulesRepository(database).publishCalendar(calendar);
    const recalculations = new RecalculationRepository(database);
    const moved = await recalculations.recalculate({ programme, calendarVersion: calendar.version, reason, actor: 'operator:command' });
    return { programme, calendarVersion: calendar.version, nominations: moved };
  } finally {
    await database.close();
  }
}

try {
  process.stdout.write(`${JSON.stringify(await run(process.argv.slice(2)))}\n`);
} catch (error) {
  if (!(error instanceof ProgrammeInvalid) && !(error instanceof UsageError)) throw error;
  const lines = error instanceof ProgrammeInvalid ? error.problems.map(describeProblem) : [error.message];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}
