import type { NominationPage, NominationView, Principal, TimelineEntry } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { insistOnUnit } from '../auth/scope.guard.ts';
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

  async view(id: string, caller: Principal): Promise<NominationView> {
    const view = await this.nominations.view(id);
    if (!view) throw unknown();
    insistOnUnit(caller, view.unit);
    return view;
  }

  async timeline(id: string, caller: Principal): Promise<{ nominationId: string; entries: readonly TimelineEntry[] }> {
    const unit = await this.nominations.unitOf(id);
    if (unit === null) throw unknown();
    insistOnUnit(caller, unit);
    return { nominationId: id, entries: await this.nominations.timeline(id) };
  }

  list(query: ListQuery, caller: Principal): Promise<NominationPage> {
    return this.nominations.list({ ...query, units: caller.grants.units ?? null });
  }
}
