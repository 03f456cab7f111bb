import type { BallotRule, Language, Presence } from '@laurel/domain';
import type { LoadedLine, LoadedSeat, LoadedSession } from './session.types.ts';

export interface SessionRow extends Pick<
  LoadedSession,
  | 'id'
  | 'programme'
  | 'campaign'
  | 'ruleSetVersion'
  | 'council'
  | 'unit'
  | 'zone'
  | 'closesWhenAllVoted'
  | 'state'
  | 'request'
  | 'requestReason'
  | 'quorate'
> {
  readonly name_vi: string;
  readonly name_en: string;
  readonly secret: boolean;
  readonly absentees: BallotRule['absentees'];
  readonly meets_at: Date;
  readonly opens_at: Date;
  readonly closes_at: Date;
  readonly remind_at: Date[];
  readonly public_key: Buffer | null;
  readonly total: number | null;
  readonly eligible: number | null;
  readonly present: number | null;
  readonly closed_at: Date | null;
  readonly secretaryId: string | null;
  readonly secretaryName: string;
  readonly secretaryEmail: string;
  readonly secretaryLanguage: Language;
}

export interface SeatRow {
  readonly seat: number;
  readonly post: string;
  readonly title_vi: string;
  readonly title_en: string;
  readonly chair: boolean;
  readonly personId: string | null;
  readonly presence: Presence;
  readonly fullName: string | null;
  readonly email: string | null;
  readonly language: Language | null;
  readonly actingFor: string | null;
  readonly hasVoted: boolean;
}

export interface LineRow extends Omit<LoadedLine, 'unit' | 'votes'> {
  readonly unit_vi: string;
  readonly unit_en: string;
  readonly yes: number | null;
  readonly no: number | null;
  readonly abstain: number | null;
}

export function seatOf({ title_vi, title_en, ...row }: SeatRow): LoadedSeat {
  return { ...row, title: { vi: title_vi, en: title_en }, held: row.personId !== null };
}

export function lineOf({ unit_vi, unit_en, yes, no, abstain, ...row }: LineRow): LoadedLine {
  const votes = yes === null || no === null || abstain === null ? null : { yes, no, abstain };
  return { ...row, unit: { vi: unit_vi, en: unit_en }, votes };
}

type Parts = Pick<LoadedSession, 'seats' | 'lines' | 'recusals'>;

export function sessionOf(row: SessionRow, parts: Parts): LoadedSession {
  const { total, eligible, present, public_key } = row;
  const { id, programme, campaign, ruleSetVersion, council, unit, zone, closesWhenAllVoted, state, request, requestReason, quorate } = row;
  return {
    ...{ id, programme, campaign, ruleSetVersion, council, unit, zone, closesWhenAllVoted, state, request, requestReason, quorate },
    name: { vi: row.name_vi, en: row.name_en },
    secretary: secretaryOf(row),
    rule: { secret: row.secret, absentees: row.absentees },
    meetsAt: row.meets_at.getTime(),
    opensAt: row.opens_at.getTime(),
    closesAt: row.closes_at.getTime(),
    remindAt: row.remind_at.map((at) => at.getTime()),
    publicKey: public_key && new Uint8Array(public_key),
    attendance: total === null || eligible === null || present === null ? null : { total, eligible, present },
    closedAt: row.closed_at?.getTime() ?? null,
    ...parts,
  };
}

function secretaryOf(row: SessionRow): LoadedSession['secretary'] {
  if (row.secretaryId === null) return null;
  return { id: row.secretaryId, fullName: row.secretaryName, email: row.secretaryEmail, language: row.secretaryLanguage };
}
