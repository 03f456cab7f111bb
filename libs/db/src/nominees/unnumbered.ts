import type { Database } from '../database.ts';
import { Conditions } from '../reading/nomination-places.ts';
import { pageOf, secondsOf, type PagedList, type PageOf } from '../reading/pages.ts';
import type { AftermathFilter } from './aftermath-lists.ts';

/** A signed decision that gives an award and bears no number yet; it has one line. */
export interface UnnumberedDecision {
  readonly id: string;
  readonly nominationId: string;
  readonly nominee: string;
  readonly programme: string;
  readonly campaign: string;
  readonly unit: string;
  readonly award: string;
  readonly level: string;
  readonly signedOn: string;
  readonly signer: string;
}

const LIST: PagedList = {
  columns: `d.id, n.id AS "nominationId", n.nominee ->> 'fullName' AS nominee, n.programme, n.campaign, n.unit, l.award, l.level,
       d.signed_on::text AS "signedOn", coalesce(p.full_name, d.signer_id) AS signer`,
  from: `decision d JOIN decision_line l ON l.decision_id = d.id JOIN nomination n ON n.id = l.nomination_id
  LEFT JOIN person p ON p.programme = n.programme AND p.id = d.signer_id`,
  order: { by: secondsOf('d.signed_on'), as: 'numeric', id: 'd.id' },
};

/** Decisions that wait for their number, the longest first. */
export function unnumberedDecisions(
  { pool }: Database,
  { programme, places, ...page }: AftermathFilter,
): Promise<PageOf<UnnumberedDecision>> {
  const conditions = new Conditions();
  conditions.always('d.number IS NULL AND l.award IS NOT NULL AND l.superseded_at IS NULL');
  conditions.leaveCanariesOut(programme);
  if (programme !== undefined) conditions.add((parameter) => `n.programme = ${parameter}`, programme);
  conditions.places(places);
  return pageOf<UnnumberedDecision>(pool, LIST, conditions, page);
}
