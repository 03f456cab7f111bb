import { text } from '../../words/text.ts';
import type { StageWords } from './stage-words.ts';

/** The result is told. */
export const publicationWords: StageWords<'publication'> = {
  name: text('Công bố', 'Publication'),
  asked: () => [],
  facts: () => [
    {
      id: 'who',
      label: text('Việc', 'What happens'),
      value: text(
        'ngay khi có quyết định tặng, kết quả được báo cho đơn vị đề nghị và công bố',
        'as soon as an award is decided, the nominator is told and the result is published',
      ),
    },
  ],
  outcomes: () => [],
  silence: () => null,
};
