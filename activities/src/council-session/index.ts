import type { CouncilSessionActivities } from '@laurel/contracts';
import { CloseBallot } from './close-ballot.ts';
import { ConveneSession } from './convene-session.ts';
import { CountBallot } from './count-ballot.ts';
import { OpenBallot } from './open-ballot.ts';
import { RemindVoters } from './remind-voters.ts';
import { SendMinutes } from './send-minutes.ts';
import { SessionDesk, type SessionDeskDependencies } from './session-desk.ts';
import { TellOutcomes } from './tell-outcomes.ts';

export type { SessionDeskDependencies } from './session-desk.ts';

/** The registry of what a session's workflow may ask for: a new step adds its file and one line here. */
export function councilSessionActivities(dependencies: SessionDeskDependencies): CouncilSessionActivities {
  const desk = new SessionDesk(dependencies);
  const convening = new ConveneSession(desk);
  const opening = new OpenBallot(desk);
  const reminders = new RemindVoters(desk);
  const closing = new CloseBallot(desk);
  const counting = new CountBallot(desk);
  const telling = new TellOutcomes(desk);
  const minutes = new SendMinutes(desk);
  return {
    conveneSession: (input) => convening.conveneSession(input),
    openBallot: (input) => opening.openBallot(input),
    remindVoters: (input) => reminders.remindVoters(input),
    closeBallot: (input) => closing.closeBallot(input),
    countBallot: (input) => counting.countBallot(input),
    tellOutcomes: (input) => telling.tellOutcomes(input),
    sendMinutes: (input) => minutes.sendMinutes(input),
  };
}
