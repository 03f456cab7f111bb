import { readEnvironment } from '@laurel/config';
import { Database, KeyRepository } from '@laurel/db';
import { CommandUsage, readCommandLine, runCommand } from './command-line.ts';
import { grantsOf, USAGE } from './key-options.ts';

const OPTIONS = {
  name: { type: 'string' },
  scope: { type: 'string', multiple: true },
  source: { type: 'string', multiple: true },
  type: { type: 'string', multiple: true },
  unit: { type: 'string', multiple: true },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Print = (human: string, json: unknown) => void;

async function create(
  keys: KeyRepository,
  options: Parameters<typeof grantsOf>[0] & { name?: string | undefined },
  print: Print,
): Promise<void> {
  const grants = grantsOf(options);
  const name = options.name ?? 'key';
  const { id, key } = await keys.create(name, grants);
  print(`Khóa mới, chỉ hiện một lần (a new key, shown once):\n  ${key}\n  id ${id}, ${name}: ${grants.scopes.join(', ')}`, {
    id,
    name,
    key,
    grants,
  });
}

async function list(keys: KeyRepository, print: Print): Promise<void> {
  const rows = await keys.list();
  const lines = rows.map(
    ({ keyId, name, grants, revokedAt }) =>
      `${keyId}  ${name}  ${grants.scopes.join(',')}${revokedAt === null ? '' : `  thu hồi (revoked) ${revokedAt}`}`,
  );
  print(lines.join('\n') || 'Chưa có khóa nào (no keys yet).', { keys: rows });
}

async function revoke(keys: KeyRepository, id: string | undefined, print: Print): Promise<void> {
  if (id === undefined) throw new CommandUsage('Say which key: npm run keys -- revoke <id>');
  if (!(await keys.revoke(id))) throw new CommandUsage(`No key in force has the id ${id}: see npm run keys -- list`);
  print(`Đã thu hồi khóa ${id}, có hiệu lực trong vòng 5 giây (revoked, within 5 seconds).`, { id, revoked: true });
}

async function run(): Promise<void> {
  const { values, positionals } = readCommandLine(OPTIONS);
  const [command, id] = positionals;
  const print: Print = (human, json) => void process.stdout.write(`${values.json ? JSON.stringify(json) : human}\n`);
  if (values.help || command === undefined) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const environment = readEnvironment();
  const database = new Database(environment.DATABASE_URL, 2);
  const keys = new KeyRepository(database);
  try {
    if (command === 'create') await create(keys, values, print);
    else if (command === 'list') await list(keys, print);
    else if (command === 'revoke') await revoke(keys, id, print);
    else throw new CommandUsage(`Unknown command "${command}".\n${USAGE}`);
  } finally {
    await database.close();
  }
}

await runCommand(run);
