import type { QuorumRule } from './ballot-rule.ts';

/** Who sits in the council when its ballot opens. */
export interface Attendance {
  /** Seats of the council, vacant ones too. */
  readonly total: number;
  /** Seats that somebody holds who may vote on one line at least. */
  readonly eligible: number;
  /** Members who attend; who votes in writing does not count here. */
  readonly present: number;
}

/** Whether enough attend: `present / of >= numerator / denominator`, without a fraction. Nobody is never a quorum. */
export function isQuorate(rule: QuorumRule, { total, eligible, present }: Attendance): boolean {
  const of = rule.of === 'total' ? total : eligible;
  return present > 0 && present * rule.denominator >= rule.numerator * of;
}

/** The fewest members who are a quorum of `of` seats. */
export function quorumOf(rule: QuorumRule, of: number): number {
  return Math.max(1, Math.ceil((rule.numerator * of) / rule.denominator));
}
