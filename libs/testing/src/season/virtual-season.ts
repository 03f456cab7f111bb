import { NOMINATION_WORKFLOW, nominationWorkflowId, type NominationInput } from '@laurel/contracts';
import type { RuleSet } from '@laurel/domain';
import { deskActivities } from '../desk/desk-activities.ts';
import { MemoryDesk, type MemoryDeskOptions } from '../desk/memory-desk.ts';
import { VirtualServer } from '../harness/virtual-server.ts';
import type { NewNomination } from './nomination.ts';
import { people } from './people.ts';
import { threeLevels } from './rules.ts';
import { VirtualNomination } from './virtual-nomination.ts';

export interface VirtualSeasonOptions extends Partial<MemoryDeskOptions> {
  /** The file that `npm run workflows:bundle` writes. */
  readonly bundle: URL;
  /** The clock's first instant; default the beginning of day 0. */
  readonly startsAt?: number;
  readonly rules?: RuleSet;
}

/** How a nomination enters the season. */
export interface Entry extends Partial<Omit<NewNomination, 'submittedAt'>> {
  /** Continue as new after this many history events. */
  readonly continueAfterEvents?: number;
}

/** A season in one process: a desk in memory, the built workflows, and a clock that moves when told. */
export class VirtualSeason {
  readonly desk: MemoryDesk;
  readonly server: VirtualServer;
  private count = 0;

  private constructor(desk: MemoryDesk, server: VirtualServer) {
    this.desk = desk;
    this.server = server;
  }

  static async open({ bundle, startsAt = 0, ...options }: VirtualSeasonOptions): Promise<VirtualSeason> {
    const desk = new MemoryDesk({ ...options, rules: options.rules ?? threeLevels(), directory: options.directory ?? people() });
    const activities = deskActivities(desk);
    return new VirtualSeason(desk, await VirtualServer.open({ bundle, startsAt, activities: { ...activities } }));
  }

  get now(): number {
    return this.server.now;
  }

  /** A nomination comes in; its workflow is started and has done what can be done at once. */
  async submit(entry: Entry = {}): Promise<VirtualNomination> {
    const nomination = this.announce(entry);
    await this.server.settle();
    return nomination;
  }

  /** A nomination comes in, and its workflow has not done anything yet. */
  announce({ continueAfterEvents, ...entry }: Entry = {}): VirtualNomination {
    this.count += 1;
    const nominationId = entry.nominationId ?? `N${String(this.count)}`;
    this.desk.submit({ ...entry, nominationId, submittedAt: this.now });
    const input: NominationInput = { nominationId, ...(continueAfterEvents !== undefined && { continueAfterEvents }) };
    const workflow = this.server.start(NOMINATION_WORKFLOW, nominationWorkflowId(nominationId), input);
    return new VirtualNomination(nominationId, workflow, this);
  }

  advance(ms: number): Promise<void> {
    return this.server.advance(ms);
  }

  advanceTo(at: number): Promise<void> {
    return this.server.advanceTo(at);
  }

  close(): Promise<void> {
    return this.server.close();
  }
}
