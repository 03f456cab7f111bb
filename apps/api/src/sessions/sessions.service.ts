import { newId, type AttendanceRefusal, type LoadedSession } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import type { Visitor } from '../auth/visitor.ts';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { ConveningService } from './convening.service.ts';
import { minutesPage } from './page/minutes.page.ts';
import { insistOnSession, nameOf, personIn, unknownSession } from './session-place.ts';
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
  async convene(request: ConveneRequest, caller: Visitor): Promise<SessionView> {
    const session = { id: newId(), ...(await this.convening.prepare(request, caller)) };
    const answer = await this.sessions.create(session);
    if (answer.is === 'on-another-agenda')
      throw new Problem('SESSION_CONFLICT', {
        detail: 'A line is on the agenda of another session that is not over: wait for it, or adjourn it.',
        detailVi: 'Có đề nghị đang thuộc phiên họp khác chưa kết thúc: xin chờ, hoặc hoãn phiên đó.',
      });
    this.nudge('laurel_sessions');
    return this.shown(session.id);
  }

  async view(id: string, caller: Visitor): Promise<SessionView> {
    return viewOf(await this.session(id, caller, 'read-session'));
  }

  /** The minutes of a counted session, as a page to print; Vietnamese, for it is a Vietnamese paper. */
  async minutes(id: string, caller: Visitor): Promise<string> {
    const session = await this.session(id, caller, 'read-session');
    if (session.state !== 'closed') throw new Problem('NOT_FOUND', 'There are no minutes before the count.');
    return minutesPage(session, await this.sessions.openVotes(id));
  }

  async attend(id: string, request: AttendanceRequest, caller: Visitor): Promise<SessionView> {
    const session = await this.session(id, caller, 'run-session');
    const note = { sessionId: id, seat: seatIn(session, request), by: nameOf(caller, session.programme) };
    return this.noted(id, await this.attendance.attend({ ...note, presence: request.presence }));
  }

  async recuse(id: string, request: RecusalRequest, caller: Visitor): Promise<SessionView> {
    const { nominationId, reason } = request;
    const session = await this.session(id, caller, 'run-session');
    const note = { sessionId: id, seat: seatIn(session, request), by: nameOf(caller, session.programme) };
    return this.noted(id, await this.attendance.recuse({ ...note, nominationId, reason }));
  }

  /** Who signed in lifts in their own name; a secretariat's system says whose decision it tells of. */
  async lift(id: string, request: LiftRequest, caller: Visitor): Promise<SessionView> {
    const { nominationId, reason } = request;
    const session = await this.session(id, caller, 'run-session');
    const by = personIn(caller, session.programme) ?? request.by ?? '';
    if (!(await this.attendance.isPerson(session.programme, by)))
      throw new Problem('INVALID_REQUEST', {
        detail: 'Nobody of this programme has the id in "by".',
        detailVi: 'Chỉ người có tên trong chương trình mới gỡ được việc tránh bỏ phiếu.',
        errors: [{ pointer: '/by', detail: 'Give the id of a person.', detailVi: 'Xin ghi mã người trong chương trình.' }],
      });
    return this.noted(id, await this.attendance.lift({ sessionId: id, seat: seatIn(session, request), nominationId, reason, by }));
  }

  async request(id: string, what: 'close' | 'adjourn', reason: string, caller: Visitor): Promise<SessionView> {
    const { programme } = await this.session(id, caller, 'run-session');
    if (!(await this.requests.request({ sessionId: id, request: what, by: nameOf(caller, programme), reason })))
      throw new Problem('SESSION_CONFLICT', {
        detail: what === 'close' ? 'The ballot is not open.' : 'The session is over.',
        detailVi: what === 'close' ? 'Chưa mở hoặc đã đóng bỏ phiếu.' : 'Phiên họp đã kết thúc.',
      });
    this.nudge('laurel_sessions');
    return this.shown(id);
  }

  private async session(id: string, caller: Visitor, action: 'read-session' | 'run-session'): Promise<LoadedSession> {
    const session = await this.sessions.load(id);
    if (!session) throw unknownSession();
    insistOnSession(caller, action, session);
    return session;
  }

  private async shown(id: string): Promise<SessionView> {
    const session = await this.sessions.load(id);
    if (!session) throw unknownSession();
    return viewOf(session);
  }

  private noted(id: string, refusal: AttendanceRefusal | null): Promise<SessionView> {
    if (refusal) throw attendanceProblem(refusal);
    return this.shown(id);
  }
}

function seatIn({ seats }: LoadedSession, { seat, person }: MemberNote): number {
  const found = seats.find((member) => (seat === undefined ? member.personId === person : member.seat === seat));
  if (!found) throw attendanceProblem('no-such-seat');
  return found.seat;
}
