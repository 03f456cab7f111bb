import { randomBytes } from 'node:crypto';
import { readEnvironment } from '@laurel/config';
import { AccessRepository, Database, GrantListReading } from '@laurel/db';
import { ROLES, type Role } from '@laurel/domain';
import { CommandUsage, readCommandLine, runCommand } from './command-line.ts';

const USAGE = `npm run admin -- <command> [--json]
  invite <mail> --role <role> [--programme <name>] [--unit <unit>]  grants a role and prints a link that signs in once
  list                                                              roles that were granted
  end <grant id> --reason <text>                                    takes a role back
  first                                                             the first administrator, while there is none
Roles: ${ROLES.join(', ')}.`;

const OPTIONS = {
  role: { type: 'string' },
  programme: { type: 'string' },
  unit: { type: 'string' },
  reason: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Of the first administrator, who changes it after sign-in by inviting another address. */
const FIRST = 'quan-tri@example.vn';
const SEVEN_DAYS_MS = 7 * 24 * 3_600_000;

interface Desk {
  readonly access: AccessRepository;
  readonly list: GrantListReading;
  readonly publicUrl: string;
}

interface Options {
  readonly role?: string | undefined;
  readonly programme?: string | undefined;
  readonly unit?: string | undefined;
  readonly reason?: string | undefined;
}

function roleOf(given: string | undefined): Role {
  const role = ROLES.find((known) => known === given);
  if (role === undefined) throw new CommandUsage(`--role is "${given ?? ''}": give one of ${ROLES.join(', ')}.`);
  return role;
}

async function invite({ access, publicUrl }: Omit<Desk, 'list'>, email: string | undefined, options: Options): Promise<object> {
  if (email === undefined || !/^[^@\s]+@[^@\s]+$/.test(email))
    throw new CommandUsage('Say whom: npm run admin -- invite <mail> --role <role>');
  const role = roleOf(options.role);
  const { programme = null, unit = null, reason = null } = options;
  const grantId = await access.grant({ email, personId: null, programme, unit, role, from: Date.now(), to: null, by: 'command', reason });
  const token = randomBytes(32).toString('base64url');
  const expiresAt = Date.now() + SEVEN_DAYS_MS;
  await access.invite(email, token, expiresAt);
  return { email, role, grantId, link: `${publicUrl}/sign-in#invitation=${token}`, expiresAt: new Date(expiresAt).toISOString() };
}

async function run(
  { access, list, publicUrl }: Desk,
  command: string | undefined,
  name: string | undefined,
  options: Options,
): Promise<object> {
  switch (command) {
    case 'invite':
      return invite({ access, publicUrl }, name, options);
    case 'first':
      return (await access.hasOperator())
        ? { link: null }
        : invite({ access, publicUrl }, FIRST, { role: 'operator', reason: 'first start' });
    case 'list':
      return { grants: await list.all() };
    case 'end':
      if (name === undefined || options.reason === undefined)
        throw new CommandUsage('Say which and why: npm run admin -- end <grant id> --reason <text>');
      if (!(await access.end(name, 'command', options.reason))) throw new CommandUsage(`No grant in force has the id ${name}.`);
      return { id: name, ended: true };
    default:
      throw new CommandUsage(command === undefined ? USAGE : `There is no command "${command}".\n${USAGE}`);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = readCommandLine(OPTIONS);
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const environment = readEnvironment();
  const database = new Database(environment.DATABASE_URL, 2);
  try {
    const [command, name] = positionals;
    const desk = { access: new AccessRepository(database), list: new GrantListReading(database), publicUrl: environment.PUBLIC_URL };
    const answer = await run(desk, command, name, values);
    process.stdout.write(`${JSON.stringify(answer, null, values.json ? 0 : 2)}\n`);
  } finally {
    await database.close();
  }
}

await runCommand(main);
