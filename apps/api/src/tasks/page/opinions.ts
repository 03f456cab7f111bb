import { groundOf, type Language } from '@laurel/domain';
import type { Opinion } from '@laurel/db';
import { choiceWords } from './choices.ts';
import { instantInWords, zoneOf } from './dates.ts';
import { html, type SafeHtml } from './html.ts';
import type { PageInput } from './page.types.ts';
import { inLanguage, levelName, namesAt, say } from './words.ts';

/** Those opinions that the rules let this person see: of earlier stages, and objections to whoever must answer them. */
export function visibleOpinions({ page, opinions }: Pick<PageInput, 'page' | 'opinions'>): readonly Opinion[] {
  const answersObjections = page.choices.includes('uphold');
  const shows = page.rules.pages?.showEarlierOpinions ?? true;
  return opinions.filter(({ stage }) => (stage === page.stage ? answersObjections : shows));
}

function opinion({ by, title, level, stage, kind, choice, at, reason }: Opinion, { page, language }: PageInput): SafeHtml {
  const zone = zoneOf(page.rules);
  const names = namesAt(page, { level, stage }, language);
  const label = choice === null ? '' : choiceWords(choice, kind, names, language).label;
  return html`<li><strong>${label}</strong> – ${by}, ${inLanguage(title, language)} (${levelName(page.rules, level, language)})<br>
<span class="soft small">${instantInWords(at.getTime(), language, zone)}</span>${reason !== null && html`<blockquote>${reason}</blockquote>`}</li>`;
}

/** What was said before, oldest first. */
export function earlierOpinions(input: PageInput): SafeHtml | null {
  const shown = visibleOpinions(input);
  if (shown.length === 0) return null;
  const title = say(input.language, 'Ý kiến đã có', 'What was said before');
  return html`<h2>${title}</h2><ul class="plain">${shown.map((one) => opinion(one, input))}</ul>`;
}

function signature(writer: string | null, language: Language): string {
  return writer ?? say(language, 'Người gửi không nêu tên', 'The writer gave no name');
}

/** What somebody of the public wrote, for whoever answers it. */
export function feedbackBox({ feedback, language }: PageInput): SafeHtml | null {
  if (!feedback) return null;
  return html`<h2>${say(language, 'Phản ánh nhận được', 'The feedback')}</h2><p class="soft">${signature(feedback.writer, language)}</p><blockquote>${feedback.text}</blockquote>`;
}

/** What somebody complains about, for whoever hears it. */
export function complaintBox({ page, complaint, language }: PageInput): SafeHtml | null {
  if (!complaint) return null;
  const { by, instance, at, reason } = complaint;
  const title =
    instance === 2 ? say(language, 'Khiếu nại lần hai', 'The second complaint') : say(language, 'Nội dung khiếu nại', 'The complaint');
  const ground = groundOf(page.rules.complaint, complaint.ground);
  return html`<h2>${title}</h2><p class="soft">${by} · ${instantInWords(at.getTime(), language, zoneOf(page.rules))}</p>
<p>${say(language, 'Căn cứ', 'Ground')}: <strong>${inLanguage(ground, language)}</strong></p>${reason !== null && html`<blockquote>${reason}</blockquote>`}`;
}
