import { completionForm } from './completion.ts';
import { asked, deadline, dossier, languageSwitch, linkFooter } from './facts.ts';
import { decisionForm, problemBox } from './form.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import type { PageInput } from './page.types.ts';
import { say } from './words.ts';

/** The page of a task that waits for this person. */
export function openPage(input: PageInput): string {
  const { page, language } = input;
  const completes = page.kind === 'completion';
  const title = completes
    ? say(language, 'Mời ông/bà bổ sung hồ sơ', 'Please complete this nomination')
    : say(language, 'Mời ông/bà cho ý kiến', 'Please give your answer');
  const body = html`${problemBox(input)}<h1>${title}</h1>${asked(input)}${deadline(input)}${dossier(input)}${completes ? completionForm(input) : decisionForm(input)}`;
  return layout({
    language,
    title: `${title} – ${page.nomination.nominee.fullName}`,
    body,
    aside: languageSwitch(input),
    footer: linkFooter(input),
  });
}
