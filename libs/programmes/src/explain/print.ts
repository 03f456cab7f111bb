import type { Language } from '@laurel/domain';
import { withKey, type Explanation, type Fact, type Section } from './explanation.ts';

/** The explanation as a page of text in one language, with the keys of the file beside its words and without a line break at its end. */
export function printExplanation({ programme, version, sections }: Explanation, language: Language): string {
  const head = `${programme}, ${language === 'vi' ? 'phiên bản' : 'version'} ${version}`;
  return [head, ...sections.map((section) => printSection(section, language))].join('\n\n');
}

function printSection({ key, title, facts }: Section, language: Language): string {
  const heading = withKey(title, key)[language];
  return [heading, '-'.repeat(heading.length), ...facts.map((fact) => printFact(fact, language))].join('\n');
}

function printFact({ key, label, value }: Fact, language: Language): string {
  return `${withKey(label, key)[language]}: ${value[language]}${value[language].endsWith('.') ? '' : '.'}`;
}
