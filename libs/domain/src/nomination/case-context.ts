import type { NumberedPaper } from '../route/paper-number.ts';
import type { RuleSet } from '../route/rule-set.ts';
import { civilDateOf } from '../calendar/index.ts';
import type { WorkingCalendar } from '../calendar/calendar.types.ts';
import { assigneesOf, postOn, type Assignee, type Directory } from '../people/directory.ts';
import type { Instant, IsoDate } from '../time.ts';
import type { RegistryFacts } from '../eligibility/registry-facts.ts';

/** What a transition may look at besides the case itself. */
export interface CaseContext {
  readonly rules: RuleSet;
  readonly calendar: WorkingCalendar;
  readonly directory: Directory;
  readonly at: Instant;
  /** When posts are looked up, where that is later than `at`: a step that waited until somebody was appointed asks who holds the post by now. */
  readonly peopleAt?: Instant;
  /** What of other cases the rules look at; read only for the steps that need it. */
  readonly facts?: RegistryFacts;
  /** Holds in force on the nominee, under whatever name they were nominated; told where a case is begun or could be taken up again. */
  readonly nomineeHolds?: readonly string[];
  /** Papers that bear the number which the step would write; read only where it writes one. */
  readonly papers?: readonly NumberedPaper[];
}

/** The date that a paper signed now bears; a calendar of fixed days has no zone of its own. */
export function today({ calendar, at }: Pick<CaseContext, 'calendar' | 'at'>): IsoDate {
  return civilDateOf(calendar.days.kind === 'civil' ? calendar.days.zone : 'UTC', at);
}

/** A case that cannot go on until somebody mends the people or the rules; the step is tried again. */
export class CaseBlocked extends Error {
  override readonly name = 'CaseBlocked';
  constructor(
    readonly code: 'NOBODY_HOLDS_POST',
    readonly post: string,
  ) {
    super(`${code}: ${post}`);
  }
}

/** Who may be asked for a post on that day, the running substitute first: of the successor's post where the unit is abolished. */
export function candidatesOf({ directory, at, peopleAt = at }: CaseContext, post: string, on: IsoDate): readonly Assignee[] {
  return assigneesOf(directory, postOn(directory, post, on), peopleAt);
}
