import type { AgendaCandidate, NewSeat, NewSession } from '@laurel/db';
import {
  assigneeOf,
  assigneesOf,
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
} from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { zoneOf } from '../tasks/page/dates.ts';
import type { ConveneRequest } from './sessions.schemas.ts';

interface Season {
  readonly rules: RuleSet;
  readonly council: Council;
  readonly directory: Directory;
}

type Line = NewSession['lines'][number];

const wrong = (pointer: string, detail: string): Problem =>
  new Problem('INVALID_REQUEST', { detail: 'Mend the fields named in "errors" and send again.', errors: [{ pointer, detail }] });

/** Decides what a session is made of before anything is written: who sits, what is voted on, by which rule. */
@Injectable()
export class ConveningService {
  private readonly agendas: ApiParts['agendas'];

  constructor(@Inject(PART.agendas) agendas: ApiParts['agendas']) {
    this.agendas = agendas;
  }

  /** Throws a 422 problem that names the field, and for a line the nomination and the first lawful day. */
  async prepare(request: ConveneRequest, createdBy: string): Promise<Omit<NewSession, 'id'>> {
    const season = await this.seasonOf(request);
    const lines = await this.linesOf(request);
    const rule = commonRule(lines);
    const { rules, council, directory } = season;
    const { programme, campaign, meetsAt, ballotOpensAt: opensAt, ballotClosesAt: closesAt, closesWhenAllVoted } = request;
    return {
      ...{ programme, campaign, meetsAt, opensAt, closesAt, closesWhenAllVoted, createdBy, rule, lines },
      ruleSetVersion: rules.version,
      council: council.key,
      name: council.name,
      zone: zoneOf(rules),
      secretaryId: assigneeOf(directory, council.secretary, meetsAt)?.person.id ?? null,
      remindAt: request.remindAt ?? ballotReminders(opensAt, closesAt),
      seats: seatsOf(season, rule, meetsAt),
    };
  }

  private async seasonOf({ programme, campaign, council: wanted }: ConveneRequest): Promise<Season> {
    const season = await this.agendas.season(programme, campaign);
    if (!season) throw wrong('/campaign', 'No season of this programme has this key: open it first.');
    const rules = await this.agendas.ruleSet(programme, season.ruleSetVersion);
    const council = rules.councils.find(({ key }) => key === wanted);
    if (!council) throw wrong('/council', `The rules know these councils: ${rules.councils.map(({ key }) => key).join(', ') || 'none'}.`);
    return { rules, council, directory: await this.agendas.directory(programme, season.directoryVersion) };
  }

  private async linesOf(request: ConveneRequest): Promise<readonly Line[]> {
    const { programme, campaign, agenda } = request;
    const ids = agenda === 'all-waiting' ? null : agenda;
    const candidates = await this.agendas.candidates(programme, campaign, ids, MOST_LINES);
    const known = new Map(candidates.map((candidate) => [candidate.nominationId, candidate]));
    const unknown = ids?.findIndex((id) => !known.has(id)) ?? -1;
    if (unknown >= 0) throw wrong(`/agenda/${String(unknown)}`, 'No nomination of this season has this id.');
    const ordered = ids ? [...new Set(ids)].flatMap((id) => known.get(id) ?? []) : candidates;
    const placed = await Promise.all(ordered.map(async (candidate) => ({ candidate, placing: await this.place(candidate, request) })));
    const errors = ids ? placed.flatMap((entry, index) => errorOf(entry, index)) : [];
    if (errors.length > 0) throw new Problem('INVALID_REQUEST', { detail: 'These lines cannot be on the agenda.', errors });
    const lines = placed.flatMap(({ candidate, placing }) => ('stage' in placing ? [lineOf(candidate, placing)] : []));
    if (lines.length === 0) throw wrong('/agenda', 'No nomination of this season waits for this council.');
    return lines;
  }

  private async place(candidate: AgendaCandidate, { programme, council, meetsAt }: ConveneRequest): Promise<Placing> {
    const rules = await this.agendas.ruleSet(programme, candidate.ruleSetVersion);
    const { calendar: own } = rules;
    const calendar = candidate.calendarVersion === own.version ? own : await this.agendas.calendar(own.id, candidate.calendarVersion);
    return placeOnAgenda(rulesFor(rules, candidate), calendar, candidate, { council, meetsAt });
  }
}

function lineOf(
  { nominationId }: AgendaCandidate,
  { stageIndex, stage }: { readonly stageIndex: number; readonly stage: SessionStage },
): Line {
  return { nominationId, stageIndex, ballot: stage.ballot };
}

const WHY_NOT = {
  ended: 'This nomination has ended.',
  'not-before-this-council': 'This nomination does not stand before this council.',
} as const;

function errorOf(
  { candidate, placing }: { readonly candidate: AgendaCandidate; readonly placing: Placing },
  index: number,
): { readonly pointer: string; readonly detail: string }[] {
  if ('stage' in placing) return [];
  const { nominationId, nominee } = candidate;
  const line = `${nominationId} (${nominee})`;
  const detail =
    placing.problem === 'notice-runs'
      ? `${line}: its public notice still runs; the first lawful day of the session is ${placing.lawful.on}.`
      : `${line}: ${WHY_NOT[placing.problem]}`;
  return [{ pointer: `/agenda/${String(index)}`, detail }];
}

/** One box takes one kind of ballot; quorum and threshold may differ from line to line. */
function commonRule(lines: readonly Line[]): Pick<BallotRule, 'secret' | 'absentees' | 'substitutes'> {
  const [first] = lines.map(({ ballot: { secret, absentees, substitutes } }) => ({ secret, absentees, substitutes }));
  const other = lines.find(
    ({ ballot }) => ballot.secret !== first?.secret || ballot.absentees !== first.absentees || ballot.substitutes !== first.substitutes,
  );
  if (!first || other)
    throw wrong(
      '/agenda',
      'Lines with secret and open ballots, with and without written votes or substitutes, need sessions of their own.',
    );
  return first;
}

/**
 * Who sits: the holder of each post, a substitute only where the rule lets one vote. Nobody sits twice: who has a seat of their
 * own stands in for nobody else, and that seat stays with its holder.
 */
function seatsOf({ council, directory }: Season, { substitutes }: Pick<BallotRule, 'substitutes'>, at: number): readonly NewSeat[] {
  const taken = new Set<string>();
  const holders = { ...directory, substitutions: [] };
  const people = substitutes ? directory : holders;
  const seated = new Set(council.seats.map((post) => assigneeOf(holders, post, at)?.person.id));
  return council.seats.map((post, seat) => {
    const free = assigneesOf(people, post, at).filter(({ person, actingFor }) => actingFor === null || !seated.has(person.id));
    const assignee = free.find(({ person }) => !taken.has(person.id)) ?? null;
    if (assignee) taken.add(assignee.person.id);
    const title = directory.posts.get(post)?.title ?? { vi: post, en: post };
    const [personId, actingForId] = [assignee?.person.id ?? null, assignee?.actingFor?.id ?? null];
    return { seat, post, title, chair: post === council.chair, personId, actingForId };
  });
}
