import { assertNever } from '@laurel/domain';
import type { Database } from '../database.ts';
import type { NudgeTopic } from '../loops/index.ts';
import type { RulesRepository } from '../rules/index.ts';
import { onceMore } from './availability.ts';
import { CampaignIntake } from './campaign-facts.ts';
import { CaseFactIntake } from './case-facts.ts';
import { HoldIntake } from './hold-facts.ts';
import type { IntakeAnswer, IntakeError, IntakeEvent, IntakeOrigin, Stored } from './intake.types.ts';
import { SubmittedIntake } from './submitted.ts';

/** Wakes the loop that goes on with what was just committed. */
export type OnAccepted = (topic: NudgeTopic) => void;

/** A first try, a second after the campaign's rules were learnt, a third should they have changed in between. */
const TRIES = 3;

/** The front door: each event in one transaction, unique by source and id, never lost once accepted. */
export class IntakeRepository {
  private readonly database: Database;
  private readonly onAccepted: OnAccepted;
  private readonly submitted: SubmittedIntake;
  private readonly caseFacts: CaseFactIntake;
  private readonly holds: HoldIntake;
  private readonly campaigns: CampaignIntake;

  constructor(database: Database, rules: RulesRepository, onAccepted: OnAccepted) {
    this.database = database;
    this.onAccepted = onAccepted;
    this.submitted = new SubmittedIntake(database, rules);
    this.caseFacts = new CaseFactIntake(database);
    this.holds = new HoldIntake(database);
    this.campaigns = new CampaignIntake(database);
  }

  /**
   * Stores an event or gives the answer it had before. When it returns `accepted`, the event is durable. Throws only
   * when the database cannot be used.
   */
  async accept(event: IntakeEvent, origin: IntakeOrigin): Promise<IntakeAnswer> {
    for (let left = TRIES; ; left -= 1) {
      const stored = await onceMore(() => this.store(event, origin));
      if (stored.stored) {
        this.onAccepted(event.type === 'laurel.nomination.submitted.v1' ? 'laurel_inbox' : 'laurel_acts');
        return { is: 'accepted', nominationId: stored.nominationId, repeated: false };
      }
      const before = await this.answerBefore(event);
      if (before) return before;
      const errors = await this.explain(event, origin);
      if (errors.length > 0) return { is: 'invalid', errors };
      if (left === 1) throw new Error(`Event ${event.source} ${event.id} was neither stored nor explained`);
    }
  }

  private async answerBefore(event: IntakeEvent): Promise<IntakeAnswer | null> {
    const text = 'SELECT payload_hash = $3 AS same, nomination_id AS "nominationId" FROM inbox_event WHERE source = $1 AND event_id = $2';
    const values = [event.source, event.id, event.payloadHash];
    const { rows } = await this.database.pool.query<{ same: boolean; nominationId: string | null }>({ name: 'inbox-before', text, values });
    const [row] = rows;
    if (!row) return null;
    return row.same ? { is: 'accepted', nominationId: row.nominationId, repeated: true } : { is: 'conflict' };
  }

  private store(event: IntakeEvent, origin: IntakeOrigin): Promise<Stored> {
    switch (event.type) {
      case 'laurel.nomination.submitted.v1':
        return this.submitted.store(event, origin);
      case 'laurel.nomination.completed.v1':
      case 'laurel.nomination.withdrawn.v1':
        return this.caseFacts.store(event, origin);
      case 'laurel.nominee.hold-placed.v1':
        return this.holds.place(event, origin);
      case 'laurel.nominee.hold-lifted.v1':
        return this.holds.lift(event, origin);
      case 'laurel.campaign.opened.v1':
        return this.campaigns.store(event, origin);
      default:
        return assertNever(event);
    }
  }

  private async explain(event: IntakeEvent, origin: IntakeOrigin): Promise<readonly IntakeError[]> {
    switch (event.type) {
      case 'laurel.nomination.submitted.v1':
        return this.submitted.explain(event, origin);
      case 'laurel.nomination.completed.v1':
      case 'laurel.nomination.withdrawn.v1':
        return this.caseFacts.explain(event);
      case 'laurel.nominee.hold-placed.v1':
      case 'laurel.nominee.hold-lifted.v1':
        return this.holds.explain(event);
      case 'laurel.campaign.opened.v1':
        return this.campaigns.explain(event);
      default:
        return assertNever(event);
    }
  }
}
