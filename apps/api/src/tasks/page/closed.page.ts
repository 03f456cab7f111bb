import type { Language } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';
import { closedInWords } from './closed.words.ts';
import { asked, dossier, languageSwitch, linkFooter } from './facts.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { nextInWords } from './next.words.ts';
import type { PageInput } from './page.types.ts';
import { say } from './words.ts';

function titleOf(page: TaskPageData, language: Language): string {
  if (page.state === 'open') return say(language, 'Hồ sơ đang tạm dừng', 'This nomination is on hold');
  if (page.state === 'lapsed' || page.state === 'handed-over') return say(language, 'Đã quá hạn trả lời', 'The deadline has passed');
  if (page.state === 'withdrawn') return say(language, 'Hồ sơ đã được rút', 'This nomination was withdrawn');
  return say(language, 'Việc này đã xong', 'This task is closed');
}

/** Whoever has nothing to do with the nomination any more no longer reads its papers. */
export function mayStillRead({ state }: Pick<TaskPageData, 'state'>): boolean {
  return state !== 'reassigned' && state !== 'conflicted' && state !== 'declined' && state !== 'succeeded';
}

/** The page of a task that no longer, or not at present, takes an answer. */
export function closedPage(input: PageInput): string {
  const { page, language } = input;
  const title = titleOf(page, language);
  const body = html`<h1>${title}</h1><div class="box"><p>${closedInWords(page, language)}</p><p>${nextInWords(page, language)}</p></div>${asked(input)}${mayStillRead(page) && dossier(input)}`;
  return layout({ language, title, body, aside: languageSwitch(input), footer: linkFooter(input) });
}
