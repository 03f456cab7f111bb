import type { MailContent } from '@laurel/contracts';
import type { Language, MailKind } from '@laurel/domain';
import { taskToken, tokenHash } from '../task-token.ts';
import { messageIdOf } from './message-id.ts';

/** A mail planned outside a nomination's transition. Unique by subject key, person, kind and occurrence. */
export interface MailToPlan {
  readonly subjectKey: string;
  readonly programme: string;
  readonly personId: string;
  readonly kind: MailKind;
  readonly occurrence: number;
  readonly nominationId?: string | null;
  readonly sessionId?: string | null;
  readonly taskId?: string | null;
  /** What its link leads to: a page behind `/t/` whose token is `taskToken(secret, linkId)`. Null without link. */
  readonly linkId?: string | null;
  readonly toAddress: string;
  readonly language: Language;
  readonly content: MailContent;
  /** UTC ms; now when left out. */
  readonly sendAfter?: number;
}

export interface MailPlanSettings {
  /** Secret from which links are derived. */
  readonly secret: string;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

/** A pool or one client inside a transaction. */
export interface Queryable {
  query(query: { readonly name: string; readonly text: string; readonly values: unknown[] }): Promise<{ readonly rowCount: number | null }>;
}

const PLAN = `
INSERT INTO mail_ledger (id, subject_key, programme, person_id, kind, occurrence, nomination_id, session_id, task_id, link_id, link_hash,
       message_id, to_address, language, content, state, planned_at, send_after)
SELECT m.id, m.subject_key, m.programme, m.person_id, m.kind, m.occurrence, m.nomination_id, m.session_id, m.task_id, m.link_id, m.link_hash,
       m.id, m.to_address, m.language, m.content, 'planned', now(), COALESCE(to_timestamp(m.send_after / 1000.0), now())
  FROM jsonb_to_recordset($1::jsonb) AS m(id text, subject_key text, programme text, person_id text, kind text, occurrence int,
       nomination_id text, session_id text, task_id text, link_id text, link_hash text, to_address text, language text, content jsonb,
       send_after bigint)
ON CONFLICT (subject_key, person_id, kind, occurrence) DO NOTHING`;

/**
 * Plans mails in the ledger and returns how many are new. Safe to run twice: a mail that is planned already stays as
 * it is. Runs in the caller's transaction when given its client.
 */
export async function planMails(queryable: Queryable, mails: readonly MailToPlan[], settings: MailPlanSettings): Promise<number> {
  if (mails.length === 0) return 0;
  const rows = mails.map((mail) => rowOf(mail, settings));
  const { rowCount } = await queryable.query({ name: 'plan-mails', text: PLAN, values: [JSON.stringify(rows)] });
  return rowCount ?? 0;
}

function rowOf(mail: MailToPlan, { secret, mailDomain }: MailPlanSettings): object {
  const linkId = mail.linkId ?? null;
  return {
    id: messageIdOf(mail, mailDomain),
    subject_key: mail.subjectKey,
    programme: mail.programme,
    person_id: mail.personId,
    kind: mail.kind,
    occurrence: mail.occurrence,
    nomination_id: mail.nominationId ?? null,
    session_id: mail.sessionId ?? null,
    task_id: mail.taskId ?? null,
    link_id: linkId,
    link_hash: linkId === null ? null : tokenHash(taskToken(secret, linkId)),
    to_address: mail.toAddress,
    language: mail.language,
    content: mail.content,
    send_after: mail.sendAfter ?? null,
  };
}
