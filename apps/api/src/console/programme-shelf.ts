import type { IsoDate, RuleSet } from '@laurel/domain';
import {
  differenceOf,
  diagramOf,
  explain,
  simulate,
  type Difference,
  type Fact,
  type Pace,
  type PeopleFile,
  type RuleSetDifference,
  type Section,
  type Simulation,
} from '@laurel/programmes';
import type { CampaignLine, VersionLine } from '@laurel/db';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';

export interface ProgrammeLine {
  readonly programme: string;
  readonly name: RuleSet['name'];
  readonly versions: readonly (Omit<VersionLine, 'programme'> & { readonly source: string })[];
  readonly inForce: string | null;
  readonly campaigns: readonly Omit<CampaignLine, 'programme'>[];
}

/** Rules as somebody reads them who does not write their file: without what the file calls things. */
export interface SectionRead extends Omit<Section, 'key' | 'facts'> {
  readonly facts: readonly Omit<Fact, 'key'>[];
}

export interface ProgrammeDetail extends ProgrammeLine {
  readonly version: string;
  readonly sections: readonly SectionRead[];
}

export interface DifferenceRead extends Omit<RuleSetDifference, 'differences'> {
  readonly differences: readonly Omit<Difference, 'key' | 'sectionKey'>[];
}

const today = (): IsoDate => new Date().toISOString().slice(0, 10);

function readSection({ id, title, facts }: Section): SectionRead {
  return { id, title, facts: facts.map(({ key: _key, ...fact }) => fact) };
}

/** Programmes as they were published, in words and pictures. */
@Injectable()
export class ProgrammeShelf {
  private readonly console: ApiParts['console'];

  constructor(@Inject(PART.console) console: ApiParts['console']) {
    this.console = console;
  }

  async lines(): Promise<readonly ProgrammeLine[]> {
    const [versions, campaigns] = await Promise.all([this.console.lists.versions(), this.console.lists.campaigns()]);
    const names = [...new Set(versions.map(({ programme }) => programme))];
    return Promise.all(names.map((name) => this.line(name, versions, campaigns)));
  }

  async detail(programme: string, version: string | undefined): Promise<ProgrammeDetail> {
    const line = await this.lineOf(programme);
    const rules = await this.rules(line, version);
    const { sections } = explain(rules, await this.people(programme));
    return { ...line, version: rules.version, sections: sections.map(readSection) };
  }

  async diagram(programme: string, version: string | undefined, language: 'vi' | 'en'): Promise<string> {
    const rules = await this.rules(await this.lineOf(programme), version);
    return diagramOf(rules, await this.people(programme), language);
  }

  async difference(programme: string, from: string, to: string): Promise<DifferenceRead> {
    const line = await this.lineOf(programme);
    const people = await this.people(programme);
    const [before, after] = await Promise.all([this.rules(line, from), this.rules(line, to)]);
    const { differences, ...sides } = differenceOf({ rules: before, people }, { rules: after, people });
    return { ...sides, differences: differences.map(({ key: _key, sectionKey: _sectionKey, ...difference }) => difference) };
  }

  async simulation(programme: string, version: string | undefined, filedOn: IsoDate, pace: Pace): Promise<Simulation> {
    const rules = await this.rules(await this.lineOf(programme), version);
    return simulate(rules, await this.people(programme), filedOn, pace);
  }

  /** The people of a programme in the shape that the words are made from. */
  async people(programme: string): Promise<PeopleFile> {
    const directory = await this.console.directory.at(programme, await this.console.lists.directoryVersion(programme));
    const posts = [...directory.posts.values()].map((post) => ({ ...post, holders: [] }));
    return { units: [...directory.units.values()], people: [...directory.people.values()], posts, substitutions: [] };
  }

  private async lineOf(programme: string): Promise<ProgrammeLine> {
    const [versions, campaigns] = await Promise.all([this.console.lists.versions(), this.console.lists.campaigns()]);
    if (!versions.some((row) => row.programme === programme)) throw new Problem('NOT_FOUND', 'No programme has this name.');
    return this.line(programme, versions, campaigns);
  }

  private async line(programme: string, all: readonly VersionLine[], campaigns: readonly CampaignLine[]): Promise<ProgrammeLine> {
    const own = all.filter((row) => row.programme === programme);
    const sets = await Promise.all(own.map(({ version }) => this.console.rules.ruleSet(programme, version)));
    const on = today();
    const inForce = own.findLast(({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo >= on))?.version ?? null;
    return {
      programme,
      name: sets.at(-1)?.name ?? { vi: programme, en: programme },
      versions: own.map(({ version, validFrom, validTo }, i) => ({ version, validFrom, validTo, source: sets[i]?.source ?? '' })),
      inForce,
      campaigns: campaigns.flatMap(({ programme: of, ...campaign }) => (of === programme ? [campaign] : [])),
    };
  }

  private rules({ programme, versions, inForce }: ProgrammeLine, asked: string | undefined): Promise<RuleSet> {
    const version = asked ?? inForce ?? versions.at(-1)?.version ?? '';
    if (versions.some((known) => known.version === version)) return this.console.rules.ruleSet(programme, version);
    throw new Problem('NOT_FOUND', `This programme has the versions ${versions.map((known) => known.version).join(', ')}.`);
  }
}
