import type { CaseStepInput, Standing } from '@laurel/contracts';
import { remind } from '@laurel/domain';
import type { CaseDesk } from '../case-desk/case-desk.ts';

/** Reminds everyone whose task is open. */
export class RemindReviewers {
  private readonly desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.desk = desk;
  }

  /** Safe to retry: a reminder that was recorded is no longer due, and the ledger takes each occurrence once. */
  remindReviewers(input: CaseStepInput): Promise<Standing> {
    return this.desk.advance(input, remind);
  }
}
