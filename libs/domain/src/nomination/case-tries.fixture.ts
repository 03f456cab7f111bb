import fc from 'fast-check';
import type { ActBody } from './act.ts';
import type { CaseTask } from './case-file.ts';
import type { CaseStory } from './case-story.fixture.ts';
import { directory, REPORT } from './case.fixture.ts';

type Choices = Extract<ActBody, { kind: 'decide' }>['choice'];
type OfPerson = 'more-time' | 'conflict' | 'not-me' | 'succeed' | 'undeliverable';

/** A try at an act: `pick` chooses among the open tasks, now and then among all that ever were. */
export type Try =
  | { readonly kind: 'decide'; readonly pick: number; readonly choice: Choices }
  /** What moves the case on where it stands, whatever that is. */
  | { readonly kind: 'favour'; readonly pick: number }
  | { readonly kind: 'delegate' | 'reassign'; readonly pick: number; readonly toPersonId: string }
  | { readonly kind: OfPerson; readonly pick: number }
  | { readonly kind: 'extend'; readonly workingDays: number; readonly pick: number | null }
  | { readonly kind: 'complete'; readonly whole: boolean }
  | { readonly kind: 'feedback' }
  /** Back to one of the route's stages. */
  | { readonly kind: 'reopen'; readonly position: number }
  | Extract<ActBody, { kind: 'complain' | 'revoke' | 'override' | 'number-decision' | 'session-outcome' | 'note' }>
  | Extract<ActBody, { kind: 'hold' | 'lift-hold' | 'lift-conflict' | 'campaign-dates' | 'recalculate' | 'withdraw' | 'terminate' }>;

const FAVOURS: readonly Choices[] = ['eligible', 'agree', 'answer', 'approve', 'refer-up'];

function favoured({ choices }: Pick<CaseTask, 'choices'>): Choices {
  return FAVOURS.find((choice) => choices.includes(choice)) ?? 'approve';
}

const picked = (from: readonly CaseTask[], pick: number): CaseTask | undefined => from[pick % Math.max(1, from.length)];

/** The act that a try means as the case stands; null for what is not an act of this shape. */
export function bodyOf(story: CaseStory, tried: Try): ActBody {
  if (tried.kind === 'complete') return { kind: 'complete', documents: tried.whole ? [REPORT] : [] };
  if (tried.kind === 'feedback') return { kind: 'feedback', number: story.file.feedbackReceived };
  if (tried.kind === 'reopen') return { kind: 'reopen', stage: story.rules.stages[tried.position % story.rules.stages.length]?.key ?? '' };
  if (!('pick' in tried)) return tried;
  const { pick } = tried;
  const task = pick === null ? undefined : picked(pick % 7 === 6 ? story.file.tasks : story.open, pick);
  const taskId = task?.id ?? 'none';
  switch (tried.kind) {
    case 'decide':
      return { kind: 'decide', taskId, choice: tried.choice, number: null, signedOn: null, rule: 'violation' };
    case 'favour':
      return { kind: 'decide', taskId, choice: favoured(task ?? { choices: [] }), number: null, signedOn: null };
    case 'more-time':
      return { kind: 'more-time', taskId, time: (task?.own?.granted ?? 0) + 1 };
    case 'extend':
      return { kind: 'extend', workingDays: tried.workingDays, ...(pick !== null && { taskId }) };
    case 'delegate':
    case 'reassign':
      return { kind: tried.kind, taskId, toPersonId: tried.toPersonId };
    default:
      return { kind: tried.kind, taskId };
  }
}

const authority = fc.constant('Cơ quan điều tra');
const pick = fc.nat(40);
const choice = fc.constantFrom<Choices>(
  'approve',
  'refer-up',
  'approve-and-refer-up',
  'reject',
  'return',
  'eligible',
  'ineligible',
  'agree',
  'object',
  'answer',
  'uphold',
);
const somebody = fc.constantFrom(...directory().people.keys());
const holdId = fc.constantFrom('h1', 'h2');
const rare = fc.constantFrom<Try>(
  { kind: 'recalculate', calendarVersion: '2' },
  { kind: 'campaign-dates' },
  { kind: 'withdraw' },
  { kind: 'terminate' },
);
/** What may come after the result; before it every one of them is refused. */
const afterwards = fc.oneof(
  fc.record({
    kind: fc.constant('complain'),
    ground: fc.constantFrom('procedure', 'procedure', 'unknown'),
    by: fc.constant('Lê Thị Sáu'),
    email: fc.constantFrom('sau@example.vn', 'can-bo@example.vn'),
  }),
  fc.record({ kind: fc.constant('reopen'), position: fc.nat(10) }),
  fc.constantFrom<Try>(
    { kind: 'revoke', ground: 'fraud', paper: '9/QĐ-UBND', revokedOn: null },
    { kind: 'override', rule: 'one-award-per-achievement', post: 'district/chairman', via: 'key:k1' },
    { kind: 'number-decision', level: 'district', number: '12/QĐ-UBND', signedOn: '2025-06-20' },
    { kind: 'note', remedy: 'retry-now' },
  ),
);
const VOTES = { yes: 14, no: 1, abstain: 0 };
const voted = fc.constantFrom<Try>(
  { kind: 'session-outcome', sessionId: 's1', outcome: 'qualified', because: 'threshold-reached', votes: VOTES },
  { kind: 'session-outcome', sessionId: 's1', outcome: 'not-qualified', because: 'threshold-missed', votes: VOTES },
  { kind: 'session-outcome', sessionId: 's1', outcome: 'set-aside', because: 'no-quorum', votes: null },
);
const ofPerson = fc.constantFrom<OfPerson>('more-time', 'conflict', 'not-me', 'succeed', 'undeliverable');

export const tries: fc.Arbitrary<Try> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ kind: fc.constant('favour'), pick }) },
  { weight: 14, arbitrary: fc.record({ kind: fc.constant('decide'), pick, choice }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('delegate', 'reassign'), pick, toPersonId: somebody }) },
  { weight: 4, arbitrary: fc.record({ kind: ofPerson, pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lift-conflict'), personId: somebody }) },
  { weight: 3, arbitrary: fc.constant<Try>({ kind: 'feedback' }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('complete'), whole: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hold'), holdId, authority }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('lift-hold'), holdId, authority, outcome: fc.constant('cleared') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('extend'), workingDays: fc.nat(5), pick: fc.option(pick) }) },
  { weight: 5, arbitrary: afterwards },
  { weight: 4, arbitrary: voted },
  { weight: 1, arbitrary: rare },
);
