import type { Database } from '../database.ts';
import type { PageOf } from '../reading/pages.ts';
import {
  complaintGrounds,
  complaintLines,
  recallLines,
  reexaminationLines,
  type AftermathFilter,
  type ComplaintGround,
  type ComplaintLine,
  type RecallLine,
  type ReexaminationLine,
} from './aftermath-lists.ts';
import { unnumberedDecisions, type UnnumberedDecision } from './unnumbered.ts';

/** A line of a signed decision, as far as its number is concerned. */
export interface NumberedLine {
  readonly nominationId: string;
  readonly programme: string;
  readonly campaign: string;
  readonly unit: string;
  readonly level: string;
  readonly number: string | null;
  readonly signedOn: string;
}

/** Where a recall or re-examination belongs. */
export interface AftermathHome {
  readonly programme: string;
  readonly unit: string;
}

const LINES = `
SELECT n.id AS "nominationId", n.programme, n.campaign, n.unit, l.level, d.number, d.signed_on::text AS "signedOn"
  FROM decision_line l JOIN decision d ON d.id = l.decision_id JOIN nomination n ON n.id = l.nomination_id
 WHERE l.decision_id = $1 AND l.superseded_at IS NULL ORDER BY n.id`;

const RECALL_HOME = 'SELECT n.programme, n.unit FROM recall c JOIN nomination n ON n.id = c.nomination_id WHERE c.id = $1';
const REEXAMINATION_HOME = 'SELECT n.programme, n.unit FROM reexamination x JOIN nomination n ON n.id = x.nomination_id WHERE x.id = $1';

const RECOVER = `
UPDATE recall SET state = 'recovered', recovered_at = now(), recovered_by = $2, paper = $3 WHERE id = $1 AND state = 'due'`;

const SETTLE = `
UPDATE reexamination SET state = 'settled', settled_at = now(), settled_by = $2, finding = $3 WHERE id = $1 AND state = 'open'`;

/** What decisions and revocations leave to be done. */
export class AftermathRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** The lines of a decision that hold; none means that nobody knows it. */
  async linesOf(decisionId: string): Promise<readonly NumberedLine[]> {
    const { rows } = await this.database.pool.query<NumberedLine>(LINES, [decisionId]);
    return rows;
  }

  unnumbered(filter: AftermathFilter): Promise<PageOf<UnnumberedDecision>> {
    return unnumberedDecisions(this.database, filter);
  }

  complaints(filter: AftermathFilter): Promise<PageOf<ComplaintLine>> {
    return complaintLines(this.database, filter);
  }

  grounds(filter: AftermathFilter): Promise<readonly ComplaintGround[]> {
    return complaintGrounds(this.database, filter);
  }

  recalls(filter: AftermathFilter): Promise<PageOf<RecallLine>> {
    return recallLines(this.database, filter);
  }

  reexaminations(filter: AftermathFilter): Promise<PageOf<ReexaminationLine>> {
    return reexaminationLines(this.database, filter);
  }

  recallHome(id: string): Promise<AftermathHome | null> {
    return this.home(RECALL_HOME, id);
  }

  reexaminationHome(id: string): Promise<AftermathHome | null> {
    return this.home(REEXAMINATION_HOME, id);
  }

  /** Notes that what was recalled has come back; the second time changes nothing. */
  async recover(id: string, actor: string, paper: string): Promise<void> {
    await this.database.pool.query(RECOVER, [id, actor, paper]);
  }

  /** Notes what a re-examination found; the first finding stays. */
  async settle(id: string, actor: string, finding: string): Promise<void> {
    await this.database.pool.query(SETTLE, [id, actor, finding]);
  }

  private async home(text: string, id: string): Promise<AftermathHome | null> {
    const { rows } = await this.database.pool.query<AftermathHome>(text, [id]);
    return rows[0] ?? null;
  }
}
