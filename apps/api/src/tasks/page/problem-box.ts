import type { Language } from '@laurel/domain';
import type { FieldError } from '@laurel/events';
import type { Problem } from '../../http/problem.ts';
import { html, type SafeHtml } from './html.ts';
import type { PageInput } from './page.types.ts';
import { say } from './words.ts';

/** What is wrong with a field, as its page says it; a program is told by the problem itself. */
const FIELDS: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  '/decision': { vi: 'Chưa chọn ý kiến nào: xin chọn một ý kiến.', en: 'No answer is chosen: choose one.' },
  '/documents': { vi: 'Chưa chọn tệp nào: xin chọn ít nhất một tệp.', en: 'No file is chosen: choose at least one.' },
  '/signedOn': { vi: 'Ngày ký chưa đúng: xin ghi ngày có thật.', en: 'The date of signing is wrong: give a date that exists.' },
  '/reason': { vi: 'Lựa chọn này cần nêu lý do: xin ghi lý do.', en: 'This choice needs a reason: write it in its field.' },
  '/rule': { vi: 'Lựa chọn này cần quy định áp dụng: xin chọn quy định.', en: 'This choice needs the rule that applies: choose it.' },
  '/to': { vi: 'Chưa chọn người nhận việc.', en: 'Nobody is chosen: choose a person.' },
};

/** Fields that a form may have, each under an id of its name. */
const LINKED = new Set(['reason', 'rule', 'number', 'signedOn', 'code']);

/** The field that a problem is about, where the form has it under that id. */
export function wrongField({ problem }: Pick<PageInput, 'problem'>): string | null {
  const named = problem?.details.errors?.map(({ pointer }) => pointer.slice(1)).find((name) => LINKED.has(name));
  return named ?? null;
}

/** Ties a field to what is wrong with it. */
export function invalid(input: PageInput, name: string): SafeHtml | null {
  return wrongField(input) === name ? html` aria-invalid="true"` : null;
}

function saidOf({ pointer, detail }: FieldError, language: Language): string {
  const known = FIELDS[pointer];
  return known ? say(language, known.vi, known.en) : detail;
}

/** One sentence on it: a page's own where it is the same for whatever was chosen. */
function sentenceOf({ code, details }: Problem, language: Language): string {
  const own = code === 'REASON_REQUIRED' ? FIELDS['/reason'] : code === 'RULE_REQUIRED' ? FIELDS['/rule'] : undefined;
  return own ? say(language, own.vi, own.en) : say(language, details.detailVi ?? details.detail, details.detail);
}

/** What is wrong with what was sent, first thing on the page, with a link to the field. */
export function problemBox(input: PageInput): SafeHtml | null {
  const { problem, language } = input;
  if (!problem) return null;
  const { titleVi, title, errors: fields = [] } = problem.body();
  // Elsewhere the one field is what the sentence already speaks of.
  const errors = problem.code === 'INVALID_REQUEST' ? fields : [];
  const headline = errors.length > 0 ? say(language, 'Chưa gửi được', 'Not sent yet') : say(language, titleVi, title);
  const sentence = sentenceOf(problem, language);
  // A sentence that begins as its headline does is enough.
  const heading = sentence.startsWith(headline) ? null : html`<p><strong>${headline}</strong></p>`;
  const field = wrongField(input);
  const said = field === null ? html`${sentence}` : html`<a href="#${field}">${sentence}</a>`;
  return html`<div class="box wrong" role="alert">${heading}<p>${said}</p>${errors.map((error) => html`<p>${saidOf(error, language)}</p>`)}</div>`;
}
