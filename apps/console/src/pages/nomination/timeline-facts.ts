import type { NominationDetail, TimelineEntry } from '../../api/types.ts';
import { authorityLabel } from '../../words/hold-names.ts';
import type { Words } from '../../words/vi.ts';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const OUTCOMES: Readonly<Record<string, keyof Words>> = { cleared: 'cleared', confirmed: 'confirmed' };

const REMEDIES: Readonly<Record<string, keyof Words>> = {
  'retry-now': 'retry-now',
  'resend-mail': 'resend-mail',
  'correct-address': 'correct-address',
  'extend-deadline': 'extend-deadline',
  'redispatch-event': 'redispatch-event',
  'pause-activity': 'pause-activity',
  'resume-activity': 'resume-activity',
  reset: 'reset',
  terminate: 'terminate',
};

/** What an entry of the timeline says besides who and why: from whom to whom, how many days, which authority. */
export function factsInWords({ action, facts }: TimelineEntry, { tasks }: NominationDetail, words: Words): string {
  const word = (keys: Readonly<Record<string, keyof Words>>, value: unknown): string | null => {
    const key = keys[text(value) ?? ''];
    return key ? words[key] : null;
  };
  const from = tasks.find(({ id }) => id === facts['taskId'])?.person.fullName ?? null;
  const to = tasks.find(({ person }) => person.id === facts['to'])?.person.fullName ?? null;
  const days = facts['workingDays'];
  const authority = action === 'held' ? text(facts['authority']) : null;
  const said = [
    to === null ? null : [from, to].filter((name) => name !== null).join(' → '),
    typeof days === 'number' ? `+${String(days)} ${words.moreWorkingDays}` : null,
    authority === null ? null : authorityLabel(authority, words),
    action === 'hold-lifted' ? word(OUTCOMES, facts['outcome']) : null,
    word(REMEDIES, facts['remedy']),
    text(facts['number']),
  ];
  return said.filter((part) => part !== null).join(' · ');
}
