import type { ProtoFailure } from '@temporalio/common';
import { errorOf, fromPayload, type Command } from './protocol.ts';

/** What has become of an update: refused by the validator, failed in its handler, or answered. */
export type UpdateAnswer =
  | { readonly is: 'waiting'; readonly accepted: boolean }
  | { readonly is: 'refused'; readonly error: Error }
  | { readonly is: 'failed'; readonly error: Error }
  | { readonly is: 'answered'; readonly value: unknown };

/** An update on its way; its answer may come at once or hours of virtual time later. */
export class VirtualUpdate {
  answer: UpdateAnswer = { is: 'waiting', accepted: false };

  /** @returns how many history events the workflow's word makes: a refusal by the validator makes none. */
  hear({ accepted, rejected, completed }: NonNullable<Command['updateResponse']>): number {
    if (accepted) this.answer = { is: 'waiting', accepted: true };
    else if (completed) this.answer = { is: 'answered', value: fromPayload(completed) };
    else if (rejected) return this.refuse(rejected);
    return 1;
  }

  /** The answer's value. @throws Error when it was refused, failed, or still waits. */
  value(): unknown {
    if (this.answer.is === 'answered') return this.answer.value;
    throw this.answer.is === 'waiting' ? new Error('The update is not answered yet') : this.answer.error;
  }

  private refuse(failure: ProtoFailure): number {
    const accepted = this.answer.is === 'waiting' && this.answer.accepted;
    this.answer = { is: accepted ? 'failed' : 'refused', error: errorOf(failure) };
    return accepted ? 1 : 0;
  }
}
