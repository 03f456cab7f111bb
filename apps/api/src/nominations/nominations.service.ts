import type { NominationPage, NominationView, TimelineEntry } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { insistOnPlace } from '../auth/allow.ts';
import { reachOf, type Visitor } from '../auth/visitor.ts';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import type { ListQuery } from './nominations.schemas.ts';

const unknown = (): Problem => new Problem('NOT_FOUND', 'No nomination has this id: use the nominationId of the first answer.');

@Injectable()
export class NominationsService {
  private readonly nominations: ApiParts['nominations'];

  constructor(@Inject(PART.nominations) nominations: ApiParts['nominations']) {
    this.nominations = nominations;
  }

  async view(id: string, caller: Visitor): Promise<NominationView> {
    const view = await this.nominations.view(id);
    if (!view) throw unknown();
    insistOnPlace(caller, 'read-nomination', view);
    return view;
  }

  async timeline(id: string, caller: Visitor): Promise<{ nominationId: string; entries: readonly TimelineEntry[] }> {
    const home = await this.nominations.homeOf(id);
    if (!home) throw unknown();
    insistOnPlace(caller, 'read-nomination', home);
    return { nominationId: id, entries: await this.nominations.timeline(id) };
  }

  list(query: ListQuery, caller: Visitor): Promise<NominationPage> {
    return this.nominations.list({ ...query, places: reachOf(caller, 'read-nomination') });
  }
}
