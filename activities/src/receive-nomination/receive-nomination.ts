import type { CaseStepInput, Standing } from '@laurel/contracts';
import { receive } from '@laurel/domain';
import type { CaseDesk } from '../case-desk/case-desk.ts';

/** Intake by the rules, then the first stage with people in it. */
export class ReceiveNomination {
  private readonly desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.desk = desk;
  }

  /** Safe to retry: only a case that is still SUBMITTED is received. */
  receiveNomination(input: CaseStepInput): Promise<Standing> {
    return this.desk.advance(input, (file, context, loaded) => receive(file, context, loaded.nomineeHolds));
  }
}
