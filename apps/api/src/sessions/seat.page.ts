import { randomBytes } from 'node:crypto';
import { seatTaskId, type LoadedSeat, type LoadedSession } from '@laurel/db';
import { mayVote, type Vote } from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import { problemOf } from '../http/problem.filter.ts';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { prefersHtml } from '../tasks/page/notice.page.ts';
import type { SeatAnswer } from '../tasks/tasks.schemas.ts';
import { htmlAnswer, type TokenAnswer, type TokenPage, type Visitor } from '../tasks/token-page.ts';
import { castProblem, missingVotes } from './cast-problems.ts';
import { minutesPage } from './page/minutes.page.ts';
import { linesFor, type SeatInput } from './page/seat-input.ts';
import { seatPage } from './page/seat.page.ts';
import { isVote, readSeatForm, type SeatForm } from './seat-form.ts';
import { attendanceProblem } from './session-problems.ts';

interface Place {
  readonly session: LoadedSession;
  readonly seat: LoadedSeat;
}

/** The page of a council's member in one session: comes or not, conflicts, the ballot, the receipt, the result. */
@Injectable()
export class SeatPage implements TokenPage {
  private readonly sessions: ApiParts['sessions'];
  private readonly attendance: ApiParts['attendance'];
  private readonly ballots: ApiParts['ballots'];

  constructor(
    @Inject(PART.sessions) sessions: ApiParts['sessions'],
    @Inject(PART.attendance) attendance: ApiParts['attendance'],
    @Inject(PART.ballots) ballots: ApiParts['ballots'],
  ) {
    this.sessions = sessions;
    this.attendance = attendance;
    this.ballots = ballots;
  }

  async visit(tokenHash: string, visitor: Visitor): Promise<TokenAnswer | null> {
    const place = await this.placeOf(tokenHash);
    if (!place || !['', 'minutes'].includes(visitor.rest)) return null;
    if (visitor.rest === 'minutes') return this.minutes(place);
    return htmlAnswer(200, seatPage(await this.inputFor(place, visitor)));
  }

  private async minutes({ session }: Place): Promise<TokenAnswer | null> {
    return session.state === 'closed' ? htmlAnswer(200, minutesPage(session, await this.sessions.openVotes(session.id))) : null;
  }

  /** Whatever is posted here leaves no line in the access log: a ballot's hour is nobody's business. */
  async answer(tokenHash: string, body: unknown, visitor: Visitor): Promise<TokenAnswer | null> {
    const place = visitor.rest === '' ? await this.placeOf(tokenHash) : null;
    if (!place) return null;
    try {
      return { ...(await this.act(place, readSeatForm(body), visitor)), unlogged: true };
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      return { ...(await this.refused(tokenHash, body, visitor, problem)), unlogged: true };
    }
  }

  private act(place: Place, form: SeatForm, visitor: Visitor): Promise<TokenAnswer> {
    if (form.attendance) return this.attend(place, form.attendance, visitor);
    if (form.conflict !== null) return this.recuse(place, form.conflict, form.reason, visitor);
    return form.fill ? this.fill(place, form, visitor) : this.cast(place, form, visitor);
  }

  private async attend(place: Place, presence: 'present' | 'away' | 'written', visitor: Visitor): Promise<TokenAnswer> {
    const { session, seat } = place;
    const refusal = await this.attendance.attend({ sessionId: session.id, seat: seat.seat, presence, by: seat.personId ?? '' });
    if (refusal) throw attendanceProblem(refusal);
    return this.done(visitor, place, { taskId: taskIdOf(place), presence });
  }

  private async recuse(place: Place, nominationId: string, reason: string | null, visitor: Visitor): Promise<TokenAnswer> {
    const { session, seat } = place;
    const note = { sessionId: session.id, seat: seat.seat, nominationId, reason, by: seat.personId ?? '' };
    const refusal = await this.attendance.recuse(note);
    if (refusal) throw attendanceProblem(refusal);
    return this.done(visitor, place, { taskId: taskIdOf(place), recused: nominationId });
  }

