import { completionForm } from './completion.ts';
import { asked, deadline, dossier, languageSwitch, linkFooter } from './facts.ts';
import { decisionForm } from './form.ts';
import { html } from './html.ts';
import { insteadOfAnswering } from './instead.ts';
import { layout } from './layout.ts';
import { complaintBox, earlierOpinions, feedbackBox } from './opinions.ts';
import type { PageInput } from './page.types.ts';
import { problemBox } from './problem-box.ts';
import { say } from './words.ts';

function titleOf({ page, language }: PageInput): string {
  if (page.kind === 'completion') return say(language, 'Mời ông/bà bổ sung hồ sơ', 'Please complete this nomination');
  if (page.kind === 'appraisal') return say(language, 'Mời ông/bà thẩm định hồ sơ', 'Please appraise this nomination');
  if (page.kind === 'complaint') return say(language, 'Có khiếu nại cần giải quyết', 'A complaint needs your answer');
  if (page.choices.includes('uphold')) return say(language, 'Có ý kiến không thống nhất cần trả lời', 'An objection needs your answer');
  if (page.kind === 'notice') return say(language, 'Có phản ánh cần trả lời', 'Feedback needs your answer');
  return say(language, 'Mời ông/bà cho ý kiến', 'Please give your answer');
}

/** The page of a task that waits for this person. */
export function openPage(input: PageInput): string {
  const { page, language } = input;
  const form = page.kind === 'completion' ? completionForm(input) : decisionForm(input);
  const title = titleOf(input);
  const body = html`${problemBox(input)}<h1>${title}</h1>${asked(input)}${deadline(input)}${feedbackBox(input)}${complaintBox(input)}${dossier(input)}${earlierOpinions(input)}<div>${form}</div>${insteadOfAnswering(input)}`;
  return layout({
    language,
    title: `${input.problem ? `${say(language, 'Chưa gửi được', 'Not sent')}: ` : ''}${title} – ${page.nomination.nominee.fullName}`,
    body,
    aside: languageSwitch(input),
    footer: linkFooter(input),
  });
}
