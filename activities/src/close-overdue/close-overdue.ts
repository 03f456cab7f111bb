import type { CaseStepInput, Standing } from '@laurel/contracts';
import { closeOverdue as applyTimeout } from '@laurel/domain';
import type { CaseDesk } from '../case-desk/case-desk.ts';

/** Applies the stage's timeout policy once its closing instant has come. */
export class CloseOverdue {
  private readonly desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.desk = desk;
  }

  /** Safe to retry: the policy applies only while the closing instant is due and the case open. */
  closeOverdue(input: CaseStepInput): Promise<Standing> {
    return this.desk.advance(input, applyTimeout);
  }
}
