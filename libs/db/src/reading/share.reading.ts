import {
  awardDecided,
  limitOf,
  rulesFor,
  shareBase,
  shareReached,
  type AwardType,
  type RecipientKind,
  type RuleSet,
  type ShareBase,
  type Stream,
  type Text,
} from '@laurel/domain';
import { STANDING } from '../case/registry-facts.sql.ts';
import type { Database } from '../database.ts';
import type { RulesRepository } from '../rules/index.ts';

/** A cap that is a share, as it stands for one nomination: what was counted, and what may and may no more be given for it. */
export interface ShareView {
  readonly text: Text;
  readonly award: string;
  readonly percent: number;
  readonly of: string;
  /** How many of `of` are given. */
  readonly counted: number;
  readonly limit: number;
  readonly given: number;
}

interface SubjectRow {
  readonly programme: string;
  readonly rule_set_version: string;
  readonly campaign: string;
  readonly unit: string;
  readonly award: string;
  readonly stream: Stream;
  readonly kind: RecipientKind;
}

const SUBJECT = `
SELECT programme, rule_set_version, campaign, unit, award, achievement ->> 'stream' AS stream, nominee ->> 'kind' AS kind
  FROM nomination WHERE id = $1`;

// $1 the base as JSON.
const COUNTS = `
SELECT ${STANDING} AS counted, (SELECT count(*)::int FROM award_slot s WHERE s.scope = b.scope AND s.released_at IS NULL) AS given
  FROM jsonb_to_record($1::jsonb) AS b(scope text, programme text, award text, unit text, year int, campaign text)`;

/** The share that caps the award which a level decides on, or the proposed one; null where no share does. */
export async function shareOf(
  { database, rules }: { readonly database: Database; readonly rules: RulesRepository },
  nominationId: string,
  { level, year }: { readonly level: string | null; readonly year: number },
): Promise<ShareView | null> {
  const subject = (await database.pool.query<SubjectRow>(SUBJECT, [nominationId])).rows[0];
  if (!subject) return null;
  const { programme, unit, campaign, award: proposed, stream, kind: recipientKind } = subject;
  const published = rulesFor(await rules.ruleSet(programme, subject.rule_set_version), { award: proposed, stream, recipientKind });
  const award = awardMeant(published, proposed, level);
  const base = award && shareBase(award, { programme, unit, campaign, year, nominee: '' });
  const counts = base && (await database.pool.query<{ counted: number; given: number }>(COUNTS, [JSON.stringify(base)])).rows[0];
  return counts ? viewOf(award, published, base, counts) : null;
}

function awardMeant(rules: RuleSet, proposed: string, level: string | null): AwardType | null {
  const stage = rules.stages.find((known) => known.kind === 'decision' && known.level === level);
  const key = stage?.kind === 'decision' ? awardDecided(stage, rules, proposed) : proposed;
  return rules.awards.find((known) => known.key === key) ?? null;
}

function viewOf(award: AwardType, rules: RuleSet, base: ShareBase, counts: { counted: number; given: number }): ShareView | null {
  const { cap, key } = award;
  const text = shareReached(award, rules, { base, ...counts });
  if (!text || cap?.percent === undefined) return null;
  return { text, award: key, percent: cap.percent, of: base.award, limit: limitOf(cap, counts.counted), ...counts };
}
