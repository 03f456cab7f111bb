import { readEnvironment } from '@laurel/config';
import { Database, InvariantReading } from '@laurel/db';
import { installRuntime, lazyConnection, NominationInspector, temporalSettings } from '@laurel/temporal';
import { bundlePath } from '../bundle-path.ts';
import {
  InvariantChecker,
  paperLines,
  paperNotes,
  type DeliveredMail,
  type InvariantReport,
  type PaperNotes,
} from '../invariants/index.ts';
import { readArguments, usageError } from './arguments.ts';
import { done, end, outcomeOf, type Outcome } from './outcome.ts';

const USAGE = `npm run verify -- [--replay <most histories>] [--mailbox <address>] [--json]
  checks the invariants I1 to I9 on the database and the Temporal server that the settings name; changes nothing
  notes numbers that lie between papers and are on none, and decisions that wait for a number: neither is a violation
  --replay    replays at most so many histories on the present code (default: all)
  --mailbox   a mailbox's address, such as http://localhost:1080: its mails are compared with the ledger`;

const SHOWN = 20;

async function mailsOf(mailbox: string | undefined): Promise<readonly DeliveredMail[] | null> {
  if (mailbox === undefined) return null;
  const response = await fetch(new URL('/email', mailbox)).catch(() => null);
  if (!response?.ok)
    throw usageError(
      `--mailbox ${mailbox} ${response ? `trả lời ${response.status}` : 'không trả lời'}: viết địa chỉ hộp thư thử.`,
      `--mailbox ${mailbox} ${response ? `answers ${response.status}` : 'does not answer'}: give the address of the local mailbox.`,
    );
  return (await response.json()) as DeliveredMail[];
}

function sampleOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const most = Number(text);
  if (!Number.isInteger(most) || most < 0)
    throw usageError(
      `--replay "${text}" không phải số nguyên: viết số lịch sử nhiều nhất, 0 là không.`,
      `--replay is "${text}": give a whole number, 0 for none.`,
    );
  return most;
}

async function verify(args: readonly string[]): Promise<Outcome> {
  const { command, options, json } = readArguments(args, ['replay', 'mailbox']);
  if (command !== undefined) throw usageError(`"${command}" là thừa: bỏ đi.`, `"${command}" is one word too many: leave it out.`);
  const env = readEnvironment();
  const delivered = await mailsOf(options['mailbox']);
  const replaySample = sampleOf(options['replay']);
  const database = new Database(env.DATABASE_URL, 4);
  const connection = lazyConnection(temporalSettings(env));
  try {
    const checker = new InvariantChecker(database, new NominationInspector(connection, temporalSettings(env)));
    const workflowBundle = bundlePath(env.WORKFLOW_BUNDLE);
    const reports = await checker.check(
      { workflowBundle, ...(replaySample !== undefined && { replaySample }) },
      delivered ? { delivered } : {},
    );
    return told(reports, await paperNotes(new InvariantReading(database)), json);
  } finally {
    await connection.close();
    await database.close();
  }
}

function lineOf({ name, title, breaches }: InvariantReport): string {
  const found = breaches.slice(0, SHOWN).map(({ subject, detail }) => `\n     ${subject}: ${detail}`);
  const more = breaches.length > SHOWN ? `\n     and ${breaches.length - SHOWN} more` : '';
  return `${name} ${breaches.length === 0 ? 'holds  ' : 'BROKEN '} ${title}${found.join('')}${more}`;
}

function told(reports: readonly InvariantReport[], papers: PaperNotes, json: boolean): Outcome {
  const violations = reports.reduce((sum, { breaches }) => sum + breaches.length, 0);
  const page = [...reports.map(lineOf), ...paperLines(papers), `${violations} violations`].join('\n');
  return done(json ? JSON.stringify({ violations, invariants: reports, papers }) : page, violations === 0);
}

const quiet = (): void => undefined;
installRuntime({ warn: quiet, error: quiet });
const args = process.argv.slice(2);
end(await outcomeOf(USAGE, args, () => verify(args)));
