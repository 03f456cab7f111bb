import type {
  AftermathFilter,
  ComplaintGround,
  ComplaintLine,
  PageOf,
  RecallLine,
  ReexaminationLine,
  UnnumberedDecision,
} from '@laurel/db';
import type { RuleSet, Text } from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import { reachOf, type Visitor } from '../auth/visitor.ts';
import { PART, type ApiParts } from '../parts/parts.ts';

/** A complaint with its ground as the rules of its nomination word it. */
export type WordedComplaint = Omit<ComplaintLine, 'ruleSetVersion'> & { readonly groundIn: Text };

/** A page of complaints, and all grounds on which there are any. */
export type WordedComplaints = PageOf<WordedComplaint> & {
  readonly grounds: readonly { readonly ground: string; readonly groundIn: Text }[];
};

type Asked = Omit<AftermathFilter, 'places'>;

/** What results leave to be done, as lists in the caller's units. */
@Injectable()
export class AftermathService {
  private readonly aftermath: ApiParts['aftermath'];
  private readonly console: ApiParts['console'];

  constructor(@Inject(PART.aftermath) aftermath: ApiParts['aftermath'], @Inject(PART.console) console: ApiParts['console']) {
    this.aftermath = aftermath;
    this.console = console;
  }

  async complaints(asked: Asked, caller: Visitor): Promise<PageOf<WordedComplaint>> {
    const { items, nextCursor } = await this.aftermath.complaints(within(asked, caller));
    const worded = items.map(async ({ ruleSetVersion, ...line }) => ({
      ...line,
      groundIn: await this.wordsOf({ ...line, ruleSetVersion }),
    }));
    return { items: await Promise.all(worded), nextCursor };
  }

  /** The same with every ground that may be asked for. */
  async complaintList(asked: Asked, caller: Visitor): Promise<WordedComplaints> {
    const known = await this.aftermath.grounds(within(asked, caller));
    const worded = await Promise.all(known.map(async (one) => ({ ground: one.ground, groundIn: await this.wordsOf(one) })));
    const grounds = [...new Map(worded.map((one) => [one.ground, one])).values()];
    return { ...(await this.complaints(asked, caller)), grounds };
  }

  unnumbered(asked: Asked, caller: Visitor): Promise<PageOf<UnnumberedDecision>> {
    return this.aftermath.unnumbered(within(asked, caller));
  }

  recalls(asked: Asked, caller: Visitor): Promise<PageOf<RecallLine>> {
    return this.aftermath.recalls(within(asked, caller));
  }

  reexaminations(asked: Asked, caller: Visitor): Promise<PageOf<ReexaminationLine>> {
    return this.aftermath.reexaminations(within(asked, caller));
  }

  private async wordsOf({ programme, ruleSetVersion, ground }: ComplaintGround): Promise<Text> {
    const { complaint } = await this.console.rules.ruleSet(programme, ruleSetVersion);
    return groundText(complaint?.grounds, ground);
  }
}

const within = (asked: Asked, caller: Visitor): AftermathFilter => ({ ...asked, places: reachOf(caller, 'read-registry') });

/** The words of a ground; its key where the rules no longer have it. */
export function groundText(grounds: NonNullable<RuleSet['complaint']>['grounds'] | undefined, key: string): Text {
  return grounds?.find(({ ground }) => ground === key)?.text ?? { vi: key, en: key };
}
