import type { Database } from '../database.ts';
import { Conditions } from '../reading/nomination-places.ts';
import { isoOf } from '../reading/nomination.rows.ts';
import type { IsoInstant } from '../reading/iso-instant.ts';
import { openFirst, pageOf, type PageAsked, type PagedList, type PageOf } from '../reading/pages.ts';

export interface AftermathFilter extends PageAsked {
  readonly programme?: string | undefined;
  readonly nominationId?: string | undefined;
  /** Only what still waits for somebody, or only what does not. */
  readonly open?: boolean | undefined;
  /** Complaints only. */
  readonly ground?: string | undefined;
  /** Where the caller may look; null for everywhere. */
  readonly places: readonly string[] | null;
}

/** The nomination that a line is about. */
interface About {
  readonly nominationId: string;
  readonly nominee: string;
  readonly programme: string;
  readonly campaign: string;
  readonly unit: string;
  readonly award: string;
  readonly state: string;
}

export interface ComplaintLine extends About {
  readonly id: string;
  readonly ruleSetVersion: string;
  readonly ground: string;
  readonly filedBy: string;
  readonly instance: number;
  readonly filedAt: IsoInstant;
  readonly dueAt: IsoInstant | null;
  readonly late: boolean;
  /** Who is asked to hear it; null once it is settled. */
  readonly handler: string | null;
  readonly outcome: string | null;
  readonly settledAt: IsoInstant | null;
}

/** A ground of complaints, and the latest rules that word it. */
export interface ComplaintGround {
  readonly ground: string;
  readonly programme: string;
  readonly ruleSetVersion: string;
}

export interface RecallLine extends About {
  readonly id: string;
  readonly what: string;
  /** Multiple of the base salary, an exact decimal. */
  readonly amount: string | null;
  readonly state: string;
  readonly dueSince: IsoInstant;
  readonly recoveredAt: IsoInstant | null;
  readonly recoveredBy: string | null;
  readonly paper: string | null;
}

export interface ReexaminationLine extends About {
  readonly id: string;
  readonly rule: string;
  /** The nomination whose award was taken back. */
  readonly revokedNominationId: string;
  readonly revokedNominee: string;
  readonly revokedAward: string;
  readonly openedAt: IsoInstant;
  readonly finding: string | null;
  readonly settledAt: IsoInstant | null;
  readonly settledBy: string | null;
}

const ABOUT = `n.id AS "nominationId", n.nominee ->> 'fullName' AS nominee, n.programme, n.campaign, n.unit, n.award, n.state`;

const COMPLAINTS: PagedList = {
  columns: `k.id, ${ABOUT}, n.rule_set_version AS "ruleSetVersion", k.ground, k.filed_by AS "filedBy", k.instance, k.filed_at AS "filedAt",
       CASE WHEN k.settled_at IS NULL THEN coalesce(n.due_at, k.due_at) ELSE k.due_at END AS "dueAt",
       k.settled_at IS NULL AND coalesce(n.due_at, k.due_at, 'infinity') < now() AND NOT n.held AS late,
       (SELECT coalesce(p.full_name, t.person_id) FROM task t LEFT JOIN person p ON p.programme = n.programme AND p.id = t.person_id
         WHERE t.nomination_id = n.id AND t.kind = 'complaint' AND t.state = 'open' AND k.settled_at IS NULL
         ORDER BY t.opened_at DESC LIMIT 1) AS handler, k.outcome, k.settled_at AS "settledAt"`,
  from: 'complaint k JOIN nomination n ON n.id = k.nomination_id',
  order: { by: openFirst('k.settled_at', 'coalesce(n.due_at, k.due_at)'), as: 'numeric', id: 'k.id' },
};

const RECALLS: PagedList = {
  columns: `c.id, ${ABOUT.replace('n.state', 'c.state')}, c.what, c.amount, c.due_since AS "dueSince", c.recovered_at AS "recoveredAt",
       coalesce(u.name, a.name, c.recovered_by) AS "recoveredBy", c.paper`,
  from: `recall c JOIN nomination n ON n.id = c.nomination_id
  LEFT JOIN auth_user u ON 'operator:' || u.id = c.recovered_by
  LEFT JOIN api_key a ON 'operator:' || a.id = c.recovered_by`,
  order: { by: openFirst('c.recovered_at', 'c.due_since'), as: 'numeric', id: 'c.id' },
};

