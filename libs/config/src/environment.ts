import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const port = z.coerce.number().int().min(0).max(65_535);

const schema = z.object({
  NODE_ENV: z.string().default('production'),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z.url(),
  DATABASE_POOL: z.coerce.number().int().min(2).default(12),
  TEMPORAL_ADDRESS: z.string().default('localhost:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_API_KEY: z.string().optional(),
  TEMPORAL_TLS: flag.default(false),
  TEMPORAL_TASK_QUEUE: z.string().default('laurel'),
  SMTP_URL: z.url().default('smtp://localhost:1025'),
  MAIL_FROM: z.string().default('Laurel <thi-dua@example.vn>'),
  MAIL_RATE_PER_SECOND: z.coerce.number().int().min(1).default(200),
  MAIL_CONNECTIONS: z.coerce.number().int().min(1).default(4),
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_PRIVATE_KEY: z.string().optional(),
  /** 32 bytes or more, hex or base64url: task links are derived from it. */
  LAUREL_SECRET: z.string().min(32),
  /** `keyId:base64` pairs, the first encrypts, all decrypt; switches the payload codec on. */
  PAYLOAD_KEYS: z.string().optional(),
  WORKFLOW_BUNDLE: z.string().optional(),
  WORKER_CACHED_WORKFLOWS: z.coerce.number().int().min(10).default(200),
  /** Below the 4,096 events at which the server would suggest it. */
  CONTINUE_AFTER_EVENTS: z.coerce.number().int().min(20).max(4_000).default(4_000),
  NOT_CONFIRMED_AFTER_MS: z.coerce.number().int().min(100).max(10_000).default(9_000),
  EVENT_LIMIT_BYTES: z.coerce.number().int().default(1_048_576),
  DOCUMENT_LIMIT_BYTES: z.coerce.number().int().default(20_971_520),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().default(120),
  /** The console's sign-in by an outside identity provider; all three or none. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** Where operators look into workflows. */
  TEMPORAL_UI_URL: z.url().optional(),
  /** Seconds for which browsers insist on TLS; 0 says nothing. Only where all of the host is served by TLS. */
  HSTS_SECONDS: z.coerce.number().int().min(0).default(0),
  CONSOLE_DIR: z.string().default('apps/console/dist'),
  PROGRAMMES_DIR: z.string().default('programmes'),
  DATA_DIR: z.string().default('.data'),
  /** Private keys of running ballots: the same folder for every worker, outside the database and outside every backup. */
  BALLOT_KEYS_DIR: z.string().default('.data/ballot-keys'),
  /** How often the classifier looks for what is stuck. */
  STUCK_EVERY_SECONDS: z.coerce.number().min(1).max(30).default(15),
  /** How often a canary nomination goes through the whole path; 0 for never. */
  CANARY_EVERY_SECONDS: z.coerce.number().int().min(0).default(0),
  /** Addresses of operators, parted by commas. */
  ALERT_MAIL_TO: z.string().optional(),
  ALERT_WEBHOOK_URL: z.url().optional(),
  /** `bounce@example.vn`: mails then leave with a return path of their own, `bounce+<hash>@example.vn`. */
  BOUNCE_ADDRESS: z.email().optional(),
  /** A Maildir into which the mail server puts what comes back to that address. */
  BOUNCE_MAILDIR: z.string().optional(),
  /** Base address of an OTLP/HTTP receiver of traces; without it nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** `name=value` pairs for that receiver, parted by commas. */
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Settings that say something only together: all of them or none. */
const TOGETHER = [
  ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_PRIVATE_KEY'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const;

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

/** The validated settings of a process; nobody else reads the environment. */
export type Environment = z.infer<typeof schema> & { readonly PUBLIC_URL: string };

/** Thrown with one line for each setting that is missing or wrong, each naming the setting and the cure. */
export class SettingsInvalid extends Error {
  override readonly name = 'SettingsInvalid';
}

/** What is wrong with one setting, in words for whoever sets it; its value is never repeated, for it may be a secret. */
function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : `not a ${issue.expected}`;
    case 'too_small':
      return issue.origin === 'string' ? `shorter than ${issue.minimum} characters` : `less than ${issue.minimum}`;
    case 'too_big':
      return `more than ${issue.maximum}`;
    case 'invalid_value':
      return `none of ${issue.values.join(', ')}`;
    case 'invalid_format':
      return issue.format === 'email' ? 'not a mail address' : 'not an address such as https://laurel.example.vn';
    default:
      return issue.message;
  }
}

/** What is missing beside what goes with it: half of a group would be passed over in silence. */
function halvesOf(given: Readonly<Record<string, unknown>>): readonly string[] {
  return TOGETHER.flatMap((names) => {
    const known = names.filter((name) => name in given);
    if (known.length === 0) return [];
    return names.filter((name) => !(name in given)).map((name) => `${name}: missing beside ${known.join(' and ')}`);
  });
}

/** Reads and validates the settings; what is given empty counts as not given. Throws {@link SettingsInvalid}. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given, { reportInput: true });
  const wrong = [...(read.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${wordsOf(issue)}`), ...halvesOf(given)];
  if (!read.success || wrong.length > 0)
    throw new SettingsInvalid(wrong.map((line) => `${line}. Set it in the environment or in .env, see .env.example.`).join('\n'));
  return { ...read.data, PUBLIC_URL: read.data.PUBLIC_URL ?? `http://localhost:${read.data.PORT}` };
}
