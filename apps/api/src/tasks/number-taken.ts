import type { NumberedDecision } from '@laurel/db';
import { writtenDate, type ActBody, type Language } from '@laurel/domain';
import { Problem } from '../http/problem.ts';
import type { ApiParts } from '../parts/parts.ts';
import { refusalProblem } from './refusals.ts';

/** What was asked: which number, for the decision of which level. */
export interface NumberAsked {
  readonly nominationId: string;
  readonly level: string;
  readonly body: ActBody;
}

const SIGNED_BY: { readonly [Spoken in Language]: (paper: NumberedDecision) => string } = {
  vi: ({ number, signedOn, signer }) =>
    `Số ${number} đã dùng cho quyết định ký ngày ${writtenDate(signedOn, 'vi')}${signer === null ? ' (quyết định trước đây)' : `, người ký: ${signer}`}. ` +
    'Nếu cùng quyết định, xin ghi đúng ngày ký đó; nếu không, xin sửa lại số.',
  en: ({ number, signedOn, signer }) =>
    `Number ${number} is on the decision of ${writtenDate(signedOn, 'en')}${signer === null ? ' (an earlier one)' : `, signed by ${signer}`}. ` +
    'If it is the same paper, give that day of signing; if not, correct the number.',
};

/** The refusal of a number, with the paper that has it: its number, day and signer. */
export async function numberTaken(pages: Pick<ApiParts['taskPages'], 'numbered'>, asked: NumberAsked): Promise<Problem> {
  const { nominationId, level, body } = asked;
  const { number, signedOn } = body.kind === 'decide' || body.kind === 'number-decision' ? body : { number: null, signedOn: null };
  const paper = number === null ? null : await pages.numbered(nominationId, level, number, signedOn);
  if (!paper) return refusalProblem('NUMBER_TAKEN');
  const said = { detail: SIGNED_BY.en(paper), detailVi: SIGNED_BY.vi(paper) };
  return new Problem('NUMBER_TAKEN', { ...said, members: { paper }, errors: [{ pointer: '/number', ...said }] });
}
