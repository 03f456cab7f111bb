import type { RuleSet } from '../route/rule-set.ts';
import type { WorkingCalendar } from '../calendar/calendar.types.ts';
import type { Directory } from '../people/directory.ts';
import type { Instant } from '../time.ts';
import type { RegistryFacts } from '../eligibility/registry-facts.ts';

/** What a transition may look at besides the case itself. */
export interface CaseContext {
  readonly rules: RuleSet;
  readonly calendar: WorkingCalendar;
  readonly directory: Directory;
  readonly at: Instant;
  /** What of other cases the rules look at; read only for the steps that need it. */
  readonly facts?: RegistryFacts;
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
