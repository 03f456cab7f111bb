import type { ActBody } from '@laurel/domain';
import { Problem } from '../http/problem.ts';
import type { ApiParts } from '../parts/parts.ts';
import { todayThere } from '../reports/titles.ts';
import { refusalProblem } from './refusals.ts';

/** What was asked: an award of one level, or to take a nomination up again. */
export interface PlaceAsked {
  readonly nominationId: string;
  readonly level: string;
  readonly body: ActBody;
}

/** The refusal of a full cap; where that is a share of other awards, with the rule, what was counted and the limit that follows. */
export async function capReached(pages: Pick<ApiParts['taskPages'], 'share'>, { nominationId, level, body }: PlaceAsked): Promise<Problem> {
  const signing = body.kind === 'decide' || body.kind === 'number-decision';
  const signedOn = (signing ? body.signedOn : null) ?? todayThere(Date.now());
  const share = await pages.share(nominationId, signing ? level : null, Number(signedOn.slice(0, 4)));
  // A place that has come free since is no reason: the sentence would contradict itself.
  if (!share || share.given < share.limit) return refusalProblem('CAP_REACHED');
  const { text, ...counted } = share;
  return new Problem('CAP_REACHED', { detail: text.en, detailVi: text.vi, members: { share: counted } });
}
