import type { Database } from '../database.ts';
import { Conditions } from '../reading/nomination-places.ts';
import { isoOf } from '../reading/nomination.rows.ts';
import type { IsoInstant } from '../reading/iso-instant.ts';

/** Lines of one list; whoever has dealt with these finds the next ones. */
const MOST = 500;

export interface AftermathFilter {
  readonly programme?: string | undefined;
  readonly nominationId?: string | undefined;
  /** Only what still waits for somebody, or only what does not. */
  readonly open?: boolean | undefined;
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

const COMPLAINTS = `
SELECT k.id, ${ABOUT}, n.rule_set_version AS "ruleSetVersion", k.ground, k.filed_by AS "filedBy", k.instance, k.filed_at AS "filedAt",
       CASE WHEN k.settled_at IS NULL THEN coalesce(n.due_at, k.due_at) ELSE k.due_at END AS "dueAt",
       k.settled_at IS NULL AND coalesce(n.due_at, k.due_at, 'infinity') < now() AND NOT n.held AS late,
       (SELECT coalesce(p.full_name, t.person_id) FROM task t LEFT JOIN person p ON p.programme = n.programme AND p.id = t.person_id
         WHERE t.nomination_id = n.id AND t.kind = 'complaint' AND t.state = 'open' AND k.settled_at IS NULL
         ORDER BY t.opened_at DESC LIMIT 1) AS handler, k.outcome, k.settled_at AS "settledAt"
  FROM complaint k JOIN nomination n ON n.id = k.nomination_id`;

const RECALLS = `
SELECT c.id, ${ABOUT.replace('n.state', 'c.state')}, c.what, c.amount, c.due_since AS "dueSince", c.recovered_at AS "recoveredAt",
       coalesce(u.name, a.name, c.recovered_by) AS "recoveredBy", c.paper
  FROM recall c JOIN nomination n ON n.id = c.nomination_id
  LEFT JOIN auth_user u ON 'operator:' || u.id = c.recovered_by
  LEFT JOIN api_key a ON 'operator:' || a.id = c.recovered_by`;

const REEXAMINATIONS = `
SELECT x.id, ${ABOUT}, x.rule, r.id AS "revokedNominationId", r.nominee ->> 'fullName' AS "revokedNominee", r.award AS "revokedAward",
       x.opened_at AS "openedAt", x.finding, x.settled_at AS "settledAt", coalesce(u.name, a.name, x.settled_by) AS "settledBy"
  FROM reexamination x JOIN nomination n ON n.id = x.nomination_id JOIN nomination r ON r.id = x.revoked_nomination_id
  LEFT JOIN auth_user u ON 'operator:' || u.id = x.settled_by
  LEFT JOIN api_key a ON 'operator:' || a.id = x.settled_by`;

function conditionsOf({ programme, open, places }: AftermathFilter, isOpen: string): Conditions {
  const conditions = new Conditions();
  if (programme !== undefined) conditions.add((parameter) => `n.programme = ${parameter}`, programme);
  if (open !== undefined) conditions.always(open ? isOpen : `NOT ${isOpen}`);
  conditions.places(places);
  return conditions;
}

/** Complaints: those being heard first, by their deadline; then the settled, the latest first. */
export async function complaintLines({ pool }: Database, filter: AftermathFilter): Promise<readonly ComplaintLine[]> {
  const conditions = conditionsOf(filter, '(k.settled_at IS NULL)');
  if (filter.nominationId !== undefined) conditions.add((parameter) => `n.id = ${parameter}`, filter.nominationId);
  const order = `k.settled_at DESC NULLS FIRST, coalesce(n.due_at, k.due_at), k.id`;
  type Row = Omit<ComplaintLine, 'filedAt' | 'dueAt' | 'settledAt'> & Instants<'filedAt', 'dueAt' | 'settledAt'>;
  const { rows } = await pool.query<Row>(`${COMPLAINTS} ${conditions.where} ORDER BY ${order} LIMIT ${String(MOST)}`, conditions.values);
  return rows.map((row) => ({ ...row, filedAt: isoOf(row.filedAt), dueAt: isoOf(row.dueAt), settledAt: isoOf(row.settledAt) }));
}

/** Objects and money to be given back: those still out first, the longest first. */
export async function recallLines({ pool }: Database, filter: AftermathFilter): Promise<readonly RecallLine[]> {
  const conditions = conditionsOf(filter, `(c.state = 'due')`);
  if (filter.nominationId !== undefined) conditions.add((parameter) => `n.id = ${parameter}`, filter.nominationId);
  type Row = Omit<RecallLine, 'dueSince' | 'recoveredAt'> & Instants<'dueSince', 'recoveredAt'>;
  const text = `${RECALLS} ${conditions.where} ORDER BY c.recovered_at DESC NULLS FIRST, c.due_since, c.id LIMIT ${String(MOST)}`;
  const { rows } = await pool.query<Row>(text, conditions.values);
  return rows.map((row) => ({ ...row, dueSince: isoOf(row.dueSince), recoveredAt: isoOf(row.recoveredAt) }));
}

/** Nominations that relied on an award which was taken back: those not examined yet first. */
export async function reexaminationLines({ pool }: Database, filter: AftermathFilter): Promise<readonly ReexaminationLine[]> {
  const conditions = conditionsOf(filter, `(x.state = 'open')`);
  if (filter.nominationId !== undefined)
    conditions.add((parameter) => `(x.nomination_id = ${parameter} OR x.revoked_nomination_id = ${parameter})`, filter.nominationId);
  type Row = Omit<ReexaminationLine, 'openedAt' | 'settledAt'> & Instants<'openedAt', 'settledAt'>;
  const text = `${REEXAMINATIONS} ${conditions.where} ORDER BY x.settled_at DESC NULLS FIRST, x.opened_at, x.id LIMIT ${String(MOST)}`;
  const { rows } = await pool.query<Row>(text, conditions.values);
  return rows.map((row) => ({ ...row, openedAt: isoOf(row.openedAt), settledAt: isoOf(row.settledAt) }));
}

type Instants<Always extends string, Sometimes extends string> = Readonly<Record<Always, Date>> & Readonly<Record<Sometimes, Date | null>>;
