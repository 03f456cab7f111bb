import { nominationWorkflowId } from '@laurel/contracts';
import type { CaseReading, MailLine, NominationLine, TaskLine, TimelineEntry } from '@laurel/db';
import type { Action, Text } from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import { insistOnPlace } from '../auth/allow.ts';
import { mayIn, type Visitor } from '../auth/visitor.ts';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { CASE_ACTIONS, type CaseAction } from './console.schemas.ts';
import { clockOf, routeOf, rulesOfCase, wakesAhead, type Clock, type RouteLevel, type Wake } from './case-route.ts';
import { ProgrammeShelf } from './programme-shelf.ts';
import { ineligibleText, paperName } from './rule-words.ts';

export interface CasePage extends Omit<CaseReading, 'wait' | 'stageIndex' | 'recipientKind' | 'stream' | 'documents'> {
  readonly programmeName: Text;
  readonly awardName: Text;
  /** `kindName`: what the programme calls this kind of paper; null where it asks for none of it. */
  readonly documents: readonly (CaseReading['documents'][number] & { readonly kindName: Text | null })[];
  /** Why the nomination is not eligible, in the programme's words. */
  readonly ineligibleText: Text | null;
  readonly route: readonly RouteLevel[];
  readonly clock: Clock | null;
  readonly actions: readonly CaseAction['action'][];
}

export interface WorkflowView {
  readonly asOf: string;
  readonly sees: boolean;
  readonly workflowId: string;
  readonly workflow: 'running' | 'closed' | 'missing' | null;
  readonly task: { readonly attempt: number; readonly since: string } | null;
  readonly pendingActivities: readonly {
    readonly type: string;
    readonly attempt: number;
    readonly paused: boolean;
    readonly since: string;
    readonly nextAttemptAt: string | null;
    readonly lastFailure: string | null;
  }[];
  readonly lastFailure: string | null;
  readonly pinnedTo: string | null;
  readonly timers: readonly Wake[];
  readonly link: string | null;
}

const unknown = (): Problem => new Problem('NOT_FOUND', 'No nomination has this id.');

/** What each action needs: lifting a hold is a matter of holds. */
export const ACTION_OF: Readonly<Record<CaseAction['action'], Action>> = {
  withdraw: 'withdraw',
  extend: 'extend',
  reassign: 'reassign',
  substitute: 'substitute',
  hold: 'hold',
  'lift-hold': 'hold',
  resend: 'resend',
};

const iso = (at: number): string => new Date(at).toISOString();

function timely({ endedAt, holdIds, tasks }: CaseReading, action: CaseAction['action']): boolean {
  const isOpen = endedAt === null;
  switch (action) {
    case 'lift-hold':
      // Also of a case that has ended: while a hold is there, nothing is taken up again.
      return holdIds.length > 0;
    case 'extend':
    case 'reassign':
    case 'substitute':
      return isOpen && tasks.some(({ state }) => state === 'open');
    case 'withdraw':
    case 'hold':
      return isOpen;
    case 'resend':
      return true;
  }
}

/** One nomination, for whoever may look into its unit; the same 404 for everybody else as for an id that does not exist. */
@Injectable()
export class CasePageService {
  private readonly console: ApiParts['console'];
  private readonly workflows: ApiParts['workflows'];
  private readonly settings: ApiParts['settings'];
  private readonly shelf: ProgrammeShelf;

  constructor(
    @Inject(PART.console) console: ApiParts['console'],
    @Inject(PART.workflows) workflows: ApiParts['workflows'],
    @Inject(PART.settings) settings: ApiParts['settings'],
    shelf: ProgrammeShelf,
  ) {
    this.console = console;
    this.workflows = workflows;
    this.settings = settings;
    this.shelf = shelf;
  }

  async page(id: string, visitor: Visitor): Promise<CasePage> {
    const found = await this.seen(id, visitor);
    const published = await this.console.rules.ruleSet(found.programme, found.ruleSetVersion);
    const people = await this.shelf.people(found.programme);
    const { wait: _wait, stageIndex: _stageIndex, recipientKind: _kind, stream: _stream, ...rest } = found;
    const key = found.award;
    const rules = rulesOfCase(published, found);
    return {
      ...rest,
      tasks: this.tasksFor(visitor, found),
      programmeName: published.name,
      awardName: published.awards.find((award) => award.key === key)?.name ?? { vi: key, en: key },
      documents: found.documents.map((document) => ({ ...document, kindName: paperName(rules, document.kind) })),
      ineligibleText: ineligibleText(rules, found.ineligibleRule),
      route: routeOf(rules, people, found),
      clock: clockOf(found),
      actions: this.actionsFor(visitor, found),
    };
  }

  async timeline(id: string, visitor: Visitor): Promise<{ readonly entries: readonly TimelineEntry[] }> {
    await this.insist(id, visitor, 'read-nomination');
    return { entries: await this.console.cases.timeline(id) };
  }

  async mails(id: string, visitor: Visitor): Promise<{ readonly mails: readonly MailLine[] }> {
    await this.insist(id, visitor, 'read-mail');
    return { mails: await this.console.cases.mails(id) };
  }

  async workflow(id: string, visitor: Visitor): Promise<WorkflowView> {
    const found = await this.seen(id, visitor);
    insistOnPlace(visitor, 'read-workflow', found);
    const examined = await this.workflows.examine(id).catch(() => null);
    const workflowId = nominationWorkflowId(id);
    const { TEMPORAL_UI_URL: ui, TEMPORAL_NAMESPACE: namespace } = this.settings;
    const activities = examined?.activities ?? [];
    return {
      asOf: iso(Date.now()),
      sees: examined !== null,
      workflowId,
      workflow: examined?.workflow ?? null,
      task: examined?.task ? { attempt: examined.task.attempt, since: iso(examined.task.since) } : null,
      pendingActivities: activities.map(({ since, nextAttemptAt, ...activity }) => ({
        ...activity,
        since: iso(since),
        nextAttemptAt: nextAttemptAt === null ? null : iso(nextAttemptAt),
      })),
      lastFailure: activities.find(({ lastFailure }) => lastFailure !== null)?.lastFailure ?? null,
      pinnedTo: examined?.pinnedTo ?? null,
      timers: found.wait ? wakesAhead(found.wait) : [],
      link: ui === undefined ? null : `${ui}/namespaces/${namespace}/workflows/${encodeURIComponent(workflowId)}`,
    };
  }

  /** Throws 404 or 403 unless the visitor may do this to the nomination; answers where it belongs. */
  async insist(id: string, visitor: Visitor, action: Action): Promise<{ readonly programme: string; readonly unit: string }> {
    const home = await this.console.cases.homeOf(id);
    if (!home) throw unknown();
    insistOnPlace(visitor, action, home);
    return home;
  }

  private async seen(id: string, visitor: Visitor): Promise<CaseReading> {
    const found = await this.console.cases.of(id);
    if (!found) throw unknown();
    insistOnPlace(visitor, 'read-nomination', found);
    return found;
  }

  /** Addresses are for those who write to people. */
  private tasksFor(visitor: Visitor, found: CaseReading): readonly TaskLine[] {
    if (mayIn(visitor, 'read-mail', found.programme, found.unit)) return found.tasks;
    return found.tasks.map((task) => ({ ...task, person: { ...task.person, email: null } }));
  }

  private actionsFor(visitor: Visitor, found: CaseReading & NominationLine): readonly CaseAction['action'][] {
    return CASE_ACTIONS.filter((action) => timely(found, action) && mayIn(visitor, ACTION_OF[action], found.programme, found.unit));
  }
}
