import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { newId } from '../ids.ts';
import type { Database } from '../database.ts';
import { planMails, type MailPlanSettings } from '../mail-ledger/index.ts';
import { tokenHash } from '../task-token.ts';
import type { MailedPerson } from './mailed-link.reading.ts';

export type CodePurpose = 'task-list' | 'decision';

const CODE_MINUTES = 10;
const PASS_MINUTES = 30;
/** Wrong entries after which a code is worth nothing. */
const ATTEMPTS = 5;
/** Codes that one person can be sent in an hour. */
const CODES_PER_HOUR = 5;
const DIGITS = 6;

const ISSUE = `
INSERT INTO mail_code (id, programme, person_id, purpose, code_hash, created_at, expires_at)
SELECT $1, $2, $3, $4, $5, now(), now() + make_interval(mins => ${String(CODE_MINUTES)})
 WHERE (SELECT count(*) FROM mail_code WHERE programme = $2 AND person_id = $3 AND created_at > now() - interval '1 hour') < ${String(CODES_PER_HOUR)}
RETURNING id`;

// Only the latest code counts, and every try is counted before it is compared.
const TRY = `
UPDATE mail_code SET attempts = attempts + 1
 WHERE id = (SELECT id FROM mail_code WHERE programme = $1 AND person_id = $2 AND purpose = $3 ORDER BY created_at DESC, id DESC LIMIT 1)
   AND used_at IS NULL AND expires_at > now() AND attempts < ${String(ATTEMPTS)}
RETURNING id, code_hash`;

const USE = `
UPDATE mail_code SET used_at = now(), pass_hash = $2, pass_expires_at = now() + make_interval(mins => ${String(PASS_MINUTES)})
 WHERE id = $1 AND used_at IS NULL RETURNING id`;

const HOLDS = `
SELECT 1 FROM mail_code WHERE pass_hash = $1 AND programme = $2 AND person_id = $3 AND purpose = $4 AND pass_expires_at > now()`;

/** One-time codes by mail: six digits, hashed, single use, ten minutes, few tries. Entering one gives a short pass. */
export class CodeRepository {
  private readonly database: Database;
  private readonly settings: MailPlanSettings;

  constructor(database: Database, settings: MailPlanSettings) {
    this.database = database;
    this.settings = settings;
  }

  /** Mails a new code; earlier ones of the purpose no longer count. `too-many` when the hour's codes are used up. */
  async issue(person: MailedPerson, purpose: CodePurpose, zone: string): Promise<'sent' | 'too-many'> {
    const id = newId();
    const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
    return this.database.transaction(async (client) => {
      const values = [id, person.programme, person.id, purpose, this.hashOf(id, code)];
      const { rowCount } = await client.query({ name: 'issue-code', text: ISSUE, values });
      if (rowCount === 1) await planMails(client, [mailOf(person, purpose, { id, code, zone })], this.settings);
      return rowCount === 1 ? 'sent' : 'too-many';
    });
  }

  /** The pass that the right code gives, once; null for a wrong, used, old or overtried one. */
  async redeem(person: Pick<MailedPerson, 'programme' | 'id'>, purpose: CodePurpose, given: string): Promise<string | null> {
    const query = { name: 'try-code', text: TRY, values: [person.programme, person.id, purpose] };
    const { rows } = await this.database.pool.query<{ id: string; code_hash: string }>(query);
    const [row] = rows;
    if (!row || !isSame(row.code_hash, this.hashOf(row.id, given.replaceAll(/\D/g, '')))) return null;
    const pass = randomBytes(32).toString('base64url');
    const used = await this.database.pool.query({ name: 'use-code', text: USE, values: [row.id, tokenHash(pass)] });
    return used.rowCount === 1 ? pass : null;
  }

  /** Whether the pass is this person's, for this purpose, and still valid. */
  async holds(pass: string, person: Pick<MailedPerson, 'programme' | 'id'>, purpose: CodePurpose): Promise<boolean> {
    const values = [tokenHash(pass), person.programme, person.id, purpose];
    const { rowCount } = await this.database.pool.query({ name: 'holds-pass', text: HOLDS, values });
    return rowCount === 1;
  }

  /** Keyed: six digits alone are guessed from a plain hash in no time. */
  private hashOf(id: string, code: string): string {
    return createHmac('sha256', this.settings.secret).update(`code:${id}:${code}`).digest('hex');
  }
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function mailOf(
  person: MailedPerson,
  purpose: CodePurpose,
  { id, code, zone }: { readonly id: string; readonly code: string; readonly zone: string },
): Parameters<typeof planMails>[1][number] {
  const is = purpose === 'decision' ? 'decision-code' : 'task-list-code';
  return {
    subjectKey: `code:${id}`,
    programme: person.programme,
    personId: person.id,
    kind: 'code',
    occurrence: 0,
    toAddress: person.email,
    language: person.language,
    content: {
      about: 'account',
      occasion: { is, code: `${code.slice(0, 3)} ${code.slice(3)}`, minutes: CODE_MINUTES },
      recipient: person.fullName,
      zone,
    },
  };
}