const REEXAMINATIONS: PagedList = {
  columns: `x.id, ${ABOUT}, x.rule, r.id AS "revokedNominationId", r.nominee ->> 'fullName' AS "revokedNominee", r.award AS "revokedAward",
       x.opened_at AS "openedAt", x.finding, x.settled_at AS "settledAt", coalesce(u.name, a.name, x.settled_by) AS "settledBy"`,
  from: `reexamination x JOIN nomination n ON n.id = x.nomination_id JOIN nomination r ON r.id = x.revoked_nomination_id
  LEFT JOIN auth_user u ON 'operator:' || u.id = x.settled_by
  LEFT JOIN api_key a ON 'operator:' || a.id = x.settled_by`,
  order: { by: openFirst('x.settled_at', 'x.opened_at'), as: 'numeric', id: 'x.id' },
};

function conditionsOf({ programme, open, places }: AftermathFilter, isOpen: string): Conditions {
  const conditions = new Conditions();
  if (programme !== undefined) conditions.add((parameter) => `n.programme = ${parameter}`, programme);
  if (open !== undefined) conditions.always(open ? isOpen : `NOT ${isOpen}`);
  conditions.places(places);
  return conditions;
}

function conditionsOfComplaints(filter: AftermathFilter): Conditions {
  const conditions = conditionsOf(filter, '(k.settled_at IS NULL)');
  if (filter.nominationId !== undefined) conditions.add((parameter) => `n.id = ${parameter}`, filter.nominationId);
  return conditions;
}

/** Complaints: those being heard first, by their deadline; then the settled, the latest first. */
export async function complaintLines({ pool }: Database, filter: AftermathFilter): Promise<PageOf<ComplaintLine>> {
  const conditions = conditionsOfComplaints(filter);
  if (filter.ground !== undefined) conditions.add((parameter) => `k.ground = ${parameter}`, filter.ground);
  type Row = Omit<ComplaintLine, 'filedAt' | 'dueAt' | 'settledAt'> & Instants<'filedAt', 'dueAt' | 'settledAt'>;
  const { items, nextCursor } = await pageOf<Row>(pool, COMPLAINTS, conditions, filter);
  const lines = items.map((row) => ({ ...row, filedAt: isoOf(row.filedAt), dueAt: isoOf(row.dueAt), settledAt: isoOf(row.settledAt) }));
  return { items: lines, nextCursor };
}

/** Every ground on which the filter finds a complaint, whatever ground and page it names. */
export async function complaintGrounds({ pool }: Database, filter: AftermathFilter): Promise<readonly ComplaintGround[]> {
  const { where, values } = conditionsOfComplaints(filter);
  const text = `SELECT k.ground, n.programme, max(n.rule_set_version) AS "ruleSetVersion"
    FROM ${COMPLAINTS.from} ${where} GROUP BY k.ground, n.programme ORDER BY k.ground, n.programme`;
  const { rows } = await pool.query<ComplaintGround>(text, values);
  return rows;
}

/** Objects and money to be given back: those still out first, the longest first. */
export async function recallLines({ pool }: Database, filter: AftermathFilter): Promise<PageOf<RecallLine>> {
  const conditions = conditionsOf(filter, `(c.state = 'due')`);
  if (filter.nominationId !== undefined) conditions.add((parameter) => `n.id = ${parameter}`, filter.nominationId);
  type Row = Omit<RecallLine, 'dueSince' | 'recoveredAt'> & Instants<'dueSince', 'recoveredAt'>;
  const { items, nextCursor } = await pageOf<Row>(pool, RECALLS, conditions, filter);
  return { items: items.map((row) => ({ ...row, dueSince: isoOf(row.dueSince), recoveredAt: isoOf(row.recoveredAt) })), nextCursor };
}

/** Nominations that relied on an award which was taken back: those not examined yet first. */
export async function reexaminationLines({ pool }: Database, filter: AftermathFilter): Promise<PageOf<ReexaminationLine>> {
  const conditions = conditionsOf(filter, `(x.state = 'open')`);
  if (filter.nominationId !== undefined)
    conditions.add((parameter) => `(x.nomination_id = ${parameter} OR x.revoked_nomination_id = ${parameter})`, filter.nominationId);
  type Row = Omit<ReexaminationLine, 'openedAt' | 'settledAt'> & Instants<'openedAt', 'settledAt'>;
  const { items, nextCursor } = await pageOf<Row>(pool, REEXAMINATIONS, conditions, filter);
  return { items: items.map((row) => ({ ...row, openedAt: isoOf(row.openedAt), settledAt: isoOf(row.settledAt) })), nextCursor };
}

type Instants<Always extends string, Sometimes extends string> = Readonly<Record<Always, Date>> & Readonly<Record<Sometimes, Date | null>>;
