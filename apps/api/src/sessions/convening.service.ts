import type { AgendaCandidate, NewSession } from '@laurel/db';
import {
  assigneeOf,
  ballotReminders,
  MOST_LINES,
  placeOnAgenda,
  rulesFor,
  type BallotRule,
  type Council,
  type Directory,
  type Placing,
  type RuleSet,
  type SessionStage,
  type WorkingCalendar,
} from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import { mayIn, type Visitor } from '../auth/visitor.ts';
import { wrongField } from '../http/read-request.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { zoneOf } from '../tasks/page/dates.ts';
import { agendaProblem, type Placed } from './agenda-problems.ts';
import { seatsOf } from './seats.ts';
import { insistOnCouncil, nameOf, unitOf } from './session-place.ts';
import type { ConveneRequest } from './sessions.schemas.ts';

/** A council in a season: its rules there, and the programme's people. */
export interface CouncilSeason {
  readonly rules: RuleSet;
  readonly council: Council;
  readonly directory: Directory;
}

/** What names one. */
export type CouncilNamed = Pick<ConveneRequest, 'programme' | 'campaign' | 'council'>;

type Line = NewSession['lines'][number];

/** Decides what a session is made of before anything is written: who sits, what is voted on, by which rule. */
@Injectable()
export class ConveningService {
  private readonly agendas: ApiParts['agendas'];

  constructor(@Inject(PART.agendas) agendas: ApiParts['agendas']) {
    this.agendas = agendas;
  }

  /**
   * Throws a 403 problem for whoever is no secretariat of the council's unit, and a 422 problem that names the field, and for
   * a line the nomination and the first lawful day.
   */
  async prepare(request: ConveneRequest, caller: Visitor): Promise<Omit<NewSession, 'id'>> {
    const season = await this.season(request, caller);
    const lines = await this.linesOf(request, caller);
    const rule = commonRule(lines);
    const { rules, council, directory } = season;
    const { programme, campaign, meetsAt, ballotOpensAt: opensAt, ballotClosesAt: closesAt, closesWhenAllVoted } = request;
    return {
      ...{ programme, campaign, meetsAt, opensAt, closesAt, closesWhenAllVoted, rule, lines },
      createdBy: nameOf(caller, programme),
      ruleSetVersion: rules.version,
      council: council.key,
      name: council.name,
      zone: zoneOf(rules),
      secretaryId: assigneeOf(directory, council.secretary, meetsAt)?.person.id ?? null,
      remindAt: request.remindAt ?? ballotReminders(opensAt, closesAt),
      seats: seatsOf(season, rule, meetsAt),
    };
  }

  /** The council that the caller may call together in this season; throws the same problems. */
  async season({ programme, campaign, council: wanted }: CouncilNamed, caller: Visitor): Promise<CouncilSeason> {
    const season = await this.agendas.season(programme, campaign);
    if (!season)
      throw wrongField(
        '/campaign',
        'No season of this programme has this key: open it first.',
        'Chương trình này không có đợt xét này: xin mở đợt xét trước.',
      );
    const rules = await this.agendas.ruleSet(programme, season.ruleSetVersion);
    const council = rules.councils.find(({ key }) => key === wanted);
    if (!council) throw unknownCouncil(rules);
    const directory = await this.agendas.directory(programme, season.directoryVersion);
    insistOnCouncil(caller, { programme, unit: unitOf(council, directory) });
    return { rules, council, directory };
  }

  /** Where a nomination would stand on an agenda of the council that meets at this instant. */
  async place(candidate: AgendaCandidate, { programme, council }: CouncilNamed, meetsAt: number): Promise<Placing> {
    const rules = await this.agendas.ruleSet(programme, candidate.ruleSetVersion);
    return placeOnAgenda(rulesFor(rules, candidate), await this.calendarOf(candidate, programme), candidate, { council, meetsAt });
  }

