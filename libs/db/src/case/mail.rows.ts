import type { ClaimedMail } from '@laurel/contracts';
import { messageIdOf } from '../mail-ledger/message-id.ts';
import { taskToken, tokenHash } from '../task-token.ts';
import type { MailRow } from './case.types.ts';
import type { CommitInput } from './commit-input.ts';

export interface MailRowSettings {
  /** Secret from which task links are derived. */
  readonly secret: string;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

/** The ledger rows of a transition, as its statement takes them. */
export function mailRows({ mails, claim }: CommitInput, { secret, mailDomain }: MailRowSettings): object[] {
  return mails.map((mail) => {
    const messageId = messageIdOf(mail, mailDomain);
    return {
      id: messageId,
      subject_key: mail.subjectKey,
      person_id: mail.personId,
      kind: mail.kind,
      occurrence: mail.occurrence,
      task_id: mail.taskId,
      link_id: mail.linkId,
      link_hash: mail.linkId === null ? null : tokenHash(taskToken(secret, mail.linkId)),
      message_id: messageId,
      to_address: mail.toAddress,
      language: mail.language,
      content: mail.content,
      ...stateOf(mail, claim),
    };
  });
}

function stateOf({ withheld }: MailRow, claim: CommitInput['claim']): object {
  if (withheld) return { state: 'withheld' };
  return claim ? { state: 'sending', lease_owner: claim.owner, lease_ms: claim.leaseMs } : { state: 'planned' };
}

/** Of the mails of a transition those with these ids, as the ledger would give them to who claims them. */
export function claimedMails({ mails, loaded }: CommitInput, ids: readonly string[], { mailDomain }: MailRowSettings): ClaimedMail[] {
  const claimed = new Set(ids);
  return mails.flatMap((mail) => {
    const id = messageIdOf(mail, mailDomain);
    if (!claimed.has(id)) return [];
    const { kind, occurrence, language, taskId, content } = mail;
    const place = { nominationId: loaded.file.nominationId, sessionId: null, taskId, linkId: mail.linkId ?? taskId };
    return [{ id, messageId: id, kind, occurrence, to: mail.toAddress, language, ...place, content, attempts: 0, ambiguous: false }];
  });
}
