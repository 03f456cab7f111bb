import { writtenDate } from '@laurel/domain';
import { instantInWords, timeLeft, zoneOf } from './dates.ts';
import { html, type SafeHtml } from './html.ts';
import type { PageInput } from './page.types.ts';
import { inLanguage, namesOf, otherwiseInWords, say } from './words.ts';

/** Who is asked, and for whom. */
export function asked({ page, language }: PageInput): SafeHtml {
  const who = html`${say(language, 'Người được hỏi', 'Asked')}: <strong>${page.person.fullName}</strong>`;
  const title = inLanguage(page.post.title, language);
  // The post is whose place is taken, not who takes it.
  if (page.actingFor === null) return html`<p class="who">${who}, ${title}.</p>`;
  return html`<p class="who">${who}. ${say(language, 'Thay mặt', 'Acting for')}: <strong>${page.actingFor}</strong>, ${title}.</p>`;
}

/** By when, and what follows from silence. */
export function deadline({ page, language, now }: PageInput): SafeHtml {
  const zone = zoneOf(page.rules);
  const { dueAt, closesAt } = page;
  if (dueAt === null || closesAt === null)
    return html`<div class="box"><p>${say(language, 'Đồng hồ đang dừng: chưa có hạn trả lời.', 'The clock stands still: there is no deadline at present.')}</p></div>`;
  const late = now > dueAt;
  const due = instantInWords(dueAt, language, zone);
  const closes = instantInWords(closesAt, language, zone);
  const left = timeLeft(page.rules, now, dueAt, language);
  const by = left === null ? say(language, `Xin trả lời trước ${due}`, `Please answer by ${due}`) : dueInWords(left, due, language);
  const headline = late
    ? say(
        language,
        `Đã quá hạn trả lời (${due}), nhưng vẫn trả lời được.`,
        `This is late (it was due at ${due}), but you can still answer.`,
      )
    : `${by}.`;
  const otherwise = otherwiseInWords(page, language);
  const silence =
    page.kind === 'completion'
      ? say(language, `Nếu đến ${closes} hồ sơ chưa được bổ sung thì ${otherwise}.`, `If it is not completed by ${closes}, ${otherwise}.`)
      : say(language, `Nếu đến ${closes} chưa có trả lời thì ${otherwise}.`, `If nobody answers until ${closes}, ${otherwise}.`);
  return html`<div class="box ${late && 'late'}"><p><strong>${headline}</strong></p>
<p>${silence}</p></div>`;
}

function dueInWords(left: string, due: string, language: PageInput['language']): string {
  const start = `${left.charAt(0).toUpperCase()}${left.slice(1)}`;
  return say(language, `${start}, đến ${due}`, `${start}: please answer by ${due}`);
}

const row = (term: string, value: SafeHtml | string): SafeHtml => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;

const KINDS = {
  individual: ['cá nhân', 'individual'],
  collective: ['tập thể', 'collective'],
  household: ['hộ gia đình', 'household'],
} as const;

function kindInWords(kind: string, language: PageInput['language']): string {
  const [vi, en] = kind in KINDS ? KINDS[kind as keyof typeof KINDS] : [kind, kind];
  return say(language, vi, en);
}

function during({ from, to }: { readonly from: string; readonly to: string }, language: PageInput['language']): string {
  const [first, last] = [writtenDate(from, language), writtenDate(to, language)];
  if (from === to) return say(language, `ngày ${first}`, first);
  return say(language, `từ ${first} đến ${last}`, `from ${first} to ${last}`);
}

