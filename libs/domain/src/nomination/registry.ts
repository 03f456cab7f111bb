import { capScope, claimsOf, freeNumber, limitOf, shareBase, shareReached, type SlotPlace } from '../caps/index.ts';
import {
  barrierOf,
  looksAround,
  reliedOn,
  type Barrier,
  type FactsWanted,
  type Proposal,
  type RegistryRule,
} from '../eligibility/index.ts';
import type { OverlapMoment } from '../overlap/index.ts';
import type { AwardType, RuleSet } from '../route/rule-set.ts';
import type { IsoDate } from '../time.ts';
import type { Act, ActBody } from './act.ts';
import type { CaseFile, RefusalCode } from './case-file.ts';
import { today, type CaseContext } from './case-context.ts';
import type { Draft } from './draft.ts';

/** The code under which a signature is refused by each rule. */
const CODES: { readonly [Rule in RegistryRule]: RefusalCode } = {
  'one-award-per-achievement': 'ONE_AWARD_PER_ACHIEVEMENT',
  'once-in-a-lifetime': 'ONCE_IN_A_LIFETIME',
  'once-per-period': 'ONCE_PER_PERIOD',
  'missing-prerequisite': 'MISSING_PREREQUISITE',
  'cap-reached': 'CAP_REACHED',
};

const GIVING: readonly string[] = ['approve', 'approve-and-refer-up'];
const LOOKING: readonly ActBody['kind'][] = ['override', 'reopen', 'complete', 'lift-hold', 'number-decision'];

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** What a step has to know of other cases; null where its rules look at none. */
export function factsNeeded(
  file: CaseFile,
  context: Pick<CaseContext, 'rules' | 'calendar' | 'at'>,
  act: Act | null,
  campaign: string,
): FactsWanted | null {
  const awards = context.rules.awards.filter(looksAround);
  if (awards.length === 0 || !looks(file, act)) return null;
  const signedOn = act?.body.kind === 'decide' || act?.body.kind === 'number-decision' ? act.body.signedOn : null;
  const years = new Set([yearOf(today(context)), yearOf(signedOn ?? today(context))]);
  const { programme } = context.rules;
  const places = [...years].map((year) => ({ programme, unit: file.unit, campaign, year, nominee: '' }));
  return {
    scopes: awards.flatMap((award) => places.flatMap((place) => capScope(award, place) ?? [])),
    bases: awards.flatMap((award) => places.flatMap((place) => shareBase(award, place) ?? [])),
  };
}

function looks(file: CaseFile, act: Act | null): boolean {
  if (!act) return file.state === 'SUBMITTED';
  return act.body.kind === 'decide' ? GIVING.includes(act.body.choice) : LOOKING.includes(act.body.kind);
}

function awardOf(rules: RuleSet, key: string): AwardType | null {
  const award = rules.awards.find((known) => known.key === key);
  return award && looksAround(award) ? award : null;
}

function proposalOf(draft: Draft, key: string, moment: OverlapMoment, year: number): Proposal | null {
  const { facts, rules } = draft.context;
  const award = awardOf(rules, key);
  return facts && award ? { award, rules, facts, year, moment, overrides: draft.file.overrides } : null;
}

function placeOf({ rules, facts }: Proposal, unit: string, year: number): SlotPlace {
  return { programme: rules.programme, unit, campaign: facts.campaign, year, nominee: facts.nominee };
}

/** The rule that bars the proposed award when it is filed or taken up again; what it rests on is noted where none does. */
export function barredAtFiling(draft: Draft): Barrier | null {
  const proposal = proposalOf(draft, draft.file.award, 'filing', yearOf(today(draft.context)));
  if (!proposal) return null;
  const barrier = barrierOf(proposal) ?? fullAtFiling(proposal, draft.file.unit);
  if (!barrier) noteReliance(draft, proposal);
  return barrier;
}

