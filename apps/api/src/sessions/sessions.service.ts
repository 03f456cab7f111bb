import { newId, type AttendanceRefusal, type LoadedSession } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { ConveningService } from './convening.service.ts';
import { minutesPage } from './page/minutes.page.ts';
import { attendanceProblem } from './session-problems.ts';
import { viewOf } from './session-view.ts';
import type { AttendanceRequest, ConveneRequest, LiftRequest, MemberNote, RecusalRequest, SessionView } from './sessions.schemas.ts';

/** What the secretariat of a council does with its sessions. */
@Injectable()
export class SessionsService {
  private readonly sessions: ApiParts['sessions'];
  private readonly requests: ApiParts['sessionRequests'];
  private readonly attendance: ApiParts['attendance'];
  private readonly nudge: ApiParts['nudge'];
  private readonly convening: ConveningService;

  constructor(
    @Inject(PART.sessions) sessions: ApiParts['sessions'],
    @Inject(PART.sessionRequests) requests: ApiParts['sessionRequests'],
    @Inject(PART.attendance) attendance: ApiParts['attendance'],
    @Inject(PART.nudge) nudge: ApiParts['nudge'],
    convening: ConveningService,
  ) {
    this.sessions = sessions;
    this.requests = requests;
    this.attendance = attendance;
    this.nudge = nudge;
    this.convening = convening;
  }

  /** Calls a council together; its workflow is started by the session relay. */
  async convene(request: ConveneRequest, by: string): Promise<SessionView> {
    const session = { id: newId(), ...(await this.convening.prepare(request, by)) };
    const answer = await this.sessions.create(session);
    if (answer.is === 'on-another-agenda')
      throw new Problem('SESSION_CONFLICT', {
        detail: 'A line is on the agenda of another session that is not over: wait for it, or adjourn it.',
        detailVi: 'Có đề nghị đang thuộc phiên họp khác chưa kết thúc: xin chờ, hoặc hoãn phiên đó.',
      });
    this.nudge('laurel_sessions');
    return this.view(session.id);
  }

  async view(id: string): Promise<SessionView> {
    return viewOf(await this.session(id));
  }

  /** The minutes of a counted session, as a page to print; Vietnamese, for it is a Vietnamese paper. */
  async minutes(id: string): Promise<string> {
    const session = await this.session(id);
    if (session.state !== 'closed') throw new Problem('NOT_FOUND', 'There are no minutes before the count.');
    return minutesPage(session);
  }

  async attend(id: string, request: AttendanceRequest, by: string): Promise<SessionView> {
    const seat = await this.seat(id, request);
    return this.noted(id, await this.attendance.attend({ sessionId: id, seat, presence: request.presence, by }));
  }

  async recuse(id: string, request: RecusalRequest, by: string): Promise<SessionView> {
    const { nominationId, reason } = request;
    return this.noted(id, await this.attendance.recuse({ sessionId: id, seat: await this.seat(id, request), nominationId, reason, by }));
  }

  async lift(id: string, request: LiftRequest): Promise<SessionView> {
    const { nominationId, reason, by } = request;
    const session = await this.session(id);
    if (!(await this.attendance.isPerson(session.programme, by)))
      throw new Problem('INVALID_REQUEST', {
        detail: 'Nobody of this programme has the id in "by".',
        errors: [{ pointer: '/by', detail: 'Give the id of a person.' }],
      });
    return this.noted(id, await this.attendance.lift({ sessionId: id, seat: await this.seat(id, request), nominationId, reason, by }));
  }

  async request(id: string, what: 'close' | 'adjourn', reason: string, by: string): Promise<SessionView> {
    await this.session(id);
    if (!(await this.requests.request({ sessionId: id, request: what, by, reason })))
      throw new Problem('SESSION_CONFLICT', {
        detail: what === 'close' ? 'The ballot is not open.' : 'The session is over.',
        detailVi: what === 'close' ? 'Chưa mở hoặc đã đóng bỏ phiếu.' : 'Phiên họp đã kết thúc.',
      });
    this.nudge('laurel_sessions');
    return this.view(id);
  }

  private async session(id: string): Promise<LoadedSession> {
    const session = await this.sessions.load(id);
    if (!session) throw new Problem('NOT_FOUND', 'No session has this id.');
    return session;
  }

  private async seat(id: string, { seat, person }: MemberNote): Promise<number> {
    const { seats } = await this.session(id);
    const found = seats.find((member) => (seat === undefined ? member.personId === person : member.seat === seat));
    if (!found) throw attendanceProblem('no-such-seat');
    return found.seat;
  }

  private noted(id: string, refusal: AttendanceRefusal | null): Promise<SessionView> {
    if (refusal) throw attendanceProblem(refusal);
    return this.view(id);
  }
}
