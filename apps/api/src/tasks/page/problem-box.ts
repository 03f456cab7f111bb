import type { Language, Text } from '@laurel/domain';
import type { ProblemError } from '../../docs/problem.schema.ts';
import type { Problem, ProblemCode, ProblemDetails } from '../../http/problem.ts';
import { html, type SafeHtml } from './html.ts';
import type { PageInput } from './page.types.ts';
import { inLanguage, say } from './words.ts';

/** What an answer lacks, as its page says it; a program is told by the problem itself. */
const LACKS: Partial<Record<ProblemCode, Text>> = {
  REASON_REQUIRED: { vi: 'Lựa chọn này cần nêu lý do: xin ghi lý do.', en: 'This choice needs a reason: write it in its field.' },
  RULE_REQUIRED: { vi: 'Lựa chọn này cần quy định áp dụng: xin chọn quy định.', en: 'This choice needs the rule that applies: choose it.' },
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

const saidOf = ({ detail, detailVi }: ProblemError | ProblemDetails, language: Language): string =>
  say(language, detailVi ?? detail, detail);

/** One sentence on it: a page's own where it is the same for whatever was chosen. */
function sentenceOf({ code, details }: Problem, language: Language): string {
  const own = LACKS[code];
  return own ? inLanguage(own, language) : saidOf(details, language);
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
