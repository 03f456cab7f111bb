import { isDeepStrictEqual } from 'node:util';
import type { Environment } from '@laurel/config';
import { Database, RecalculationRepository, RulesRepository } from '@laurel/db';
import type { WorkingCalendar } from '@laurel/domain';
import { loadProgramme } from '@laurel/programmes';
import { readArguments, required, unknownCommand, usageError, type Options } from '../arguments.ts';
import { done, outcomeOf, type Outcome } from '../outcome.ts';
import { folderOf } from '../programme/folder.ts';

const USAGE = `npm run calendar -- <command> --programme <name> [--json]
  check                        tells the calendar that the programme names now, and how many open nominations count by another; changes nothing
  recalculate --reason <text>  publishes that calendar and moves the deadlines of these nominations to it, each with a line in its chain
A changed calendar needs a new version in its file: open nominations keep the one they began with until they are recalculated.`;

interface Order {
  readonly programme: string;
  readonly calendar: WorkingCalendar;
  readonly rules: RulesRepository;
  readonly recalculations: RecalculationRepository;
}

/** What the command found or did. */
interface Found {
  readonly programme: string;
  readonly calendar: string;
  readonly calendarVersion: string;
  readonly nominations: number;
}

interface Command {
  readonly run: (order: Order, options: Options) => Promise<number>;
  readonly inWords: (found: Found) => string;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  check: {
    run: async ({ programme, calendar, recalculations }) => recalculations.pending(programme, calendar.version),
    inWords: ({ calendar, calendarVersion, nominations }) =>
      `Lịch ${calendar} ${calendarVersion}: ${nominations} hồ sơ đang xét tính theo lịch khác · open nominations count by another calendar`,
  },
  recalculate: {
    run: async ({ programme, calendar, rules, recalculations }, options) => {
      const reason = required(options, 'reason');
      await rules.publishCalendar(calendar);
      return recalculations.recalculate({ programme, calendarVersion: calendar.version, reason, actor: 'operator:command' });
    },
    inWords: ({ calendar, calendarVersion, nominations }) =>
      `Lịch ${calendar} ${calendarVersion}: tính lại thời hạn của ${nominations} hồ sơ đang xét · deadlines of open nominations are recalculated`,
  },
};

type Settings = () => Pick<Environment, 'DATABASE_URL' | 'PROGRAMMES_DIR'>;

/** Runs `npm run calendar -- <args>`; the settings are asked for once the words are understood. */
export function runCalendar(args: readonly string[], settings: Settings): Promise<Outcome> {
  return outcomeOf(USAGE, args, async () => {
    const { command: name, options, json } = readArguments(args, ['programme', 'reason']);
    const command = COMMANDS[name ?? ''];
    if (!command) throw unknownCommand(name, Object.keys(COMMANDS));
    const found = await withOrder(settings(), required(options, 'programme'), async (order) => {
      const { id, version } = order.calendar;
      const nominations = await command.run(order, options);
      return { programme: order.programme, calendar: id, calendarVersion: version, nominations };
    });
    return done(json ? JSON.stringify(found) : command.inWords(found));
  });
}

async function withOrder<Answer>(env: ReturnType<Settings>, programme: string, work: (order: Order) => Promise<Answer>): Promise<Answer> {
  const { ruleSets } = await loadProgramme(await folderOf(programme, env.PROGRAMMES_DIR));
  const calendar = ruleSets.at(-1)?.calendar;
  if (!calendar) throw usageError(`Chương trình "${programme}" chưa có quy chế nào.`, `The programme "${programme}" has no rules yet.`);
  const database = new Database(env.DATABASE_URL, 2);
  try {
    const rules = new RulesRepository(database);
    insistOnOwnVersion(calendar, await rules.publishedCalendar(calendar.id, calendar.version));
    return await work({ programme, calendar, rules, recalculations: new RecalculationRepository(database) });
  } finally {
    await database.close();
  }
}

/** A version says the same days for ever: nominations are pinned to it. */
function insistOnOwnVersion(calendar: WorkingCalendar, published: WorkingCalendar | null): void {
  if (published === null || isDeepStrictEqual(published, JSON.parse(JSON.stringify(calendar)))) return;
  const { id, version } = calendar;
  throw usageError(
    `Lịch "${id}" phiên bản "${version}" đã công bố với các ngày khác: đổi "version" trong programmes/calendars/${id}.yaml rồi chạy lại.`,
    `Calendar "${id}" version "${version}" is published with other days: give it a new "version" in programmes/calendars/${id}.yaml and run this again.`,
  );
}
