import { OVERRIDABLE } from '../../eligibility/index.ts';
import { assigneeOf } from '../../people/directory.ts';
import type { ActBody } from '../act.ts';
import type { RefusalCode } from '../case-file.ts';
import { isBarred } from '../barred.ts';
import { enterStage } from '../course.ts';
import type { Draft } from '../draft.ts';
import { isHeard } from './complain.ts';
import { isNomineeHeld, revive } from './revive.ts';

type Override = Extract<ActBody, { kind: 'override' }>;

/**
 * Sets a rule aside for this nomination: with a reason, by whoever holds a post above the nominator, and never by the
 * officer who filed it. A case that the rule ended goes through intake again.
 */
export function override(draft: Draft, { rule, post, via }: Override): RefusalCode | null {
  if (!draft.act?.reason?.trim()) return 'REASON_REQUIRED';
  if (!OVERRIDABLE.some((known) => known === rule) || !maySpeak(draft, post)) return 'OVERRIDE_REFUSED';
  if (isConcerned(draft)) return 'CONFLICT_OF_INTEREST';
  if (draft.file.overrides.includes(rule)) return 'INVALID_ACT';
  if (isHeard(draft.file)) return 'COMPLAINT_HEARD';
  const ended = draft.file.endedAt !== null;
  if (ended && draft.file.ineligibleRule !== rule) return 'CASE_ENDED';
  if (ended && isNomineeHeld(draft.context)) return 'HELD';
  draft.set({ overrides: [...draft.file.overrides, rule] });
  draft.addEffect({ is: 'overridden', rule, post });
  draft.record('rule-overridden', { rule, post, via });
  if (!ended) return null;
  revive(draft, []);
  return enterStage(draft, 0);
}

/** Nobody sets a rule aside in a nomination of their own, or one in which they have a conflict of interest. */
function isConcerned({ act, context, file }: Draft): boolean {
  const person = context.directory.people.get(act?.actor ?? '');
  return person !== undefined && isBarred(file, person);
}

/** The actor holds the post, the post stands above the nominating unit's own, and the actor did not file the nomination. */
function maySpeak(draft: Draft, post: string): boolean {
  const { directory, at } = draft.context;
  const { unit, officerId } = draft.file;
  const holder = assigneeOf(directory, post, at)?.person.id;
  const actor = draft.act?.actor;
  if (holder === undefined || holder !== actor || actor === officerId) return false;
  const own = [...directory.posts.values()].filter((known) => known.unit === unit);
  return directory.posts.get(post)?.unit !== unit && own.some(({ superior }) => isAbove(draft, post, superior));
}

function isAbove(draft: Draft, post: string, from: string | null): boolean {
  const { posts } = draft.context.directory;
  for (let asked = from, steps = 0; asked !== null && steps < posts.size; steps++) {
    if (asked === post) return true;
    asked = posts.get(asked)?.superior ?? null;
  }
  return false;
}
