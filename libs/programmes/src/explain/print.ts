import type { Language } from '@laurel/domain';
import type { Explanation, Section } from './explanation.ts';

/** The explanation as a page of text in one language, without a line break at its end. */
export function printExplanation({ programme, version, sections }: Explanation, language: Language): string {
  const head = `${programme}, ${language === 'vi' ? 'phiên bản' : 'version'} ${version}`;
  return [head, ...sections.map((section) => printSection(section, language))].join('\n\n');
}

function printSection({ title, facts }: Section, language: Language): string {
  const heading = title[language];
  return [heading, '-'.repeat(heading.length), ...facts.map(({ label, value }) => `${label[language]}: ${value[language]}${value[language].endsWith('.') ? '' : '.'}`)].join('\n');
}
