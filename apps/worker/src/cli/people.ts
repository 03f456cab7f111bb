import { readEnvironment } from '@laurel/config';
import { Database, DirectoryRepository, PeopleRepository } from '@laurel/db';
import { assigneeOf, type Directory, type Language, type Unit, type WorkingCalendar } from '@laurel/domain';
import { appointedDay, directoryOf, loadProgramme, type Programme } from '@laurel/programmes';
import { instantOf, readArguments, required, unknownCommand, usageError, type Options } from './arguments.ts';
import { done, end, outcomeOf, type Outcome } from './outcome.ts';
import { folderOf } from './programme/folder.ts';

const USAGE = `npm run people -- <command> --programme <name> [--json]
  list                                                     posts and who holds them now
  import                                                   adds what programmes/<name>/people.yaml names and is not there yet
  appoint     --post <post> --person <id> [--from <date>]  gives a post to a person from then on
  substitute  --post <post> --person <id> --from <date> --to <date> --reason <text>
  save        --person <id> --name <full name> --email <address> [--from <date>] [--language vi|en]
                                                           the address counts from then on, name and language at once
  addresses   --person <id>                                which address is that person's from when to when
  unit        --unit <key> --ends <date> [--successor <key>]
                                                           the unit's last day, and who does its work from the next one on
A date means the whole day in the office's zone, as in people.yaml: from its beginning, to its end. An instant has its offset.`;

const NAMES = ['programme', 'post', 'person', 'from', 'to', 'reason', 'name', 'email', 'language', 'unit', 'ends', 'successor'] as const;

interface Desk {
  readonly people: PeopleRepository;
  readonly directory: Directory;
  readonly programme: string;
  readonly loaded: Programme;
  readonly calendar: WorkingCalendar;
}

type Command = (desk: Desk, options: Options) => Promise<unknown>;

function valueOf<Value>(map: ReadonlyMap<string, Value>, key: string, option: string): Value {
  const value = map.get(key);
  if (value !== undefined) return value;
  throw usageError(
    `--${option} "${key}" chưa có: xem npm run people -- list.`,
    `--${option} "${key}" is not known: see npm run people -- list.`,
  );
}

function known<Value>(map: ReadonlyMap<string, Value>, key: string, option: string): string {
  valueOf(map, key, option);
  return key;
}

function language(options: Options): Language {
  const value = options['language'] ?? 'vi';
  if (value !== 'vi' && value !== 'en')
    throw usageError(`--language "${value}" không có: viết vi hoặc en.`, `--language is "${value}": give vi or en.`);
  return value;
}

/** When an address begins to count: now, or later; a day that has begun counts from now. */
function begins(calendar: WorkingCalendar, options: Options): number {
  const now = Date.now();
  const from = instantOf(options, 'from', (on) => {
    const { starts, ends } = appointedDay(calendar, on);
    return ends > now ? Math.max(starts, now) : starts;
  });
  if (from >= now) return from;
  throw usageError(
    '--from đã qua: địa chỉ của những ngày trước giữ như đã ghi. Bỏ --from để tính từ bây giờ, hoặc viết một ngày sắp tới.',
    '--from is past: what was an address stays on record. Leave --from out to begin now, or give a day to come.',
  );
}

/** A unit's last day: a date, not before the unit began. */
function lastDay(calendar: WorkingCalendar, { key, validFrom }: Unit, options: Options): string {
  const ends = required(options, 'ends');
  try {
    appointedDay(calendar, ends);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw usageError(`--ends "${ends}" không phải ngày: viết như 2026-12-31.`, `--ends "${ends}" is no date: write it like 2026-12-31.`);
  }
  if (ends < validFrom)
    throw usageError(
      `--ends ${ends} trước khi "${key}" bắt đầu (${validFrom}): viết ngày ấy hoặc sau đó.`,
      `--ends ${ends} is before "${key}" began (${validFrom}): give that day or a later one.`,
    );
  return ends;
}

