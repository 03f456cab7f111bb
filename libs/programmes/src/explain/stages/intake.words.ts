import type { ExcludedBasis, IntakeStage } from '@laurel/domain';
import { listed, text } from '../../words/text.ts';
import type { Fact, Telling } from '../explanation.ts';
import { goesOn, returned } from './outcomes.ts';
import type { StageOutcome, StageWords } from './stage-words.ts';

function documentFacts({ requiredDocuments, declarationSuffices }: IntakeStage): readonly Fact[] {
  const none = requiredDocuments.length === 0;
  const value = none ? text('không cần giấy tờ nào', 'none') : listed(requiredDocuments.map(({ name }) => name));
  const key = none ? {} : { key: requiredDocuments.map(({ kind }) => kind).join(', ') };
  const suffices = declarationSuffices
    ? text('khai trong đề nghị là đủ, tệp có thể gửi sau', 'being declared suffices, the file may follow')
    : text('phải nhận được tệp', 'the file itself must have arrived');
  return [
    { id: 'requiredDocuments', ...key, label: text('Giấy tờ phải có', 'Required documents'), value },
    { id: 'declarationSuffices', label: text('Coi là có giấy tờ khi', 'A document counts when'), value: suffices },
  ];
}

function excludedFact({ basis, rule, text: said }: ExcludedBasis): Fact {
  return { id: `excludedBases/${basis}`, key: rule, label: text('Không xét', 'Excluded'), value: said };
}

function outcomes(stage: IntakeStage, { rules }: Telling): readonly StageOutcome[] {
  const incomplete = text('Thiếu giấy tờ', 'Documents are missing');
  const ineligible = text('không thuộc diện xét, khép hồ sơ', 'ineligible, the case ends');
  const back = returned(rules, incomplete);
  return [
    goesOn(rules, stage, text('Đủ giấy tờ, đúng diện', 'Complete and eligible')),
    ...(stage.excludedBases.length > 0
      ? [{ leads: 'end', when: text('Thuộc diện không xét', 'Excluded basis'), then: ineligible } as const]
      : []),
    ...(back.length > 0 || stage.requiredDocuments.length === 0 ? back : [{ leads: 'end', when: incomplete, then: ineligible } as const]),
  ];
}

/** Intake: the rules alone decide. */
export const intakeWords: StageWords<'intake'> = {
  name: text('Tiếp nhận', 'Intake'),
  asked: () => [],
  facts: (stage) => [
    {
      id: 'who',
      label: text('Ai xem', 'Who looks'),
      value: text('hệ thống kiểm tra theo quy định, không cần ai cho ý kiến', 'the system checks the rules; nobody is asked'),
    },
    ...documentFacts(stage),
    ...stage.excludedBases.map(excludedFact),
  ],
  outcomes,
  silence: () => null,
};
