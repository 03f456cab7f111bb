import type { SessionMailContent } from '@laurel/contracts';
import { seatTaskId, type LoadedSeat, type LoadedSession, type MailToPlan } from '@laurel/db';
import { civilDateOf, type MailKind } from '@laurel/domain';

type Occasion = SessionMailContent['occasion']['is'];

/** Names on the agenda that a mail shows; the page shows them all. */
const SHOWN = 20;

/** One mail to a seat's member, with the link to the member's page; unique by seat, kind and occurrence. */
function mailTo(session: LoadedSession, seat: LoadedSeat, kind: MailKind, is: Occasion, occurrence: number): readonly MailToPlan[] {
  const { personId, fullName, email, language } = seat;
  if (personId === null || fullName === null || email === null || language === null) return [];
  const id = seatTaskId(session.id, seat.seat);
  const content = contentOf(session, is, { recipient: fullName, actingFor: seat.actingFor });
  const links = { sessionId: session.id, taskId: id, linkId: id };
  return [{ subjectKey: id, programme: session.programme, personId, kind, occurrence, ...links, toAddress: email, language, content }];
}

function contentOf(
  session: LoadedSession,
  is: Occasion,
  who: { readonly recipient: string; readonly actingFor: string | null },
): SessionMailContent {
  const { name, meetsAt, opensAt, closesAt, zone, lines, rule } = session;
  const day = civilDateOf(zone, meetsAt).split('-').reverse().join('/');
  return {
    ...{ about: 'session', occasion: { is }, council: name, ...who, meetsAt, opensAt, closesAt, zone },
    session: `Phiên họp ngày ${day}`,
    secret: rule.secret,
    lineCount: lines.length,
    agenda: lines.slice(0, SHOWN).map(({ nominee }) => nominee),
  };
}

/** The same mail to each of these seats. */
export function mailsTo(
  session: LoadedSession,
  seats: readonly LoadedSeat[],
  mail: { readonly kind: MailKind; readonly is: Occasion; readonly occurrence?: number },
): readonly MailToPlan[] {
  return seats.flatMap((seat) => mailTo(session, seat, mail.kind, mail.is, mail.occurrence ?? 0));
}
