import type { MailKind } from '@laurel/domain';
import { writeAssignment } from './assignment.ts';
import { writeEscalation } from './escalation.ts';
import type { Writer } from './reading.ts';
import { writeReminder } from './reminder.ts';
import { writeResult } from './result.ts';

/** Every kind of mail that has words; a new kind is one file and one line. */
export const writers: Readonly<Partial<Record<MailKind, Writer>>> = {
  assignment: writeAssignment,
  reminder: writeReminder,
  escalation: writeEscalation,
  result: writeResult,
};
