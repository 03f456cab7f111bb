import type { WorkingCalendar } from '../calendar/calendar.types.ts';
import type { RuleSet, SessionStage } from '../route/rule-set.ts';
import type { Instant } from '../time.ts';
import { firstLawfulDay, type LawfulDay } from './agenda.ts';

/** A nomination that somebody would put on an agenda. */
export interface Candidate {
  readonly ended: boolean;
  /** Where it stands on its route. */
  readonly stageIndex: number;
  /** When its latest public notice has fully elapsed; null where there was none. */
  readonly noticeEndsAt: Instant | null;
}

export interface Meeting {
  readonly council: string;
  readonly meetsAt: Instant;
}

/** A line of the agenda, or why there can be none. */
export type Placing =
  | { readonly stageIndex: number; readonly stage: SessionStage }
  | { readonly problem: 'ended' | 'not-before-this-council' }
  | { readonly problem: 'notice-runs'; readonly lawful: LawfulDay };

/**
 * Whether a nomination may be on the agenda: it stands at a session of this council, or is on public notice right before
 * one that is over in time. `rules` are those of its own route.
 */
export function placeOnAgenda(rules: RuleSet, calendar: WorkingCalendar, candidate: Candidate, meeting: Meeting): Placing {
  if (candidate.ended) return { problem: 'ended' };
  const ahead = rules.stages.findIndex(({ kind }, index) => index >= candidate.stageIndex && kind !== 'notice');
  const stage = rules.stages[ahead];
  if (stage?.kind !== 'session' || stage.council !== meeting.council) return { problem: 'not-before-this-council' };
  const lawful = candidate.noticeEndsAt === null ? null : firstLawfulDay(calendar, candidate.noticeEndsAt);
  if (lawful && meeting.meetsAt < lawful.at) return { problem: 'notice-runs', lawful };
  return { stageIndex: ahead, stage };
}