  /** The calendar by which the nomination's days are counted. */
  async calendarOf({ ruleSetVersion, calendarVersion }: AgendaCandidate, programme: string): Promise<WorkingCalendar> {
    const { calendar: own } = await this.agendas.ruleSet(programme, ruleSetVersion);
    return calendarVersion === own.version ? own : this.agendas.calendar(own.id, calendarVersion);
  }

  private async linesOf(request: ConveneRequest, caller: Visitor): Promise<readonly Line[]> {
    const ids = request.agenda === 'all-waiting' ? null : [...new Set(request.agenda)];
    const candidates = await this.agendas.candidates(request.programme, request.campaign, ids, MOST_LINES);
    const ordered = ids ? named(ids, candidates) : candidates;
    const placed = await Promise.all(
      ordered.map(async (candidate): Promise<Placed> => ({ candidate, placing: await this.place(candidate, request, request.meetsAt) })),
    );
    if (ids) insistOnReadable(placed, request, caller);
    const problem = ids && agendaProblem(placed);
    if (problem) throw problem;
    const lines = placed.flatMap(({ candidate, placing }) => ('stage' in placing ? [lineOf(candidate, placing)] : []));
    if (lines.length === 0)
      throw wrongField('/agenda', 'No nomination of this season waits for this council.', 'Đợt xét này không có hồ sơ nào chờ hội đồng.');
    return lines;
  }
}

function unknownCouncil({ councils }: RuleSet): Error {
  const keys = councils.map(({ key }) => key).join(', ');
  return wrongField(
    '/council',
    `The rules know these councils: ${keys || 'none'}.`,
    `Quy định của đợt xét chỉ có các hội đồng: ${keys || 'không có'}.`,
  );
}

/** The nominations in the order in which they were asked for. */
function named(ids: readonly string[], candidates: readonly AgendaCandidate[]): readonly AgendaCandidate[] {
  const known = new Map(candidates.map((candidate) => [candidate.nominationId, candidate]));
  return ids.map((id, index) => {
    const candidate = known.get(id);
    if (candidate) return candidate;
    throw unknownLine(index);
  });
}

const unknownLine = (index: number): Error =>
  wrongField(`/agenda/${String(index)}`, 'No nomination of this season has this id.', 'Đợt xét này không có hồ sơ nào mang mã này.');

/** What does not come before the council is no business of its secretariat's, unless they read it anyway. */
function insistOnReadable(placed: readonly Placed[], { programme }: ConveneRequest, caller: Visitor): void {
  const foreign = placed.findIndex(
    ({ candidate, placing }) =>
      'problem' in placing &&
      placing.problem !== 'notice-runs' &&
      caller.signedIn !== null &&
      !mayIn(caller, 'read-nomination', programme, candidate.unit),
  );
  if (foreign >= 0) throw unknownLine(foreign);
}

function lineOf(
  { nominationId }: AgendaCandidate,
  { stageIndex, stage }: { readonly stageIndex: number; readonly stage: SessionStage },
): Line {
  return { nominationId, stageIndex, ballot: stage.ballot };
}

/** One box takes one kind of ballot; quorum and threshold may differ from line to line. */
function commonRule(lines: readonly Line[]): Pick<BallotRule, 'secret' | 'absentees' | 'substitutes'> {
  const [first] = lines.map(({ ballot: { secret, absentees, substitutes } }) => ({ secret, absentees, substitutes }));
  const other = lines.find(
    ({ ballot }) => ballot.secret !== first?.secret || ballot.absentees !== first.absentees || ballot.substitutes !== first.substitutes,
  );
  if (!first || other)
    throw wrongField(
      '/agenda',
      'Lines with secret and open ballots, with and without written votes or substitutes, need sessions of their own.',
      'Các hồ sơ bỏ phiếu kín và công khai, có và không có bỏ phiếu bằng văn bản hay người thay, cần họp riêng từng phiên.',
    );
  return first;
}
