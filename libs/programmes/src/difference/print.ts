import type { Language, Text } from '@laurel/domain';
import { withKey } from '../explain/index.ts';
import { text } from '../words/text.ts';
import type { Difference, RuleSetDifference } from './difference.ts';

/** The differences in one language, section by section, without a line break at the end. */
export function printDifference({ from, to, differences }: RuleSetDifference, language: Language): string {
  const title = `${from.programme} ${from.version} → ${to.programme} ${to.version}`;
  if (differences.length === 0) return `${title}\n\n${text('Không có gì khác.', 'Nothing differs.')[language]}`;
  const sectionOf = ({ section, sectionKey }: Difference): string => withKey(section, sectionKey)[language];
  const sections = [...new Set(differences.map(sectionOf))];
  const blocks = sections.map((name) => {
    const found = differences.filter((difference) => sectionOf(difference) === name).map(keyed);
    return [name, ...found.map((difference) => (sameIn(difference, language) ? elsewhere(difference) : lineOf(difference))[language])].join(
      '\n',
    );
  });
  return [title, ...blocks].join('\n\n');
}

/** The label as whoever writes the file looks for it. */
function keyed(difference: Difference): Difference {
  return { ...difference, label: withKey(difference.label, difference.key) };
}

function sameIn({ before, after }: Difference, language: Language): boolean {
  return before !== null && after !== null && before[language] === after[language];
}

function elsewhere({ label }: Difference): Text {
  return text(`  ${label.vi}: chỉ lời tiếng Anh khác`, `  ${label.en}: only the Vietnamese words differ`);
}

function lineOf({ label, before, after }: Difference): Text {
  if (before && after)
    return text(
      `  ${label.vi}:\n    trước: ${before.vi}\n    nay:   ${after.vi}`,
      `  ${label.en}:\n    before: ${before.en}\n    now:    ${after.en}`,
    );
  if (after) return text(`  Thêm. ${label.vi}: ${after.vi}`, `  Added. ${label.en}: ${after.en}`);
  return text(`  Bỏ. ${label.vi}: ${before?.vi ?? ''}`, `  Removed. ${label.en}: ${before?.en ?? ''}`);
}