/** Who follows a unit: one that is there, and that is not followed by that unit in turn. */
function successorOf({ units }: Directory, unit: string, { successor }: Options): string | null {
  if (successor === undefined) return null;
  if (!units.has(successor))
    throw usageError(
      `--successor "${successor}" chưa có: thêm vào people.yaml rồi chạy npm run people -- import.`,
      `--successor "${successor}" is not known: add it to people.yaml, then npm run people -- import.`,
    );
  const passed = new Set<string>();
  for (let key: string | null = successor; key !== null && !passed.has(key); key = units.get(key)?.successor ?? null) passed.add(key);
  if (passed.has(unit))
    throw usageError(
      `--successor "${successor}" lại do "${unit}" kế tục: chọn đơn vị khác.`,
      `--successor "${successor}" leads back to "${unit}" itself: name another unit.`,
    );
  return successor;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  list: ({ directory }) => {
    const at = Date.now();
    const rows = [...directory.posts.values()].map((post) => {
      const asked = assigneeOf(directory, post.key, at);
      return {
        post: post.key,
        title: post.title.vi,
        superior: post.superior,
        person: asked?.person ?? null,
        actingFor: asked?.actingFor?.id ?? null,
      };
    });
    return Promise.resolve(rows);
  },
  import: async ({ people, loaded, calendar, programme }) => {
    await people.seed(directoryOf(programme, loaded.people, calendar));
    return { imported: loaded.people.people.length };
  },
  appoint: async ({ people, directory, programme, calendar }, options) => {
    const post = known(directory.posts, required(options, 'post'), 'post');
    const person = known(directory.people, required(options, 'person'), 'person');
    const from = instantOf(options, 'from', (on) => appointedDay(calendar, on).starts);
    await people.appoint(programme, post, person, from);
    return { post, person, from };
  },
  substitute: async ({ people, directory, programme, calendar }, options) => {
    const post = known(directory.posts, required(options, 'post'), 'post');
    const personId = known(directory.people, required(options, 'person'), 'person');
    required(options, 'to');
    const from = instantOf(options, 'from', (on) => appointedDay(calendar, on).starts);
    const to = instantOf(options, 'to', (on) => appointedDay(calendar, on).ends);
    if (to <= from) throw usageError('--to phải sau --from.', '--to must be later than --from.');
    await people.substitute(programme, { post, personId, from, to, reason: required(options, 'reason') });
    return { post, person: personId, from, to };
  },
  save: async ({ people, programme, calendar }, options) => {
    const person = {
      id: required(options, 'person'),
      fullName: required(options, 'name'),
      email: required(options, 'email').toLowerCase(),
      language: language(options),
    };
    const from = begins(calendar, options);
    await people.savePerson(programme, person, from);
    return { ...person, from };
  },
  addresses: ({ people, directory, programme }, options) =>
    people.addressesOf(programme, known(directory.people, required(options, 'person'), 'person')),
  unit: async ({ people, directory, programme, calendar }, options) => {
    const key = required(options, 'unit');
    const unit = valueOf(directory.units, key, 'unit');
    const end = { unit: key, ends: lastDay(calendar, unit, options), successor: successorOf(directory, key, options) };
    await people.endUnit(programme, end);
    return { ...end, successor: end.successor ?? unit.successor };
  },
};

async function run(args: readonly string[]): Promise<Outcome> {
  const { command, options, json } = readArguments(args, NAMES);
  const act = COMMANDS[command ?? ''];
  if (!act) throw unknownCommand(command, Object.keys(COMMANDS));
  const env = readEnvironment();
  const programme = required(options, 'programme');
  const loaded = await loadProgramme(await folderOf(programme, env.PROGRAMMES_DIR));
  const calendar = loaded.ruleSets[0]?.calendar;
  if (!calendar) throw usageError(`Chương trình "${programme}" chưa có quy chế nào.`, `The programme "${programme}" has no rules yet.`);
  const database = new Database(env.DATABASE_URL, 2);
  try {
    const { version } = await database.prisma.directoryVersion.findUniqueOrThrow({ where: { programme } }).catch(() => ({ version: 0 }));
    const directory = await new DirectoryRepository(database).at(programme, version);
    const answer = await act({ people: new PeopleRepository(database), directory, programme, loaded, calendar }, options);
    return done(JSON.stringify(answer, null, json ? 0 : 2));
  } finally {
    await database.close();
  }
}

const args = process.argv.slice(2);
end(await outcomeOf(USAGE, args, () => run(args)));
