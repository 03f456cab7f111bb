import type { IntakeStage, RequiredDocument } from '../../route/rule-set.ts';
import type { CaseFile } from '../case-file.ts';
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

/** Intake by the rules alone: an excluded basis ends the case with its rule named, a missing document returns it. */
export const intakeStage: StageRules<'intake'> = {
  open(draft, stage) {
    const excluded = stage.excludedBases.find(({ basis }) => basis === draft.file.basis);
    if (excluded) {
      draft.set({ ineligibleRule: excluded.rule });
      return { then: 'refuse', state: 'INELIGIBLE', rule: excluded.text };
    }
    const missing = missingDocuments(draft.file, stage);
    return missing.length > 0 ? { then: 'return', missing: missing.map(({ name }) => name) } : GO_ON;
  },
  decide: () => NOT_ASKED,
};
