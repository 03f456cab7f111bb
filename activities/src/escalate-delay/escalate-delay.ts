import type { CaseStepInput, Standing } from '@laurel/contracts';
import { escalate } from '@laurel/domain';
import type { CaseDesk } from '../case-desk/case-desk.ts';

/** Tells the superiors of those who stay silent. */
export class EscalateDelay {
  private readonly desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.desk = desk;
  }

  /** Safe to retry: a wait that has been escalated is not escalated again. */
  escalateDelay(input: CaseStepInput): Promise<Standing> {
    return this.desk.advance(input, escalate);
  }
}
