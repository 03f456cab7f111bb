import { foldWords, type Role } from '@laurel/domain';
import type { Database } from '../database.ts';
import { Conditions, likePattern } from '../reading/nomination-places.ts';
import { pageOf, secondsOf, type PageAsked, type PagedList, type PageOf } from '../reading/pages.ts';
import type { GrantView } from './access.types.ts';

export interface GrantFilter extends PageAsked {
  /** Words of a name, an address or an id, with or without diacritics. */
  readonly q?: string | undefined;
  readonly programme?: string | undefined;
  readonly role?: Role | undefined;
}

type Row = Omit<GrantView, 'validFrom' | 'validTo'> & { readonly validFrom: Date; readonly validTo: Date | null };

const LIST: PagedList = {
  columns: `g.id, g.email, g.programme, g.person_id AS "personId", p.full_name AS "fullName", g.role, g.unit, g.valid_from AS "validFrom",
       g.valid_to AS "validTo", g.granted_by AS "grantedBy", g.reason`,
  from: 'role_grant g LEFT JOIN person p ON p.programme = g.programme AND p.id = g.person_id',
  order: { by: `-${secondsOf('g.created_at')}`, as: 'numeric', id: 'g.id' },
};

const WHO = `folded(concat_ws(' ', p.full_name, coalesce(g.email, p.email), g.person_id))`;

/** Roles that were granted, the latest first. */
export class GrantListReading {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** One page; throws CursorUnknown for a cursor of another list. */
  async page({ q = '', programme, role, ...asked }: GrantFilter): Promise<PageOf<GrantView>> {
    const conditions = new Conditions();
    for (const word of foldWords(q).split(' '))
      if (word !== '') conditions.add((parameter) => `${WHO} LIKE ${parameter}`, likePattern(word));
    if (programme !== undefined) conditions.add((parameter) => `g.programme = ${parameter}`, programme);
    if (role !== undefined) conditions.add((parameter) => `g.role = ${parameter}`, role);
    const { items, nextCursor } = await pageOf<Row>(this.database.pool, LIST, conditions, asked);
    return { items: items.map(viewOf), nextCursor };
  }

  /** All of them, page after page. */
  async all(): Promise<readonly GrantView[]> {
    const found: GrantView[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.page({ limit: 500, cursor });
      found.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return found;
  }
}

function viewOf({ validFrom, validTo, ...row }: Row): GrantView {
  return { ...row, validFrom: validFrom.toISOString(), validTo: validTo?.toISOString() ?? null };
}
