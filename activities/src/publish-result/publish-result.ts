import type { CaseStepInput, Standing } from '@laurel/contracts';
import { publish } from '@laurel/domain';
import type { CaseDesk } from '../case-desk/case-desk.ts';

/** Publishes a decided case and tells the nominator. */
export class PublishResult {
  private readonly desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.desk = desk;
  }

  /** Safe to retry: only a case that stands DECIDED is published. */
  publishResult(input: CaseStepInput): Promise<Standing> {
    return this.desk.advance(input, publish);
  }
}
