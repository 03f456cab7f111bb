import type { ReactNode } from 'react';
import type { NominationDetail } from '../../api/types.ts';
import { Facts } from '../../parts/facts.tsx';
import { Section } from '../../parts/page.tsx';
import { civilDate, momentOf } from '../../words/dates.ts';
import { ruleLabel } from '../../words/labels.ts';
import type { Words } from '../../words/vi.ts';
import { useSpeech } from '../../words/words.tsx';

const KINDS: Readonly<Record<string, keyof Words>> = { individual: 'individual', collective: 'collective', household: 'household' };

function during(from: string | null, to: string | null): string {
  const dates = [from, to].flatMap((date) => (date === null ? [] : [civilDate(date)]));
  return [...new Set(dates)].join(' – ');
}

/** Who is proposed, by whom, for what. */
export function Dossier({ nomination }: { readonly nomination: NominationDetail }): ReactNode {
  const { words, language, say } = useSpeech();
  const { ineligibleRule: rule, ineligibleText } = nomination;
  const ineligible = ineligibleText ? say(ineligibleText) : rule && ruleLabel(rule, language);
  const kind = KINDS[nomination.nomineeKind];
  const when = during(nomination.achievementFrom, nomination.achievementTo);
  return (
    <Section title={words.achievement}>
      <h3>{nomination.achievement}</h3>
      <p className="summary">{nomination.summary}</p>
      <Facts
        facts={[
          [words.kind, kind ? words[kind] : nomination.nomineeKind],
          [words.birthYear, nomination.birthYear],
          [words.deceasedOn, nomination.deceasedOn && civilDate(nomination.deceasedOn)],
          [words.during, when],
          [words.unit, say(nomination.unitName)],
          [words.officer, nomination.officer],
          [words.submission, nomination.submission],
          [words.submittedAt, momentOf(nomination.submittedAt)],
          [words.reference, nomination.reference],
          [words.ruleVersion, nomination.ruleSetVersion],
          [words.returns, nomination.returns > 0 ? nomination.returns : null],
          [words.ineligibleRule, ineligible],
        ]}
      />
    </Section>
  );
}