/** What is proposed, for whom, why, and on which papers. */
export function dossier(input: PageInput): SafeHtml {
  const { page, language } = input;
  const { nominee, achievement, submission, unit } = page.nomination;
  const names = namesOf(page, language);
  const { birthYear, deceasedOn } = nominee;
  const born = birthYear === undefined ? '' : say(language, `, sinh năm ${String(birthYear)}`, `, born ${String(birthYear)}`);
  const died =
    deceasedOn === undefined ? '' : say(language, `, mất ngày ${writtenDate(deceasedOn, 'vi')}`, `, died ${writtenDate(deceasedOn, 'en')}`);
  return html`<h2>${say(language, 'Hồ sơ đề nghị', 'The nomination')}</h2>
<dl>
${row(say(language, 'Người được đề nghị', 'Nominee'), html`<strong>${nominee.fullName}</strong> (${kindInWords(nominee.kind, language)}${born}${died})`)}
${row(say(language, 'Đơn vị đề nghị', 'Nominated by'), inLanguage(unit, language))}
${row(say(language, 'Tờ trình', 'Submission'), submission)}
${row(say(language, 'Danh hiệu', 'Award'), names.award)}
${row(say(language, 'Cấp đang xét', 'Level'), names.level)}
${row(say(language, 'Thành tích', 'Achievement'), html`${achievement.title} (${during(achievement, language)})`)}
${achievement.summary !== '' && row(say(language, 'Tóm tắt', 'Summary'), achievement.summary)}
${row(say(language, 'Tài liệu', 'Documents'), documents(input))}
</dl>`;
}

function documents(input: PageInput): SafeHtml {
  const { page, language } = input;
  const { documents: declared } = page.nomination;
  if (declared.length === 0) return html`${say(language, 'Chưa khai báo tài liệu nào.', 'None declared.')}`;
  const required = page.rules.stages.flatMap((stage) => (stage.kind === 'intake' ? stage.requiredDocuments : []));
  // A paper that the rules do not ask for has no name but its file's.
  const nameOf = (kind: string): string => {
    const known = required.find((document) => document.kind === kind);
    return known ? `${inLanguage(known.name, language)}: ` : '';
  };
  return html`<ul class="plain docs">${declared.map((document) => html`<li>${nameOf(document.kind)}${file(document, input)}</li>`)}</ul>`;
}

/** A file that has arrived can be looked at and saved, through this very link. */
function file({ name, sha256 }: { readonly name: string; readonly sha256: string }, { received, language, path }: PageInput): SafeHtml {
  if (!received.has(sha256))
    return html`${name} <span class="soft">(${say(language, 'đã khai báo, chưa nhận được', 'declared, not yet received')})</span>`;
  const label = (verb: string): SafeHtml => html` aria-label="${verb} ${name}"`;
  const [view, save] = [say(language, 'Xem', 'View'), say(language, 'Tải về', 'Download')];
  return html`${name}<br><a href="${path}/view/${sha256}"${label(view)}>${view}</a> <a href="${path}/documents/${sha256}"${label(save)}>${save}</a>`;
}

/** The other language, one press away. */
export function languageSwitch({ language, path }: Pick<PageInput, 'language' | 'path'>): SafeHtml {
  return language === 'vi'
    ? html`<a href="${path}?lang=en" lang="en" hreflang="en">English</a>`
    : html`<a href="${path}?lang=vi" lang="vi" hreflang="vi">Tiếng Việt</a>`;
}

/** Whose link this is: it works for whoever has it, and everybody should know that. */
export function linkFooter({ page, language, path }: PageInput): SafeHtml {
  const { fullName } = page.person;
  return html`<p>${say(
    language,
    `Đường dẫn này dành riêng cho ${fullName}. Xin đừng chuyển tiếp thư: ai có đường dẫn đều trả lời được với tên của ông/bà. Mở trang này không làm thay đổi gì.`,
    `This link is meant for ${fullName} alone. Please do not forward the mail: whoever has the link can answer in your name. Opening this page changes nothing.`,
  )}</p>${ownPages({ language, path })}`;
}

/** What else belongs to the person behind a link. */
export function ownPages({ language, path }: Pick<PageInput, 'language' | 'path'>): SafeHtml {
  return html`<p><a href="${path}/tasks?lang=${language}">${say(language, 'Các việc khác đang chờ tôi', 'My other tasks')}</a> ·
<a href="${path}/preferences?lang=${language}">${say(language, 'Cách nhận thư', 'Mail preferences')}</a></p>`;
}
