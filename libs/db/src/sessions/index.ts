export { AttendanceRepository, type AttendanceRefusal } from './attendance.repository.ts';
export { SessionRequests, type SessionToTell } from './session-requests.repository.ts';
export { seatTaskId, SessionRepository, UnknownSession, type CreateAnswer, type SessionMove } from './session.repository.ts';
export { SessionListReading, type SessionFilter, type SessionLine } from './session-list.reading.ts';
export type { OpenVote } from './open-votes.ts';
export type { LineMove, LoadedLine, LoadedRecusal, LoadedSeat, LoadedSession, NewSeat, NewSession } from './session.types.ts';
export { AgendaReading, type AgendaCandidate } from './agenda.reading.ts';
