import { planWait, startClock } from '../calendar/index.ts';
import type { ClockRule, WaitRule, WorkingCalendar } from '../calendar/calendar.types.ts';
import type { PostRef } from '../route/post-ref.ts';
import type { Instant, Language, Text } from '../time.ts';

/** A ground as the rules word it: what a complaint or a revocation may rest on. */
export interface Ground {
  readonly ground: string;
  readonly text: Text;
}

/** One instance that hears a complaint: until when it may be filed, who answers, in what time. */
export interface ComplaintInstance {
  readonly fileWithin: ClockRule;
  readonly handler: PostRef;
  readonly wait: WaitRule;
}

/** Complaints (khiếu nại) about a result; `second` hears those whom the first answer does not satisfy. */
export interface ComplaintRule extends ComplaintInstance {
  readonly grounds: readonly Ground[];
  readonly second: ComplaintInstance | null;
  /** False where who complains is not written to; by default they are told how it ended, wherever an address is known. */
  readonly tellsComplainant?: boolean;
}

/** Who complains, with an address to write to. */
export interface Complainant {
  readonly fullName: string;
  readonly email: string;
  readonly language: Language;
}

/** How a complaint ended; `dropped` where an operator stopped the hearing. */
export type ComplaintOutcome = 'dismissed' | 'upheld' | 'dropped';

/** The grounds on which an award may be taken back. */
export interface RevocationRule {
  readonly grounds: readonly Ground[];
}

/** The latest complaint about a case; earlier ones are in its records. */
export interface CaseComplaint {
  readonly id: string;
  readonly ground: string;
  readonly instance: 1 | 2;
  readonly filedAt: Instant;
  /** Null while it is being heard. */
  readonly settledAt: Instant | null;
  /** Absent where no address is known, or the rules do not write to who complains. */
  readonly complainant?: Complainant;
  /** When the case itself had ended: it ends then again once the complaint is settled. */
  readonly caseEndedAt: Instant;
}

/** Why a complaint cannot be heard. */
export type ComplaintRefusal = 'COMPLAINT_NOT_ALLOWED' | 'COMPLAINT_TOO_LATE' | 'UNKNOWN_GROUND';

/** The instance that hears a complaint filed at `at`, or why none does. */
export function hearingOf(
  rule: ComplaintRule | undefined,
  calendar: WorkingCalendar,
  asked: { readonly ground: string; readonly endedAt: Instant | null; readonly latest: CaseComplaint | null; readonly at: Instant },
): { readonly instance: 1 | 2; readonly by: ComplaintInstance } | ComplaintRefusal {
  if (!rule || asked.endedAt === null) return 'COMPLAINT_NOT_ALLOWED';
  if (!rule.grounds.some(({ ground }) => ground === asked.ground)) return 'UNKNOWN_GROUND';
  const { latest } = asked;
  if (latest?.settledAt === null || latest?.instance === 2) return 'COMPLAINT_NOT_ALLOWED';
  const by = latest ? rule.second : rule;
  if (!by) return 'COMPLAINT_NOT_ALLOWED';
  const until = lastInstant(calendar, by.fileWithin, latest?.settledAt ?? asked.endedAt);
  return asked.at > until ? 'COMPLAINT_TOO_LATE' : { instance: latest ? 2 : 1, by };
}

/** The instance that is hearing the complaint. */
export function instanceOf(rule: ComplaintRule, { instance }: CaseComplaint): ComplaintInstance {
  return instance === 2 ? (rule.second ?? rule) : rule;
}

/** Until when the answer of `at` may be complained about before the second instance; null where that is over or none hears it. */
export function secondUntil(rule: ComplaintRule | undefined, calendar: WorkingCalendar, instance: 1 | 2, at: Instant): Instant | null {
  return rule?.second && instance === 1 ? lastInstant(calendar, rule.second.fileWithin, at) : null;
}

/** The ground in the words of the rules; its key where they no longer name it. */
export function groundOf(rule: ComplaintRule | undefined, ground: string): Text {
  return rule?.grounds.find((known) => known.ground === ground)?.text ?? { vi: ground, en: ground };
}

function lastInstant(calendar: WorkingCalendar, clock: ClockRule, from: Instant): Instant {
  const rule = { clock, remindAt: [], escalateAfter: null, closesAfter: 0 };
  return planWait(calendar, rule, startClock(calendar, clock, from))?.dueAt ?? from;
}
