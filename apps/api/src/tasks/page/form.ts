import { exampleNumber, needsReason, numberRuleOf, type Choice } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';
import { choiceWords } from './choices.ts';
import { html, type SafeHtml } from './html.ts';
import type { PageInput } from './page.types.ts';
import { invalid } from './problem-box.ts';
import { inLanguage, maskedAddress, namesOf, say } from './words.ts';

function radio(choice: Choice, { page, language, filledIn }: PageInput): SafeHtml {
  const { label, consequence, needs } = choiceWords(choice, page.kind, namesOf(page, language), language);
  const checked = filledIn?.decision === choice ? html` checked` : null;
  return html`<label class="choice"><input type="radio" name="decision" value="${choice}" required${checked}>${label}<span>${[consequence, needs].filter(Boolean).join(' ')}</span></label>`;
}

/** The grounds on which an appraisal may end a nomination. */
function ruleField(input: PageInput): SafeHtml | null {
  const { page, language, filledIn } = input;
  const stage = page.rules.stages.find(({ key }) => key === page.stage);
  if (stage?.kind !== 'appraisal' || !page.choices.includes('ineligible')) return null;
  return html`<label for="rule">${say(language, 'Quy định áp dụng', 'The rule that applies')}</label>
<p class="hint" id="rule-hint">${say(language, 'Cần khi chọn “Không đủ điều kiện”.', 'Needed when you choose “Not eligible”.')}</p>
<select id="rule" name="rule" aria-describedby="rule-hint"${invalid(input, 'rule')}><option value=""></option>${stage.grounds.map(
    ({ rule, text }) => html`<option value="${rule}"${filledIn?.rule === rule && html` selected`}>${inLanguage(text, language)}</option>`,
  )}</select>`;
}

/** How the issuer writes the numbers of its decisions, where the rules say so. */
function numberHint({ rules, stage }: TaskPageData): SafeHtml | null {
  const definition = rules.stages.find(({ key }) => key === stage);
  const rule = definition?.kind === 'decision' ? numberRuleOf(rules, definition.level, definition.authority) : null;
  return rule && html` placeholder="${exampleNumber(rule)}"`;
}

function paperFields(input: PageInput): SafeHtml | null {
  const { page, language, filledIn } = input;
  if (page.kind !== 'decision') return null;
  return html`<label for="number">${say(language, 'Số quyết định (nếu đã có)', 'Number of the decision (if known)')}</label>
<input type="text" id="number" name="number" maxlength="100" autocomplete="off"${numberHint(page)}${invalid(input, 'number')} value="${filledIn?.number}">
<label for="signedOn">${say(language, 'Ngày ký (để trống là hôm nay)', 'Signed on (empty means today)')}</label>
<input type="date" id="signedOn" name="signedOn"${invalid(input, 'signedOn')} value="${filledIn?.signedOn}">`;
}

/** Once a code is on its way, the form asks for it together with the answer. */
function codeField({ page, language, problem }: PageInput): SafeHtml | null {
  if (problem?.code !== 'CODE_REQUIRED' && problem?.code !== 'CODE_WRONG') return null;
  const address = maskedAddress(page.person.email);
  return html`<label for="code">${say(language, 'Mã xác nhận', 'Confirmation code')}</label>
<p class="hint" id="code-hint">${say(language, `Sáu chữ số vừa được gửi tới ${address}.`, `Six digits, just mailed to ${address}.`)}</p>
<input type="text" class="code" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="9" aria-describedby="code-hint">`;
}

function reasonHint(offered: readonly Choice[], input: PageInput): string {
  const { page, language } = input;
  const names = offered
    .filter((choice) => needsReason(choice))
    .map((choice) => `“${choiceWords(choice, page.kind, namesOf(page, language), language).label}”`);
  if (names.length === 0) return say(language, 'Không bắt buộc.', 'Optional.');
  if (names.length === offered.length) return say(language, 'Bắt buộc.', 'Required.');
  return say(language, `Cần khi chọn ${names.join(', ')}.`, `Needed with ${names.join(', ')}.`);
}

/** The form of an open task. It works without any script, and nothing is chosen beforehand. */
export function decisionForm(input: PageInput): SafeHtml {
  const { page, language, path, filledIn } = input;
  const offered = page.choices.filter((choice) => choice !== 'delegate');
  return html`<form method="post" action="${path}?lang=${language}">
<fieldset><legend>${say(language, 'Ý kiến của ông/bà', 'Your answer')}</legend>${offered.map((choice) => radio(choice, input))}</fieldset>
${ruleField(input)}<label for="reason">${say(language, 'Lý do hoặc ghi chú', 'Reason or remark')}</label>
<p class="hint" id="reason-hint">${reasonHint(offered, input)}</p>
<textarea id="reason" name="reason" maxlength="4000" aria-describedby="reason-hint"${invalid(input, 'reason')}>${filledIn?.reason}</textarea>
${paperFields(input)}${codeField(input)}
<button type="submit">${say(language, 'Gửi trả lời', 'Send the answer')}</button>
</form>`;
}
