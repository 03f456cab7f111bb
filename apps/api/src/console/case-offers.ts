import type { CaseReading, NominationView } from '@laurel/db';
import { assigneeOf, OVERRIDABLE, type Directory, type Ground, type RuleSet, type Text } from '@laurel/domain';
import { standingOf } from './case-route.ts';

interface Named {
  readonly key: string;
  readonly name: Text;
}

/** What may come to a nomination after its result, here and now; what is empty is not offered. The rules decide when it is done. */
export interface AfterOffers {
  /** Grounds of a complaint. */
  readonly complain: readonly Ground[];
  /** Grounds of a revocation. */
  readonly revoke: readonly Ground[];
  /** Stages to go back to. */
  readonly reopen: readonly Named[];
  /** Rules that may be set aside, and the posts that the visitor holds. */
  readonly override: { readonly rules: readonly string[]; readonly posts: readonly Named[]; readonly person: string | null };
  /** Decisions that bear no number yet. */
  readonly number: readonly { readonly decisionId: string; readonly level: string; readonly signedOn: string }[];
}

const COMPLAINED_OF = new Set(['CONFERRED', 'NOT_QUALIFIED', 'INELIGIBLE']);

/** Nothing, for whoever may only look. */
export const NO_OFFERS: AfterOffers = {
  complain: [],
  revoke: [],
  reopen: [],
  override: { rules: [], posts: [], person: null },
  number: [],
};

const holdsAward = ({ state, outcomes }: NominationView): boolean =>
  state !== 'REVOKED' && (state === 'CONFERRED' || state === 'DECIDED' || outcomes.some(({ outcome }) => outcome.startsWith('AWARD_HERE')));

export interface OfferContext {
  readonly view: NominationView;
  /** How far along the route it is: what has ended stands at no stage in the view. */
  readonly found: CaseReading;
  /** Of the route that the case takes. */
  readonly rules: RuleSet;
  readonly stageNames: ReadonlyMap<string, Text>;
  readonly directory: Directory;
  /** The visitor in this programme. */
  readonly personId: string | null;
  readonly at: number;
}

export function offersOf(context: OfferContext): AfterOffers {
  const { view, rules, personId } = context;
  const free = !view.underComplaint && !view.held;
  const rulesAside = OVERRIDABLE.filter(
    (rule) => !view.underComplaint && !view.overrides.includes(rule) && (view.endedAt === null || view.ineligibleRule === rule),
  );
  const posts = personId === null ? [] : postsHeld(context, personId);
  return {
    complain: view.endedAt !== null && !view.underComplaint && COMPLAINED_OF.has(view.state) ? (rules.complaint?.grounds ?? []) : [],
    revoke: holdsAward(view) ? (rules.revocation?.grounds ?? []) : [],
    reopen: free && !holdsAward(view) && view.state !== 'SUBMITTED' ? stagesBehind(context) : [],
    override: posts.length > 0 ? { rules: rulesAside, posts, person: personId } : NO_OFFERS.override,
    number: view.decisions
      .filter(({ number, supersededAt }) => number === null && supersededAt === null)
      .map(({ id, level, signedOn }) => ({ decisionId: id, level, signedOn })),
  };
}

/** Stages that the case has been in, the one it is in included where it has ended there. */
function stagesBehind({ found, rules, stageNames }: OfferContext): readonly Named[] {
  const behind = rules.stages.filter((_, index) => standingOf(index, rules, found) === 'done');
  return behind.flatMap(({ key, kind }) => (kind === 'publication' ? [] : [{ key, name: stageNames.get(key) ?? { vi: key, en: key } }]));
}

function postsHeld({ directory, view, at }: OfferContext, personId: string): readonly Named[] {
  return [...directory.posts.values()].flatMap(({ key, title, unit }) =>
    unit !== view.unit && assigneeOf(directory, key, at)?.person.id === personId ? [{ key, name: title }] : [],
  );
}
