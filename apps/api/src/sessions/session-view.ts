import type { LoadedSession } from '@laurel/db';
import type { SessionView } from './sessions.schemas.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** A session as its readers may see it: who has voted and never how, counts only once it is closed. */
export function viewOf(session: LoadedSession): SessionView {
  const { id, programme, campaign, ruleSetVersion, council, name, state, attendance, quorate, closedAt } = session;
  return {
    ...{ id, programme, campaign, ruleSetVersion, state },
    council: { key: council, name },
    meetsAt: iso(session.meetsAt),
    ballotOpensAt: iso(session.opensAt),
    ballotClosesAt: iso(session.closesAt),
    closedAt: closedAt === null ? null : iso(closedAt),
    quorum: attendance && { ...attendance, met: quorate ?? false },
    members: session.seats.map(memberOf),
    recusals: session.recusals.map(({ seat, nominationId, declaredBy, reason, liftedBy }) => ({
      seat,
      nominationId,
      declaredBy,
      reason,
      liftedBy,
    })),
    lines: session.lines.map(lineOf),
    minutes: state === 'closed' ? `/v1/sessions/${id}/minutes` : null,
  };
}

function memberOf(member: LoadedSession['seats'][number]): SessionView['members'][number] {
  const { seat, post, title, personId, fullName, actingFor, chair, presence, hasVoted } = member;
  const person = personId === null ? null : { id: personId, fullName: fullName ?? personId };
  return { seat, post, title, person, actingFor, chair, presence, hasVoted };
}

function lineOf(row: LoadedSession['lines'][number]): SessionView['lines'][number] {
  const { line, nominationId, nominee, award, state, because, outcome, votes, recused } = row;
  return { line, nominationId, nominee, award, state, because, outcome, votes, recused };
}
