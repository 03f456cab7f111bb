import { Inject, Injectable } from '@nestjs/common';
import type { NumberedLine } from '@laurel/db';
import type { ActBody } from '@laurel/domain';
import { insistOnPlace } from '../auth/allow.ts';
import type { Visitor } from '../auth/visitor.ts';
import { Problem } from '../http/problem.ts';
import { wrongField } from '../http/read-request.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import type {
  ComplaintBody,
  Numbered,
  NumberBody,
  NumbersBody,
  OverrideBody,
  Recorded,
  ReopeningBody,
  RevocationBody,
} from './complaints.schemas.ts';
import { LateActs } from './late-acts.ts';

/** Who asks, and the key under which the same request counts once. */
export interface Asking {
  readonly caller: Visitor;
  readonly key: string | undefined;
  /** How long the outcome of each act is waited for, as {@link LateActs} takes it. */
  readonly withinMs?: number;
}

const unknown = (what: string): Problem => new Problem('NOT_FOUND', `No ${what} has this id.`);

@Injectable()
export class ComplaintsService {
  private readonly nominations: ApiParts['nominations'];
  private readonly taskPages: ApiParts['taskPages'];
  private readonly aftermath: ApiParts['aftermath'];
  private readonly acts: LateActs;

  constructor(
    @Inject(PART.nominations) nominations: ApiParts['nominations'],
    @Inject(PART.taskPages) taskPages: ApiParts['taskPages'],
    @Inject(PART.aftermath) aftermath: ApiParts['aftermath'],
    acts: LateActs,
  ) {
    this.nominations = nominations;
    this.taskPages = taskPages;
    this.aftermath = aftermath;
    this.acts = acts;
  }

  complain(id: string, { ground, by, email, language, reason }: ComplaintBody, asking: Asking): Promise<Recorded> {
    const told = { ...(email !== undefined && { email }), ...(language !== undefined && { language }) };
    return this.record(id, { kind: 'complain', ground, by, ...told }, reason, asking);
  }

  revoke(id: string, { ground, paper, reason, revokedOn }: RevocationBody, asking: Asking): Promise<Recorded> {
    return this.record(id, { kind: 'revoke', ground, paper, revokedOn: revokedOn ?? null }, reason, asking);
  }

  reopen(id: string, { stage, reason }: ReopeningBody, asking: Asking): Promise<Recorded> {
    return this.record(id, { kind: 'reopen', stage }, reason, asking);
  }

  /** The rule is set aside by a person, whom the caller names; a person who signed in names nobody else. */
  async override(id: string, { rule, post, person, reason }: OverrideBody, asking: Asking): Promise<Recorded> {
    const { programme } = await this.home(id, asking.caller);
    const meant = await this.taskPages.personMeant(programme, person);
    const own = asking.caller.signedIn?.identity.people;
    if (!meant || (own && !own.some(({ id }) => id === meant.id)))
      throw own
        ? wrongField('/person', 'Name yourself.', 'Xin ghi chính ông/bà.')
        : wrongField(
            '/person',
            'Nobody is known by this: give a person id or an address.',
            'Không có người này: xin ghi mã người hoặc địa chỉ thư.',
          );
    return this.record(id, { kind: 'override', rule, post, via: `key:${asking.caller.keyId}` }, reason, asking, meant.id);
  }

  /** Every line of the decision joins the one that bears the number. */
  async number(decisionId: string, { number, signedOn: given }: NumberBody, asking: Asking): Promise<Numbered> {
    const lines = await this.aftermath.linesOf(decisionId);
    const [first] = lines;
    if (!first) throw unknown('decision that holds');
    // None of them before all of them may be.
    for (const line of lines) insistOnPlace(asking.caller, 'change-registry', line);
    const signedOn = given ?? first.signedOn;
    const recorded: Recorded[] = [];
    for (const line of lines) recorded.push(await this.numberLine(line, { number, signedOn }, asking));
    return { decisionId, number, signedOn, lines: recorded };
  }

  /** One line of a decision joins the one that bears the number; throws a problem where it may not. */
  numberLine(line: NumberedLine, { number, signedOn }: Pick<NumbersBody, 'number' | 'signedOn'>, asking: Asking): Promise<Recorded> {
    insistOnPlace(asking.caller, 'change-registry', line);
    const { nominationId, level, number: known } = line;
    if (known !== null && known !== number)
      throw new Problem('DECISION_NUMBERED', {
        detail: `This decision bears the number "${known}": a number is written once.`,
        detailVi: `Quyết định này đã mang số “${known}”: số chỉ ghi một lần.`,
      });
    return this.record(nominationId, { kind: 'number-decision', level, number, signedOn }, null, asking);
  }

  async recover(id: string, paper: string, { caller }: Asking): Promise<void> {
    const home = await this.aftermath.recallHome(id);
    if (!home) throw unknown('recall');
    insistOnPlace(caller, 'change-registry', home);
    await this.aftermath.recover(id, `operator:${caller.keyId}`, paper);
  }

  async settle(id: string, finding: string, { caller }: Asking): Promise<void> {
    const home = await this.aftermath.reexaminationHome(id);
    if (!home) throw unknown('re-examination');
    insistOnPlace(caller, 'change-registry', home);
    await this.aftermath.settle(id, `operator:${caller.keyId}`, finding);
  }

  private async record(id: string, body: ActBody, reason: string | null, asking: Asking, person?: string): Promise<Recorded> {
    const { programme, campaign } = await this.home(id, asking.caller);
    const { caller, key, withinMs } = asking;
    const actor = person ?? `operator:${caller.keyId}`;
    const once = key === undefined ? null : `${caller.keyId} ${key}`;
    const patience = withinMs === undefined ? {} : { withinMs };
    return this.acts.submit({ nominationId: id, programme, campaign, actor, reason, body, once, ...patience });
  }

  private async home(id: string, caller: Visitor): Promise<{ readonly programme: string; readonly campaign: string }> {
    const view = await this.nominations.view(id);
    if (!view) throw unknown('nomination');
    insistOnPlace(caller, 'change-registry', view);
    return view;
  }
}
