import { exampleNumber, numberRuleOf, type Choice } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';
import { choiceWords } from './choices.ts';
import { html, type SafeHtml } from './html.ts';
import type { PageInput } from './page.types.ts';
import { inLanguage, namesOf, say } from './words.ts';

/** What is wrong with what was sent, first thing on the page. */
export function problemBox({ problem, language }: PageInput): SafeHtml | null {
  if (!problem) return null;
  const { titleVi, title, errors } = problem.body();
  const { detail, detailVi } = problem.details;
  return html`<div class="box wrong" role="alert"><p><strong>${say(language, titleVi, title)}</strong></p>
<p>${say(language, detailVi ?? detail, detail)}</p>${errors?.map((error) => html`<p>${error.detail}</p>`)}</div>`;
}

function radio(choice: Choice, input: PageInput): SafeHtml {
  const { page, language, filledIn } = input;
  const { label, consequence } = choiceWords(choice, page.kind, namesOf(page, language), language);
  const checked = filledIn?.decision === choice ? html` checked` : null;
  return html`<label class="choice"><input type="radio" name="decision" value="${choice}" required${checked}>${label}<span>${consequence}</span></label>`;
}

function delegateField({ page, language, colleagues, filledIn }: PageInput): SafeHtml | null {
  if (!page.choices.includes('delegate') || colleagues.length === 0) return null;
  const near = colleagues.filter(({ unit }) => unit === page.post.unit);
  const offered = near.length > 0 ? near : colleagues;
  return html`<label for="to">${say(language, 'Chuyển cho ai?', 'To whom?')}</label>
<p class="hint" id="to-hint">${say(language, 'Chỉ điền khi chọn “Chuyển cho người khác trả lời”.', 'Only when you let somebody else answer.')}</p>
<select id="to" name="to" aria-describedby="to-hint"><option value=""></option>${offered.map(
    ({ id, fullName, title }) =>
      html`<option value="${id}"${filledIn?.to === id && html` selected`}>${fullName} – ${inLanguage(title, language)}</option>`,
  )}</select>`;
}

/** How the issuer writes the numbers of its decisions, where the rules say so. */
function numberHint({ rules, stage }: TaskPageData): SafeHtml | null {
  const definition = rules.stages.find(({ key }) => key === stage);
  const rule = definition?.kind === 'decision' ? numberRuleOf(rules, definition.level, definition.authority) : null;
  return rule && html` placeholder="${exampleNumber(rule)}"`;
}

function paperFields({ page, language, filledIn }: PageInput): SafeHtml | null {
  if (page.kind !== 'decision') return null;
  return html`<label for="number">${say(language, 'Số quyết định (nếu đã có)', 'Number of the decision (if known)')}</label>
<input type="text" id="number" name="number" maxlength="100" autocomplete="off"${numberHint(page)} value="${filledIn?.number}">
<label for="signedOn">${say(language, 'Ngày ký (để trống là hôm nay)', 'Signed on (empty means today)')}</label>
<input type="date" id="signedOn" name="signedOn" value="${filledIn?.signedOn}">`;
}

/** The form of an open task. It works without any script, and nothing is chosen beforehand. */
export function decisionForm(input: PageInput): SafeHtml {
  const { page, language, path, filledIn } = input;
  const reason = say(
    language,
    'Cần khi không đồng ý hoặc trả lại; các trường hợp khác không bắt buộc.',
    'Needed to reject or return; optional otherwise.',
  );
  return html`<form method="post" action="${path}?lang=${language}">
<fieldset><legend>${say(language, 'Ý kiến của ông/bà', 'Your answer')}</legend>${page.choices.map((choice) => radio(choice, input))}</fieldset>
<label for="reason">${say(language, 'Lý do hoặc ghi chú', 'Reason or remark')}</label>
<p class="hint" id="reason-hint">${reason}</p>
<textarea id="reason" name="reason" maxlength="4000" aria-describedby="reason-hint">${filledIn?.reason}</textarea>
${paperFields(input)}${delegateField(input)}
<button type="submit">${say(language, 'Gửi trả lời', 'Send the answer')}</button>
</form>`;
}
