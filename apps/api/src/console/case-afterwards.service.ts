import type { NominationView, RecallLine, ReexaminationLine } from '@laurel/db';
import type { Text } from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import { mayIn, type Visitor } from '../auth/visitor.ts';
import { AftermathService, groundText, type WordedComplaint } from '../complaints/aftermath.service.ts';
import { Problem } from '../http/problem.ts';
import { PART, type ApiParts } from '../parts/parts.ts';
import { NO_OFFERS, offersOf, type AfterOffers } from './case-offers.ts';
import { CasePageService } from './case-page.service.ts';
import { rulesOfCase, stageNames } from './case-route.ts';
import { ProgrammeShelf } from './programme-shelf.ts';

/** More of one kind never come to one nomination. */
const MOST = 500;

/** What came to a nomination beyond its route, and what may still be done about it. */
export interface CaseAfterwards extends Pick<NominationView, 'nomineeId' | 'overrides' | 'duplicates' | 'underComplaint'> {
  readonly complaints: readonly WordedComplaint[];
  readonly revocations: readonly (NominationView['revocations'][number] & { readonly groundIn: Text })[];
  readonly recalls: readonly RecallLine[];
  readonly reexaminations: readonly ReexaminationLine[];
  readonly offers: AfterOffers;
}

@Injectable()
export class CaseAfterwardsService {
  private readonly console: ApiParts['console'];
  private readonly nominations: ApiParts['nominations'];
  private readonly aftermath: AftermathService;
  private readonly cases: CasePageService;
  private readonly shelf: ProgrammeShelf;

  constructor(
    @Inject(PART.console) console: ApiParts['console'],
    @Inject(PART.nominations) nominations: ApiParts['nominations'],
    aftermath: AftermathService,
    cases: CasePageService,
    shelf: ProgrammeShelf,
  ) {
    this.console = console;
    this.nominations = nominations;
    this.aftermath = aftermath;
    this.cases = cases;
    this.shelf = shelf;
  }

  async of(id: string, visitor: Visitor): Promise<CaseAfterwards> {
    const { programme, unit } = await this.cases.insist(id, visitor, 'read-registry');
    const view = await this.nominations.view(id);
    if (!view) throw new Problem('NOT_FOUND', 'No nomination has this id.');
    const asked = { nominationId: id, limit: MOST };
    const { revocation } = await this.console.rules.ruleSet(programme, view.ruleSetVersion);
    const { nomineeId, overrides, duplicates, underComplaint, revocations } = view;
    return {
      ...{ nomineeId, overrides, duplicates, underComplaint },
      complaints: (await this.aftermath.complaints(asked, visitor)).items,
      revocations: revocations.map((one) => ({ ...one, groundIn: groundText(revocation?.grounds, one.ground) })),
      recalls: (await this.aftermath.recalls(asked, visitor)).items,
      reexaminations: (await this.aftermath.reexaminations(asked, visitor)).items,
      offers: mayIn(visitor, 'change-registry', programme, unit) ? await this.offers(view, visitor) : NO_OFFERS,
    };
  }

  private async offers(view: NominationView, visitor: Visitor): Promise<AfterOffers> {
    const { programme, ruleSetVersion } = view;
    const found = await this.console.cases.of(view.id);
    if (!found) return NO_OFFERS;
    const rules = rulesOfCase(await this.console.rules.ruleSet(programme, ruleSetVersion), found);
    const directory = await this.console.directory.at(programme, await this.console.lists.directoryVersion(programme));
    const person = visitor.signedIn?.identity.people.find((one) => one.programme === programme);
    const names = stageNames(rules, await this.shelf.people(programme));
    return offersOf({ view, found, rules, stageNames: names, directory, personId: person?.id ?? null, at: Date.now() });
  }
}
