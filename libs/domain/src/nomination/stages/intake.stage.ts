import type { IntakeStage, RequiredDocument } from '../../route/rule-set.ts';
import type { Text } from '../../time.ts';
import type { CaseFile } from '../case-file.ts';
import { livingOnly, livingOnlyText, NOT_POSTHUMOUS } from '../posthumous.ts';
import { barredAtFiling } from '../registry.ts';
import { GO_ON, NOT_ASKED, type StageRules } from './stage-rules.ts';

/** Required documents that a dossier lacks: not declared, or declared but not received where the rule wants the bytes. */
export function missingDocuments(file: CaseFile, stage: IntakeStage): readonly RequiredDocument[] {
  return stage.requiredDocuments.filter(
    ({ kind }) =>
      !file.documents.some(
        (document) => document.kind === kind && (stage.declarationSuffices || file.receivedHashes.includes(document.sha256)),
      ),
  );
}

/** The rule that ends a case where the programme returns nothing: what lacks a document cannot be considered. */
const INCOMPLETE = 'required-documents';

function incomplete(missing: readonly RequiredDocument[]): Text {
  const named = (language: keyof Text): string => missing.map(({ name }) => name[language]).join(', ');
  return { vi: `Hồ sơ thiếu: ${named('vi')}`, en: `The dossier lacks: ${named('en')}` };
}

/**
 * Intake by the rules alone: an excluded basis, or an award for the living where the nominee has died, ends the case with its rule named, a missing document returns it, or ends
 * it where the programme returns nothing.
 */
export const intakeStage: StageRules<'intake'> = {
  open(draft, stage) {
    const excluded = stage.excludedBases.find(({ basis }) => basis === draft.file.basis);
    if (excluded) {
      draft.set({ ineligibleRule: excluded.rule });
      return { then: 'refuse', state: 'INELIGIBLE', rule: excluded.text };
    }
    const award = livingOnly(draft, draft.file.award);
    if (award) {
      draft.set({ ineligibleRule: NOT_POSTHUMOUS });
      return { then: 'refuse', state: 'INELIGIBLE', rule: livingOnlyText(award) };
    }
    const barrier = barredAtFiling(draft);
    if (barrier) {
      draft.set({ ineligibleRule: barrier.rule });
      return { then: 'refuse', state: 'INELIGIBLE', rule: barrier.text };
    }
    const missing = missingDocuments(draft.file, stage);
    if (missing.length === 0) return GO_ON;
    if (draft.file.returns < draft.context.rules.completion.maxReturns) return { then: 'return', missing: missing.map(({ name }) => name) };
    draft.set({ ineligibleRule: INCOMPLETE });
    return { then: 'refuse', state: 'INELIGIBLE', rule: incomplete(missing) };
  },
  decide: () => NOT_ASKED,
};