  /** Shows the ballot with one answer everywhere, to be looked at; nothing is cast. */
  private async fill(place: Place, { nonce }: SeatForm, visitor: Visitor): Promise<TokenAnswer> {
    const chosen = new Map(linesFor(place).free.map(({ nominationId }): [string, Vote] => [nominationId, 'yes']));
    const input = await this.inputFor(place, visitor);
    return htmlAnswer(200, seatPage({ ...input, ...(nonce !== null && { nonce }), chosen, unsent: true }));
  }

  private async cast(place: Place, { votes, nonce }: SeatForm, visitor: Visitor): Promise<TokenAnswer> {
    const { session, seat } = place;
    // Once a ballot is in the box, the roll answers: the same form again is the same, whatever is on the agenda now.
    if (session.state === 'open' && !seat.hasVoted && mayVote(session.rule, seat)) missingVotes(place, votes);
    const lineOf = new Map(session.lines.map(({ nominationId, line }) => [nominationId, line]));
    const said = [...votes].flatMap(([id, vote]): [number, Vote][] => (isVote(vote) ? [[lineOf.get(id) ?? 0, vote]] : []));
    const answer = await this.ballots.cast({
      sessionId: session.id,
      seat: seat.seat,
      nonce: nonce ?? newNonce(),
      votes: new Map(said),
    });
    if (answer.is !== 'cast' && answer.is !== 'same') throw castProblem(answer);
    // No hour is told: it would be the first place where it is written.
    return this.done(visitor, place, { taskId: taskIdOf(place), decision: 'cast', receipt: answer.receipt });
  }

  private async done(visitor: Visitor, { session, seat }: Place, content: SeatAnswer): Promise<TokenAnswer> {
    if (!prefersHtml(visitor.accept)) return { status: 200, headers: {}, content };
    const now = await this.sessions.load(session.id);
    const place = { session: now ?? session, seat: now?.seats.find((member) => member.seat === seat.seat) ?? seat };
    return htmlAnswer(200, seatPage(await this.inputFor(place, visitor)));
  }

  /** The page as it stands now with what went wrong on top, and everything that was chosen still chosen. */
  private async refused(tokenHash: string, body: unknown, visitor: Visitor, problem: Problem): Promise<TokenAnswer> {
    const type = { 'content-type': 'application/problem+json; charset=utf-8', ...problem.details.headers };
    const place = prefersHtml(visitor.accept) ? await this.placeOf(tokenHash) : null;
    if (!place) return { status: problem.status, headers: type, content: JSON.stringify(problem.body()) };
    const input = await this.inputFor(place, visitor);
    const kept = keptOf(body);
    return htmlAnswer(problem.status, seatPage({ ...input, ...kept, problem }), problem.details.headers);
  }

  private async placeOf(tokenHash: string): Promise<Place | null> {
    const found = await this.sessions.seatOf(tokenHash);
    const session = found && (await this.sessions.load(found.sessionId));
    const seat = session?.seats.find((member) => member.seat === found?.seat);
    return session && seat ? { session, seat } : null;
  }

  private async inputFor({ session, seat }: Place, { token, lang }: Visitor): Promise<SeatInput> {
    const language = lang === 'vi' || lang === 'en' ? lang : (seat.language ?? 'vi');
    const receipt = seat.hasVoted ? await this.ballots.receipt(session.id, seat.seat) : null;
    return { session, seat, language, path: `/t/${encodeURIComponent(token)}`, nonce: newNonce(), receipt };
  }
}

const newNonce = (): string => randomBytes(24).toString('base64url');

const taskIdOf = ({ session, seat }: Place): string => seatTaskId(session.id, seat.seat);

function keptOf(body: unknown): Pick<SeatInput, 'chosen'> & Partial<Pick<SeatInput, 'nonce'>> {
  try {
    const { votes, nonce } = readSeatForm(body);
    const chosen = new Map([...votes].filter((entry): entry is [string, Vote] => isVote(entry[1])));
    return { chosen, ...(nonce !== null && { nonce }) };
  } catch {
    return { chosen: new Map() };
  }
}
