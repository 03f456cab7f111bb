import {
  numberKey,
  type Deed,
  type FactsWanted,
  type HeldAward,
  type IsoDate,
  type Lookalike,
  type NumberedPaper,
  type RegistryFacts,
  type Rival,
} from '@laurel/domain';
import type { Database } from '../database.ts';
import { FACTS, LOOKALIKES, PAPERS } from './registry-facts.sql.ts';

interface DeedJson {
  readonly deed: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

interface FactsRow extends DeedJson {
  readonly nominee: string | null;
  readonly campaign: string;
  readonly submitted_at: Date;
  readonly records: (Omit<HeldAward, 'deed'> & DeedJson)[] | null;
  readonly rivals: (Omit<Rival, 'deed' | 'submittedAt'> & DeedJson & { readonly submittedAt: string })[] | null;
  readonly taken: Record<string, number[]> | null;
  readonly given: Record<string, number> | null;
}

const deedOf = ({ deed, from, to }: DeedJson): Deed => ({ title: deed, from, to: to ?? from });

/** What of other cases the rules of one look at; the nominee's merged names count as the same nominee. */
export class RegistryFactsReading {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** `scopes`: where taken places are counted, besides the nominee's own. `search`: also look for what is only alike. */
  async of(nominationId: string, { scopes, bases }: FactsWanted, search: boolean): Promise<RegistryFacts> {
    const values = [nominationId, scopes, JSON.stringify(bases)];
    const { rows } = await this.database.pool.query<FactsRow>({ name: 'registry-facts', text: FACTS, values });
    const [row] = rows;
    if (!row) throw new Error(`No facts of nomination ${nominationId}`);
    return {
      nominationId,
      nominee: row.nominee ?? nominationId,
      campaign: row.campaign,
      deed: deedOf(row),
      submittedAt: row.submitted_at.getTime(),
      records: (row.records ?? []).map(({ deed, from, to, ...held }) => ({
        ...held,
        deed: deed === '' ? null : deedOf({ deed, from, to }),
      })),
      rivals: (row.rivals ?? []).map(({ deed, from, to, submittedAt, ...rival }) => ({
        ...rival,
        submittedAt: Date.parse(submittedAt),
        deed: deedOf({ deed, from, to }),
      })),
      taken: row.taken ?? {},
      given: row.given ?? {},
      lookalikes: search ? await this.lookalikes(nominationId) : [],
    };
  }

  /** The papers of an issuer in the nomination's programme that bear a number. */
  async papers(nominationId: string, issuer: string, number: string): Promise<readonly NumberedPaper[]> {
    const values = [nominationId, issuer, numberKey(number)];
    const { rows } = await this.database.pool.query<NumberedPaper>({ name: 'numbered-papers', text: PAPERS, values });
    return rows;
  }

  private async lookalikes(nominationId: string): Promise<readonly Lookalike[]> {
    const { rows } = await this.database.pool.query<Lookalike>({ name: 'lookalikes', text: LOOKALIKES, values: [nominationId] });
    return rows;
  }
}
