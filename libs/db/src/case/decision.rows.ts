import { createHash } from 'node:crypto';
import { numberKey, type DecisionLine, type Effect, type IsoDate, type RecipientKind } from '@laurel/domain';
import type { CommitInput } from './commit-input.ts';

function numberedDecisionId(programme: string, issuer: string, number: string, signedOn: IsoDate | null): string {
  return createHash('sha256')
    .update(JSON.stringify([programme, issuer, numberKey(number), signedOn]))
    .digest('base64url');
}

/** Earlier rounds of a case have taken the plain ids. */
const roundMark = ({ loaded }: CommitInput): string => (loaded.file.revivals > 0 ? `-${String(loaded.file.seq + 1)}` : '');

/** A numbered decision is found by its number, an unnumbered one holds one line. */
function decisionId(input: CommitInput, line: DecisionLine): string {
  const { details, file } = input.loaded;
  if (line.number === null) return `${file.nominationId}-${line.level}${roundMark(input)}`;
  return numberedDecisionId(details.programme, line.issuer, line.number, line.signedOn);
}

/** The rows of decisions, their lines, and the titles they give. */
export function decisionRows(input: CommitInput): readonly [object[], object[], object[]] {
  const lines = input.change.lines.map((line) => ({ ...line, decisionId: decisionId(input, line) }));
  const awarded = lines.filter((line) => line.award !== null);
  return [
    lines.map((line) => ({
      id: line.decisionId,
      issuer: line.issuer,
      number: line.number,
      number_scope: line.numberScope,
      signed_on: line.signedOn,
      signer_id: line.signerId,
    })),
    lines.map((line) => ({
      level: line.level,
      decision_id: line.decisionId,
      outcome: line.outcome,
      award: line.award,
      act_id: line.actId,
      signed_on: line.signedOn,
    })),
    awarded.map((line) => awardRow(input, line, input.loaded.details.nominee.kind)),
  ];
}

function awardRow(input: CommitInput, line: DecisionLine & { readonly decisionId: string }, recipient: RecipientKind): object {
  return {
    id: `${input.loaded.file.nominationId}-${line.level}${roundMark(input)}`,
    decision_id: line.decisionId,
    award: line.award,
    level: line.level,
    issuer: line.issuer,
    recipient_kind: recipient,
    signed_on: line.signedOn,
  };
}

/** The effects with an id each, and with the decision that a number leads to. */
export function effectRows({ loaded, change }: CommitInput): object[] {
  const { nominationId, seq } = loaded.file;
  return change.effects.map((effect: Effect, index) => {
    const row = `${nominationId}-${String(seq + 1)}-${String(index)}`;
    if (effect.is !== 'decision-numbered') return { ...effect, row };
    const { issuer, number, signedOn } = effect;
    return { ...effect, row, decisionId: numberedDecisionId(loaded.details.programme, issuer, number, signedOn) };
  });
}
