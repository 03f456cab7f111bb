import { assertNever, type ActBody } from '@laurel/domain';
import type { OpenTask, Principal } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import type { RemedyItem, RemedyRequest } from './operations.schemas.ts';
import { OperatorActs } from './operator-acts.ts';

const TWO_WEEKS_MS = 14 * 24 * 3_600_000;

const missing = (pointer: string, detail: string): Problem =>
  new Problem('INVALID_REQUEST', { detail: 'Mend the fields named in "errors".', errors: [{ pointer, detail }] });

/** One remedy on one nomination. */
@Injectable()
export class RemedyRunner {
  private readonly remedies: ApiParts['remedies'];
  private readonly nominations: ApiParts['nominations'];
  private readonly taskPages: ApiParts['taskPages'];
  private readonly nudge: ApiParts['nudge'];
  private readonly acts: OperatorActs;

  constructor(
    @Inject(PART.remedies) remedies: ApiParts['remedies'],
    @Inject(PART.nominations) nominations: ApiParts['nominations'],
    @Inject(PART.taskPages) taskPages: ApiParts['taskPages'],
    @Inject(PART.nudge) nudge: ApiParts['nudge'],
    acts: OperatorActs,
  ) {
    this.remedies = remedies;
    this.nominations = nominations;
    this.taskPages = taskPages;
    this.nudge = nudge;
    this.acts = acts;
  }

  /** Throws a 422 problem when the request lacks what its remedy needs. */
  check({ remedy, to, workingDays }: RemedyRequest): void {
    if ((remedy === 'reassign' || remedy === 'substitute') && to === undefined)
      throw missing('/to', 'Say to whom: a post, a person id or an address.');
    if (remedy === 'extend-deadline' && workingDays === undefined) throw missing('/workingDays', 'Say by how many working days.');
  }

  async run(nominationId: string, request: RemedyRequest, caller: Principal): Promise<RemedyItem[]> {
    if ((await this.nominations.unitOf(nominationId)) === null) throw new Problem('NOT_FOUND', 'No nomination has this id.');
    switch (request.remedy) {
      case 'retry-now':
        return [await this.moved(nominationId, request, 'would be tried at once', () => this.remedies.retryNow(nominationId))];
      case 'resend-mail':
        return [await this.moved(nominationId, request, 'mails would be sent again', () => this.remedies.resendMail(nominationId))];
      case 'extend-deadline':
        return [await this.act(nominationId, request, caller, { kind: 'extend', workingDays: request.workingDays ?? 1 })];
      case 'terminate':
        return [await this.act(nominationId, request, caller, { kind: 'terminate' })];
      case 'reassign':
      case 'substitute':
        return this.passOn(nominationId, request, caller);
      default:
        return assertNever(request.remedy);
    }
  }

  private async moved(nominationId: string, { dryRun }: RemedyRequest, intent: string, move: () => Promise<number>): Promise<RemedyItem> {
    if (dryRun) return { nominationId, status: 'would-do', detail: intent };
    const rows = await move();
    for (const topic of ['laurel_inbox', 'laurel_acts', 'laurel_mail'] as const) this.nudge(topic);
    return { nominationId, status: rows > 0 ? 'done' : 'nothing-to-do', detail: `${String(rows)} rows set in motion` };
  }

  private act(nominationId: string, { dryRun, reason }: RemedyRequest, caller: Principal, body: ActBody): Promise<RemedyItem> {
    if (dryRun) return Promise.resolve({ nominationId, status: 'would-do', detail: `would record "${body.kind}"` });
    return this.acts.submit(nominationId, caller, reason, body);
  }

  /** Another person for the open tasks; a substitute also stands in for the post from now on. */
  private async passOn(nominationId: string, request: RemedyRequest, caller: Principal): Promise<RemedyItem[]> {
    const tasks = (await this.remedies.openTasks(nominationId)).filter(({ id }) => (request.taskId ?? id) === id);
    const [first] = tasks;
    if (!first) return [{ nominationId, status: 'nothing-to-do', detail: 'No such task is open.' }];
    if (request.remedy === 'reassign' && tasks.length > 1)
      throw missing('/taskId', `Several tasks are open, say which: ${tasks.map(({ id }) => id).join(', ')}.`);
    const person = await this.taskPages.personMeant(first.programme, request.to ?? '');
    if (!person) throw missing('/to', 'Nobody is known by this: give a post, a person id or an address.');
    const concerned = request.remedy === 'substitute' ? tasks.filter(({ post }) => post === first.post) : tasks;
    if (request.remedy === 'substitute' && !request.dryRun) await this.substitute(first, person.id, request);
    const items: RemedyItem[] = [];
    for (const task of concerned)
      items.push({
        taskId: task.id,
        ...(await this.act(nominationId, request, caller, { kind: 'reassign', taskId: task.id, toPersonId: person.id })),
      });
    return items;
  }

  private substitute({ programme, post }: OpenTask, personId: string, { until, reason }: RemedyRequest): Promise<void> {
    return this.remedies.substitute({
      programme,
      post,
      personId,
      reason,
      until: until === undefined ? Date.now() + TWO_WEEKS_MS : Date.parse(until),
    });
  }
}
