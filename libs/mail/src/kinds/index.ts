import type { MailKind } from '@laurel/domain';
import { writeAssignment } from './assignment.ts';
import { writeConfirmation } from './confirmation.ts';
import { writeEscalation } from './escalation.ts';
import { writeNotice } from './notice.ts';
import type { Writer } from './reading.ts';
import { writeReminder } from './reminder.ts';
import { writeResult } from './result.ts';

/** Every kind of mail about a nomination that has words; a new kind is one file and one line. */
export const nominationWriters: Readonly<Partial<Record<MailKind, Writer>>> = {
  assignment: writeAssignment,
  reminder: writeReminder,
  escalation: writeEscalation,
  result: writeResult,
  confirmation: writeConfirmation,
  notice: writeNotice,
};
