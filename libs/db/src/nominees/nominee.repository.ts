import { foldWords } from '@laurel/domain';
import { newId } from '../ids.ts';
import type { Database } from '../database.ts';
import { actIdPrefix } from '../intake/act-ids.ts';
import { isoOf } from '../reading/nomination.rows.ts';
import type { PageOf } from '../reading/pages.ts';
import { DIFFERENCES, KNOWN_DIFFERENT, SAY_DIFFERENT, UNSAY_DIFFERENT } from './different.sql.ts';
import type { NomineeEntry } from './identity.ts';
import { lookAlikes, searchNominees, suspectedPairs } from './nominee-search.ts';
import { MERGE, MERGED, MERGES, NEAR, NOMINATIONS, NOMINEE, TITLES, UNMERGE } from './nominee.sql.ts';
import type {
  Difference,
  DifferenceOutcome,
  DifferenceRecord,
  HeldTitle,
  LookAlikes,
  LookAlikesAsked,
  Merge,
  MergeOutcome,
  MergeRecord,
  NomineeLines,
  NomineeMatch,
  NomineeRow,
  NomineeSearch,
  NomineeView,
  PairsAsked,
  SuspectedPair,
} from './nominee.types.ts';

const PROPOSED = 20;

/** Everybody and everything that was ever nominated. Likeness proposes; only people merge, and may take it back. */
export class NomineeRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async view(id: string): Promise<NomineeView | null> {
    const [nominee] = await this.rows<NomineeRow>(NOMINEE, [id]);
    if (!nominee) return null;
    const merged = await this.rows<NomineeRow>(MERGED, [id]);
    const nominations = await this.rows<NomineeView['nominations'][number]>(NOMINATIONS, [id]);
    const [merges, differences] = [await this.merges(id), await this.differences(id)];
    return { ...nominee, merged, merges, differences, nominations, titles: await this.rows<HeldTitle>(TITLES, [id]) };
  }

  search(search: NomineeSearch): Promise<NomineeLines> {
    return searchNominees(this.database, search);
  }

  /** Entries of one name that may be one nominee, the likeliest first. */
  lookAlikes(asked: LookAlikesAsked): Promise<PageOf<LookAlikes>> {
    return lookAlikes(this.database, asked);
  }

  /** Who may be the same as a nominee of the registry, best first; null when there is no such nominee. */
  async proposals(id: string): Promise<readonly NomineeMatch[] | null> {
    const [nominee] = await this.rows<NomineeRow>(NOMINEE, [id]);
    if (!nominee) return null;
    const different = new Set((await this.rows<{ readonly id: string }>(KNOWN_DIFFERENT, [id])).map((row) => row.id));
    return (await this.near(nominee, id)).filter((match) => !different.has(match.id));
  }

  /** Who in the registry may be the one written down here. */
  async near(entry: NomineeEntry, ownId = ''): Promise<readonly NomineeMatch[]> {
    const { kind, fullName, birthYear, programme, unit } = entry;
    const values = [kind, foldWords(fullName), fullName, birthYear, programme, unit, ownId, PROPOSED];
    const { rows } = await this.database.pool.query<NomineeMatch>({ name: 'near-nominees', text: NEAR, values });
    return rows;
  }

  /** Deeds that look filed twice, the newest first. */
  suspected(asked: PairsAsked): Promise<PageOf<SuspectedPair>> {
    return suspectedPairs(this.database, asked);
  }

  /** Says that one nominee is another. Nothing is moved: the pointer is followed where it matters, and can be taken back. */
  async merge({ nomineeId, intoId, actor, reason }: Merge): Promise<MergeOutcome> {
    if (nomineeId === intoId) return 'same';
    const { rowCount } = await this.database.pool.query(MERGE, [nomineeId, intoId, newId(), actor, reason, actIdPrefix()]);
    return rowCount === 1 ? 'done' : this.whyNot(nomineeId, intoId);
  }

  /** Takes a merge back; both stand by themselves again. */
  async unmerge(nomineeId: string, actor: string, reason: string): Promise<MergeOutcome> {
    const { rowCount } = await this.database.pool.query(UNMERGE, [nomineeId, actor, reason]);
    if (rowCount === 1) return 'done';
    return (await this.rows(NOMINEE, [nomineeId])).length === 0 ? 'unknown' : 'not-merged';
  }

  /** Says that two entries which look alike are two: they are no longer proposed while both stay what they are now. */
  async different({ nomineeId, otherId, actor, reason }: Difference): Promise<DifferenceOutcome> {
    if (nomineeId === otherId) return 'same';
    const { rowCount } = await this.database.pool.query(SAY_DIFFERENT, [nomineeId, otherId, newId(), actor, reason]);
    return rowCount === 1 ? 'done' : 'done-before';
  }

  /** Takes that back: they are proposed again. */
  async notDifferent({ nomineeId, otherId, actor, reason }: Difference): Promise<DifferenceOutcome> {
    const { rowCount } = await this.database.pool.query(UNSAY_DIFFERENT, [nomineeId, otherId, actor, reason]);
    return rowCount === 0 ? 'not-different' : 'done';
  }

  private async differences(id: string): Promise<readonly DifferenceRecord[]> {
    type Row = Omit<DifferenceRecord, 'saidAt' | 'undoneAt'> & { readonly saidAt: Date; readonly undoneAt: Date | null };
    const rows = await this.rows<Row>(DIFFERENCES, [id]);
    return rows.map((row) => ({ ...row, saidAt: isoOf(row.saidAt), undoneAt: isoOf(row.undoneAt) }));
  }

  private async merges(id: string): Promise<readonly MergeRecord[]> {
    type Row = Omit<MergeRecord, 'mergedAt' | 'undoneAt'> & { readonly mergedAt: Date; readonly undoneAt: Date | null };
    const rows = await this.rows<Row>(MERGES, [id]);
    return rows.map((row) => ({ ...row, mergedAt: isoOf(row.mergedAt), undoneAt: isoOf(row.undoneAt) }));
  }

  private async whyNot(nomineeId: string, intoId: string): Promise<MergeOutcome> {
    const [nominee] = await this.rows<NomineeRow>(NOMINEE, [nomineeId]);
    const [into] = await this.rows<NomineeRow>(NOMINEE, [intoId]);
    if (!nominee || !into) return 'unknown';
    if (nominee.mergedInto === intoId) return 'done-before';
    return nominee.kind === into.kind ? 'merged-elsewhere' : 'other-kind';
  }

  private async rows<Row extends object>(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    const { rows } = await this.database.pool.query<Row>(text, [...values]);
    return rows;
  }
}
