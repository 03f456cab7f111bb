import type { AwardType } from '../../route/rule-set.ts';
import type { ActBody } from '../act.ts';
import type { CaseFile, RefusalCode } from '../case-file.ts';
import { endCase } from '../course.ts';
import type { Draft } from '../draft.ts';
import { today } from '../case-context.ts';
import { closeComplaint, isHeard } from './complain.ts';
import { awardHolds } from './reopen.ts';

type Revoke = Extract<ActBody, { kind: 'revoke' }>;

/**
 * Takes the award back on one of the grounds that the rules configure. The records stay, marked; object and money are
 * recalled, the places are free again, and whoever relied on the award is listed for re-examination.
 */
export function revoke(draft: Draft, { ground, paper, revokedOn }: Revoke): RefusalCode | null {
  const { file, context } = draft;
  const known = context.rules.revocation?.grounds.find((configured) => configured.ground === ground);
  if (!awardHolds(file)) return 'NO_AWARD';
  if (!known) return 'UNKNOWN_GROUND';
  if (!draft.act?.reason?.trim()) return 'REASON_REQUIRED';
  if (isHeard(file)) closeComplaint(draft, 'upheld');
  draft.set({ revivals: draft.file.revivals + 1 });
  draft.addEffect({ is: 'revoked', ground, paper, revokedOn: revokedOn ?? today(context), recalls: recallsOf(draft) });
  draft.addEffect({ is: 'slots-released' });
  draft.record('revoked', { ground, paper });
  draft.tell('laurel.nomination.revoked.v1', { ground, levels: givenLevels(file).join(',') });
  endCase(draft, 'REVOKED', known.text);
  return null;
}

const givenLevels = ({ outcomes }: CaseFile): readonly string[] =>
  outcomes.filter(({ outcome }) => outcome.startsWith('AWARD_HERE')).map(({ level }) => level);

/** What was handed over with each award that was given: the object always, money where the rules grant a bonus. */
function recallsOf(draft: Draft): readonly { readonly what: 'object' | 'money'; readonly amount: string | null }[] {
  const { awards } = draft.context.rules;
  const given = givenLevels(draft.file).map((level): AwardType | undefined => {
    const proposed = awards.find(({ key }) => key === draft.file.award);
    return proposed?.level === level ? proposed : awards.find((award) => award.level === level);
  });
  return given.flatMap((award) => [
    { what: 'object' as const, amount: null },
    ...(award?.bonusMultiple === undefined ? [] : [{ what: 'money' as const, amount: award.bonusMultiple }]),
  ]);
}
