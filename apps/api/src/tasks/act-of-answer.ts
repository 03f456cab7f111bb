import { exampleNumber, fitsNumber, needsReason, numberRuleOf, type ActBody, type Choice } from '@laurel/domain';
import type { TaskPageData } from '@laurel/db';
import { todayThere } from '../reports/titles.ts';
import type { ApiParts } from '../parts/parts.ts';
import { wrongField } from '../http/read-request.ts';
import type { ChosenInput } from './answer-input.ts';
import { refusalProblem } from './refusals.ts';

export interface Chosen {
  /** What was chosen, as it was sent. */
  readonly decision: string;
  readonly body: ActBody;
}

/** The act that an answer means; throws a 422 problem for a missing or foreign choice and for what it lacks. */
export async function actOfAnswer(
  page: TaskPageData,
  input: ChosenInput,
  people: Pick<ApiParts['taskPages'], 'personMeant'>,
): Promise<Chosen> {
  const { decision } = input;
  const instead = insteadOf(page, decision);
  if (instead) return { decision, body: instead };
  const choice = choicesOf(page).find((offered) => offered === decision);
  if (choice === undefined) throw refusalProblem('CHOICE_NOT_ALLOWED');
  if (needsReason(choice) && input.reason === null) throw refusalProblem('REASON_REQUIRED');
  switch (choice) {
    case 'delegate':
      return { decision, body: { kind: 'delegate', taskId: page.id, toPersonId: await delegateOf(page, input, people) } };
    case 'complete':
      return { decision, body: { kind: 'complete', documents: input.documents } };
    default:
      return { decision, body: { kind: 'decide', taskId: page.id, choice, ...paperOf(page, input), ...ruleOf(page, input) } };
  }
}

/** What somebody may send instead of an answer; a returned dossier is its officer's own. */
function insteadOf({ id, kind, granted }: TaskPageData, decision: string): ActBody | null {
  if (kind === 'completion') return null;
  switch (decision) {
    case 'conflict':
    case 'not-me':
      return { kind: decision, taskId: id };
    case 'more-time':
      return { kind: decision, taskId: id, time: granted + 1 };
    default:
      return null;
  }
}

/** The ground named with `ineligible`. */
function ruleOf({ kind }: TaskPageData, { decision, rule }: ChosenInput): { readonly rule?: string | null } {
  if (kind !== 'appraisal' || decision !== 'ineligible') return {};
  if (rule === null) throw refusalProblem('RULE_REQUIRED');
  return { rule };
}

/** A returned dossier offers its officer one thing; the rules list only what reviewers choose. */
function choicesOf(page: TaskPageData): readonly Choice[] {
  return page.kind === 'completion' ? ['complete'] : page.choices;
}

/** Number and day of signing belong to decisions only. */
function paperOf(page: TaskPageData, { number, signedOn }: ChosenInput): { number: string | null; signedOn: string | null } {
  if (page.kind !== 'decision') return { number: null, signedOn: null };
  if (signedOn !== null && signedOn > todayThere(Date.now())) {
    throw wrongField(
      '/signedOn',
      'The day of signing lies in the future: give today or an earlier day.',
      'Ngày ký ở tương lai: xin ghi hôm nay hoặc ngày trước đó.',
    );
  }
  checkNumber(page, number, Number((signedOn ?? todayThere(Date.now())).slice(0, 4)));
  return { number, signedOn };
}

/** A number that is written otherwise than its issuer writes numbers was meant for another paper, or mistyped. */
function checkNumber({ rules, stage }: TaskPageData, number: string | null, year: number): void {
  const definition = rules.stages.find(({ key }) => key === stage);
  if (number === null || definition?.kind !== 'decision') return;
  const rule = numberRuleOf(rules, definition.level, definition.authority);
  if (!rule || fitsNumber(rule, number, year)) return;
  const example = exampleNumber(rule, year);
  throw wrongField(
    '/number',
    `Write the number as in ${example}, or leave it out until it is known.`,
    `Số quyết định viết như ${example}: xin sửa lại, hoặc để trống khi chưa có số.`,
  );
}

async function delegateOf(page: TaskPageData, { to }: ChosenInput, people: Pick<ApiParts['taskPages'], 'personMeant'>): Promise<string> {
  if (to === null) throw wrongField('/to', 'Nobody is chosen: choose a person.', 'Chưa chọn người nhận việc: xin chọn một người.');
  const person = await people.personMeant(page.nomination.programme, to);
  if (!person)
    throw wrongField(
      '/to',
      'Nobody is known by this: give a post or a colleague.',
      'Không có người này: xin ghi chức danh hoặc một đồng nghiệp.',
    );
  if (person.id === page.person.id)
    throw wrongField('/to', 'Choose somebody else than yourself.', 'Đây là chính ông/bà: xin chọn người khác.');
  return person.id;
}
