import type { Instant, Text } from '../time.ts';
import type { StuckCase, StuckClass, StuckGroup } from './stuck.types.ts';
import { wordsOf } from './words.ts';

export interface NewGroup {
  readonly class: StuckClass;
  /** What tells groups of one class apart; empty for a class that has one group. */
  readonly key: string;
  /** What the cause names; the key unless given. */
  readonly what?: string | Text;
  readonly owner?: string;
  readonly evidence: Text;
  readonly cases: readonly StuckCase[];
  /** More than the cases listed, where they are too many. */
  readonly count?: number;
  readonly since?: Instant;
}

/** A group with the words of its class. */
export function groupOf(group: NewGroup): StuckGroup {
  const words = wordsOf(group.class);
  const what = group.what ?? group.key;
  const instants = group.cases.map(({ since }) => since);
  return {
    class: group.class,
    groupKey: group.key === '' ? group.class : `${group.class}:${group.key}`,
    count: group.count ?? group.cases.length,
    since: group.since ?? Math.min(...instants),
    owner: group.owner ?? words.owner,
    cause: words.cause(typeof what === 'string' ? { vi: what, en: what } : what),
    evidence: group.evidence,
    remedies: words.remedies,
    cases: group.cases,
  };
}

/** A failure without what differs from case to case: ids and numbers. Failures with one signature have one cause. */
export function signatureOf(failure: string): string {
  return failure
    .replace(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, '…')
    .replace(/\d+/g, '#')
    .slice(0, 80)
    .trim();
}
