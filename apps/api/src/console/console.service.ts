import type { NominationLine, NominationLines, Overview, PersonLine, SearchTotal } from '@laurel/db';
import { ACTIONS, type Action, type Role, type RuleSet, type Text } from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.ts';
import { may, mayIn, reaches, reachOf, type SignedIn, type Visitor } from '../auth/visitor.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { stageNames } from './case-route.ts';
import type { FilterQuery, PeopleQuery, SearchQueryInput } from './console.schemas.ts';
import { ProgrammeShelf, type ProgrammeLine } from './programme-shelf.ts';

interface Named {
  readonly key: string;
  readonly name: Text;
}

export interface ProgrammeFacet extends Named {
  readonly campaigns: ProgrammeLine['campaigns'];
  readonly levels: readonly Named[];
  readonly stages: readonly (Named & { readonly kind: string; readonly level: string })[];
  readonly awards: readonly (Named & { readonly level: string })[];
  readonly units: readonly (Named & { readonly parent: string | null })[];
}

export interface Me {
  readonly name: string;
  readonly email: string;
  readonly language: 'vi' | 'en';
  readonly people: readonly { readonly programme: string; readonly id: string; readonly fullName: string }[];
  readonly roles: readonly {
    readonly role: Role;
    readonly programme: string | null;
    readonly unit: string | null;
    readonly unitName: Text | null;
  }[];
  readonly actions: readonly Action[];
  readonly csrf: string;
  readonly sessionEndsAt: string;
  readonly temporalUi: string | null;
}

/** Rows of an export are read so many at a time. */
const PAGE = 1_000;
const MOST_EXPORTED = 100_000;

/** What the console's first pages and lists show. */
@Injectable()
export class ConsoleService {
  private readonly console: ApiParts['console'];
  private readonly signIn: ApiParts['signIn'];
  private readonly settings: ApiParts['settings'];
  private readonly shelf: ProgrammeShelf;

  constructor(
    @Inject(PART.console) console: ApiParts['console'],
    @Inject(PART.signIn) signIn: ApiParts['signIn'],
    @Inject(PART.settings) settings: ApiParts['settings'],
    shelf: ProgrammeShelf,
  ) {
    this.console = console;
    this.signIn = signIn;
    this.settings = settings;
    this.shelf = shelf;
  }

  async me(visitor: Visitor, self: SignedIn): Promise<Me> {
    const { people, roles, email } = self.identity;
    const units = await this.console.lists.units();
    const nameOf = (programme: string | null, unit: string | null): Text | null =>
      units.find((row) => row.key === unit && (programme === null || row.programme === programme))?.name ?? null;
    return {
      name: self.name,
      email,
      language: people[0]?.language ?? 'vi',
      people: people.map(({ programme, id, fullName }) => ({ programme, id, fullName })),
      roles: roles.map(({ role, programme, unit }) => ({ role, programme, unit, unitName: nameOf(programme, unit) })),
      actions: ACTIONS.filter((action) => may(visitor, action)),
      csrf: this.signIn.csrfOf(self),
      sessionEndsAt: new Date(self.expiresAt).toISOString(),
      temporalUi: may(visitor, 'read-workflow') ? (this.settings.TEMPORAL_UI_URL ?? null) : null,
    };
  }

  async facets(visitor: Visitor): Promise<{ readonly programmes: readonly ProgrammeFacet[] }> {
    const [lines, units] = await Promise.all([this.shelf.lines(), this.console.lists.units()]);
    const reach = reachOf(visitor, 'read-nomination');
    const facets = lines.map(async ({ programme, name, versions, inForce, campaigns }): Promise<ProgrammeFacet> => {
      const rules = await this.console.rules.ruleSet(programme, inForce ?? versions.at(-1)?.version ?? '');
      const seen = units.filter((unit) => unit.programme === programme && reaches(reach, programme, unit.key));
      return {
        key: programme,
        name,
        campaigns,
        levels: rules.levels.map((level) => ({ key: level.key, name: level.name })),
        stages: await this.stagesOf(rules),
        awards: rules.awards.map((award) => ({ key: award.key, name: award.name, level: award.level })),
        units: seen.map(({ key, name: unitName, parent }) => ({ key, name: unitName, parent })),
      };
    });
    return { programmes: await Promise.all(facets) };
  }

  overview(
    filter: { readonly programme?: string | undefined; readonly campaign?: string | undefined },
    visitor: Visitor,
  ): Promise<Overview> {
    return this.console.overview.of({ ...filter, places: reachOf(visitor, 'read-nomination') });
  }

  async list(query: SearchQueryInput, visitor: Visitor): Promise<NominationLines & { readonly total: SearchTotal }> {
    const filter = { ...query, places: reachOf(visitor, 'read-nomination') };
    const [page, total] = await Promise.all([this.console.search.page(filter), this.console.search.total(filter)]);
    return { ...page, total };
  }

  /** Every line of the list, page by page. */
  async *lines(query: FilterQuery, visitor: Visitor): AsyncGenerator<NominationLine> {
    const places = reachOf(visitor, 'read-nomination');
    let cursor: string | undefined;
    for (let read = 0; read < MOST_EXPORTED; read += PAGE) {
      const page = await this.console.search.page({ ...query, places, limit: PAGE, ...(cursor !== undefined && { cursor }) });
      yield* page.items;
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  }

  async people({ programme, q, taskId }: PeopleQuery, visitor: Visitor): Promise<readonly PersonLine[]> {
    const reach = reachOf(visitor, 'read-people');
    if (reach && !reach.some((place) => place.startsWith(`${programme}/`) || !place.includes('/')))
      throw new Problem('NOT_FOUND', 'You have no role in a programme of this name.');
    if (taskId !== undefined) await this.insistOnTask(taskId, visitor);
    return this.console.lists.people(programme, q, taskId ?? null);
  }

  /** Who may not take a task tells of its nomination: for those who may read it. */
  private async insistOnTask(taskId: string, visitor: Visitor): Promise<void> {
    const home = await this.console.lists.homeOfTask(taskId);
    if (!home || !mayIn(visitor, 'read-nomination', home.programme, home.unit)) throw new Problem('NOT_FOUND', 'No task has this id.');
  }

  private async stagesOf(rules: RuleSet): Promise<ProgrammeFacet['stages']> {
    const people = await this.shelf.people(rules.programme);
    const found = new Map<string, ProgrammeFacet['stages'][number]>();
    for (const route of rules.routes.length > 0 ? rules.routes : [rules]) {
      const names = stageNames({ ...rules, stages: route.stages }, people);
      for (const { key, kind, level } of route.stages) found.set(key, { key, kind, level, name: names.get(key) ?? { vi: key, en: key } });
    }
    return [...found.values()];
  }
}
