import type { AftermathFilter, ComplaintLine, RecallLine, ReexaminationLine } from '@laurel/db';
import type { RuleSet, Text } from '@laurel/domain';
import { Inject, Injectable } from '@nestjs/common';
import { reachOf, type Visitor } from '../auth/visitor.ts';
import { PART, type ApiParts } from '../parts/parts.ts';

/** A complaint with its ground as the rules of its nomination word it. */
export type WordedComplaint = Omit<ComplaintLine, 'ruleSetVersion'> & { readonly groundIn: Text };

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

  async complaints(asked: Asked, caller: Visitor): Promise<readonly WordedComplaint[]> {
    const lines = await this.aftermath.complaints(within(asked, caller));
    return Promise.all(
      lines.map(async ({ ruleSetVersion, ...line }) => {
        const { complaint } = await this.console.rules.ruleSet(line.programme, ruleSetVersion);
        return { ...line, groundIn: groundText(complaint?.grounds, line.ground) };
      }),
    );
  }

  recalls(asked: Asked, caller: Visitor): Promise<readonly RecallLine[]> {
    return this.aftermath.recalls(within(asked, caller));
  }

  reexaminations(asked: Asked, caller: Visitor): Promise<readonly ReexaminationLine[]> {
    return this.aftermath.reexaminations(within(asked, caller));
  }
}

const within = (asked: Asked, caller: Visitor): AftermathFilter => ({ ...asked, places: reachOf(caller, 'read-registry') });

/** The words of a ground; its key where the rules no longer have it. */
export function groundText(grounds: NonNullable<RuleSet['complaint']>['grounds'] | undefined, key: string): Text {
  return grounds?.find(({ ground }) => ground === key)?.text ?? { vi: key, en: key };
}
