import { readEnvironment } from '@laurel/config';
import { Database, DirectoryRepository, PeopleRepository } from '@laurel/db';
import { assigneeOf, type Directory, type Language, type WorkingCalendar } from '@laurel/domain';
import { appointedDay, directoryOf, loadProgramme, type Programme } from '@laurel/programmes';
import { instantOf, readArguments, required, unknownCommand, usageError, type Options } from './arguments.ts';
import { done, end, outcomeOf, type Outcome } from './outcome.ts';
import { folderOf } from './programme/folder.ts';

const USAGE = `npm run people -- <command> --programme <name> [--json]
  list                                                     posts and who holds them now
  import                                                   adds what programmes/<name>/people.yaml names and is not there yet
  appoint     --post <post> --person <id> [--from <date>]  gives a post to a person from then on
  substitute  --post <post> --person <id> --from <date> --to <date> --reason <text>
  save        --person <id> --name <full name> --email <address> [--language vi|en]
A date means the whole day in the office's zone, as in people.yaml: from its beginning, to its end. An instant has its offset.`;

const NAMES = ['programme', 'post', 'person', 'from', 'to', 'reason', 'name', 'email', 'language'] as const;

interface Desk {
  readonly people: PeopleRepository;
  readonly directory: Directory;
  readonly programme: string;
  readonly loaded: Programme;
  readonly calendar: WorkingCalendar;
}

type Command = (desk: Desk, options: Options) => Promise<unknown>;

function known<Value>(map: ReadonlyMap<string, Value>, key: string, option: string): string {
  if (!map.has(key))
    throw usageError(
      `--${option} "${key}" chưa có: xem npm run people -- list.`,
      `--${option} "${key}" is not known: see npm run people -- list.`,
    );
  return key;
}

function language(options: Options): Language {
  const value = options['language'] ?? 'vi';
  if (value !== 'vi' && value !== 'en')
    throw usageError(`--language "${value}" không có: viết vi hoặc en.`, `--language is "${value}": give vi or en.`);
  return value;
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
  save: async ({ people, programme }, options) => {
    const person = {
      id: required(options, 'person'),
      fullName: required(options, 'name'),
      email: required(options, 'email').toLowerCase(),
      language: language(options),
    };
    await people.savePerson(programme, person);
    return person;
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
