import type { NominationActivities } from '@laurel/contracts';
import { CaseDesk, type CaseDeskDependencies } from './case-desk/case-desk.ts';
import { CloseOverdue } from './close-overdue/close-overdue.ts';
import { EscalateDelay } from './escalate-delay/escalate-delay.ts';
import { PublishResult } from './publish-result/publish-result.ts';
import { ReceiveNomination } from './receive-nomination/receive-nomination.ts';
import { RecordAct } from './record-act/record-act.ts';
import { RemindReviewers } from './remind-reviewers/remind-reviewers.ts';

export { CaseDesk, UnknownNomination, type CaseDeskDependencies } from './case-desk/case-desk.ts';
export { RemedyDesk } from './run-remedy/remedy-desk.ts';
export { RunRemedy } from './run-remedy/run-remedy.ts';
export type { RemedyDependencies, RemedyRun } from './run-remedy/remedy.types.ts';
export { alertSettings, tellIncidents } from './tell-incidents/tell-incidents.ts';
export type { IncidentTelling, Told } from './tell-incidents/tell-incidents.ts';

/** The registry of what a nomination's workflow may ask for: a new step adds its folder and one line here. */
export function nominationActivities(dependencies: CaseDeskDependencies): NominationActivities {
  const desk = new CaseDesk(dependencies);
  const receive = new ReceiveNomination(desk);
  const acts = new RecordAct(desk);
  const reminders = new RemindReviewers(desk);
  const escalations = new EscalateDelay(desk);
  const timeouts = new CloseOverdue(desk);
  const results = new PublishResult(desk);
  return {
    receiveNomination: (input) => receive.receiveNomination(input),
    recordAct: (input) => acts.recordAct(input),
    remindReviewers: (input) => reminders.remindReviewers(input),
    escalateDelay: (input) => escalations.escalateDelay(input),
    closeOverdue: (input) => timeouts.closeOverdue(input),
    publishResult: (input) => results.publishResult(input),
  };
}

export { councilSessionActivities, type SessionDeskDependencies } from './council-session/index.ts';
