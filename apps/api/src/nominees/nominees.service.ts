import type {
  Difference,
  DifferenceOutcome,
  LookAlikes,
  LookAlikesAsked,
  MergeOutcome,
  NomineeDetails,
  NomineeLines,
  NomineeMatch,
  NomineeSearch,
  PageOf,
  PairsAsked,
  SuspectedPair,
} from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { insistOnPlace } from '../auth/allow.ts';
import { mayIn, reachOf, type Visitor } from '../auth/visitor.ts';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import type { DifferentBody } from './nominees.schemas.ts';

type Outcome = MergeOutcome | DifferenceOutcome;

const REFUSED: Readonly<Record<Exclude<Outcome, 'done' | 'done-before' | 'unknown'>, readonly [vi: string, en: string]>> = {
  same: ['Đó là cùng một người trong sổ.', 'They are one entry already.'],
  'other-kind': ['Cá nhân, tập thể và hộ gia đình không gộp với nhau được.', 'A person, a collective and a household cannot be one.'],
  'merged-elsewhere': [
    'Một trong hai đã được gộp, hoặc đã có người gộp vào. Xin tách ra trước.',
    'One of them is merged already, or others are merged into it. Take that back first.',
  ],
  'not-different': ['Chưa ai xác định đây là hai người khác nhau.', 'Nobody has said that they are two.'],
  'not-merged': ['Người này không được gộp vào ai.', 'This nominee is merged into nobody.'],
};

@Injectable()
export class NomineesService {
  private readonly nominees: ApiParts['nominees'];

  constructor(@Inject(PART.nominees) nominees: ApiParts['nominees']) {
    this.nominees = nominees;
  }

  search(query: Omit<NomineeSearch, 'places'>, caller: Visitor): Promise<NomineeLines> {
    return this.nominees.search({ ...query, places: reachOf(caller, 'read-registry') });
  }

  /** Entries of one name, both of which the caller may see. */
  lookAlikes(query: Omit<LookAlikesAsked, 'places'>, caller: Visitor): Promise<PageOf<LookAlikes>> {
    return this.nominees.lookAlikes({ ...query, places: reachOf(caller, 'read-registry') });
  }

  async view(id: string, caller: Visitor): Promise<NomineeDetails> {
    const view = await this.nominees.view(id);
    if (!view) throw unknown();
    insistOnPlace(caller, 'read-registry', view);
    return view;
  }

  /** Who may be the same; those of units that the caller may not see are left out. */
  async proposals(id: string, caller: Visitor): Promise<{ items: readonly NomineeMatch[] }> {
    await this.view(id, caller);
    const matches = (await this.nominees.proposals(id)) ?? [];
    return { items: matches.filter((row) => mayIn(caller, 'read-registry', row.programme, row.unit)) };
  }

  suspected(query: Omit<PairsAsked, 'places'>, caller: Visitor): Promise<PageOf<SuspectedPair>> {
    return this.nominees.suspected({ ...query, places: reachOf(caller, 'read-registry') });
  }

  async merge(id: string, into: string, reason: string, caller: Visitor): Promise<NomineeDetails> {
    await this.mayChange(id, caller);
    await this.mayChange(into, caller);
    answered(await this.nominees.merge({ nomineeId: id, intoId: into, actor: `operator:${caller.keyId}`, reason }));
    return this.view(into, caller);
  }

  async unmerge(id: string, reason: string, caller: Visitor): Promise<NomineeDetails> {
    await this.mayChange(id, caller);
    answered(await this.nominees.unmerge(id, `operator:${caller.keyId}`, reason));
    return this.view(id, caller);
  }

  async different(id: string, said: DifferentBody, caller: Visitor): Promise<NomineeDetails> {
    answered(await this.nominees.different(await this.pairOf(id, said, caller)));
    return this.view(id, caller);
  }

  async notDifferent(id: string, said: DifferentBody, caller: Visitor): Promise<NomineeDetails> {
    answered(await this.nominees.notDifferent(await this.pairOf(id, said, caller)));
    return this.view(id, caller);
  }

  private async pairOf(id: string, { other, reason }: DifferentBody, caller: Visitor): Promise<Difference> {
    await this.mayChange(id, caller);
    await this.mayChange(other, caller);
    return { nomineeId: id, otherId: other, actor: `operator:${caller.keyId}`, reason };
  }

  private async mayChange(id: string, caller: Visitor): Promise<void> {
    insistOnPlace(caller, 'change-registry', await this.view(id, caller));
  }
}

const unknown = (): Problem => new Problem('NOT_FOUND', 'No nominee has this id: search the registry.');

function answered(outcome: Outcome): void {
  if (outcome === 'unknown') throw unknown();
  if (outcome === 'done' || outcome === 'done-before') return;
  const [detailVi, detail] = REFUSED[outcome];
  throw new Problem('MERGE_REFUSED', { detail, detailVi });
}