/** Where a full cap refuses what is filed, the place is looked for then; elsewhere the nomination waits for one. */
function fullAtFiling(proposal: Proposal, unit: string): Barrier | null {
  const { award, facts, year } = proposal;
  if (award.cap?.whenFull !== 'refuse' || !isFull(proposal, unit)) return null;
  const place = placeOf(proposal, unit, year);
  const base = shareBase(award, place);
  const scope = capScope(award, place) ?? '';
  const counted = facts.given[scope] ?? 0;
  const share = base && shareReached(award, proposal.rules, { base, counted, given: facts.taken[scope]?.length ?? 0 });
  const max = String(limitOf(award.cap, counted));
  const text = { vi: `Đã đủ ${max} trường hợp được tặng theo quy định.`, en: `All ${max} places that the rules allow are taken.` };
  return { rule: 'cap-reached', text: share ?? text, because: scope };
}

/** Whether the award's cap has no place left. */
function isFull(proposal: Proposal, unit: string): boolean {
  const { award, facts, year } = proposal;
  const scope = capScope(award, placeOf(proposal, unit, year));
  if (scope === null || award.cap === null) return false;
  return freeNumber(facts.taken[scope] ?? [], limitOf(award.cap, facts.given[scope] ?? 0)) === null;
}

/** What takes places: an award of a level, signed on that day. `leaves`: the scope in which it gives a place up at the same time. */
interface Signing {
  readonly key: string;
  readonly level: string;
  readonly signedOn: IsoDate;
  readonly leaves?: string | null;
}

/** Takes the places of an award that is being signed; a code where a rule forbids it. */
export function takePlaces(draft: Draft, { key, level, signedOn, leaves = null }: Signing): RefusalCode | null {
  const year = yearOf(signedOn);
  const proposal = proposalOf(draft, key, 'award', year);
  if (!proposal) return null;
  const barrier = barrierOf(proposal);
  if (barrier) return CODES[barrier.rule];
  const place = placeOf(proposal, draft.file.unit, year);
  const counted = proposal.facts.given[capScope(proposal.award, place) ?? ''];
  for (const { scope, max } of claimsOf(proposal.award, place, counted)) {
    const number = freeNumber(proposal.facts.taken[scope] ?? [], max !== null && scope === leaves ? max + 1 : max);
    if (number === null) return 'CAP_REACHED';
    draft.addEffect({ is: 'slot-taken', scope, number, level });
  }
  noteReliance(draft, proposal);
  return null;
}

/** Moves the places of an award whose day of signing is mended into another year; a code where that year's rules forbid it. */
export function movePlaces(draft: Draft, { key, level, signedOn }: Omit<Signing, 'leaves'>): RefusalCode | null {
  const { facts } = draft.context;
  const own = facts?.records.find(({ nominationId, award }) => nominationId === facts.nominationId && award === key);
  if (!own || own.signedYear === yearOf(signedOn)) return null;
  draft.addEffect({ is: 'slots-released', level });
  const before = proposalOf(draft, key, 'award', own.signedYear);
  const leaves = before && capScope(before.award, placeOf(before, draft.file.unit, own.signedYear));
  return takePlaces(draft, { key, level, signedOn, leaves });
}

/** Whether the award could be given today: what a case is asked before it is taken up again. */
export function barredFromRevival(draft: Draft): RefusalCode | null {
  const year = yearOf(today(draft.context));
  const proposal = proposalOf(draft, draft.file.award, 'filing', year);
  if (!proposal) return null;
  const barrier = barrierOf(proposal);
  if (barrier) return CODES[barrier.rule];
  return isFull(proposal, draft.file.unit) ? 'CAP_REACHED' : null;
}

function noteReliance(draft: Draft, proposal: Proposal): void {
  for (const { id } of reliedOn(proposal)) draft.addEffect({ is: 'relied-on', recordId: id, rule: 'missing-prerequisite' });
}

/** Notes filings and records that look like this one, for whoever decides; none of them is refused by itself. */
export function noteSuspects(draft: Draft): void {
  const suspects = draft.context.facts?.lookalikes ?? [];
  if (suspects.length === 0) return;
  for (const suspect of suspects) draft.addEffect({ is: 'duplicate-suspected', ...suspect });
  draft.record('duplicates-suspected', { count: suspects.length });
}
