import { dateInWords, instantInWords, zoneOf } from './dates.ts';
import { html, type SafeHtml } from './html.ts';
import type { PageInput } from './page.types.ts';
import { inLanguage, namesOf, otherwiseInWords, say } from './words.ts';

/** Who is asked, and for whom. */
export function asked({ page, language }: PageInput): SafeHtml {
  return html`<p>${say(language, 'Người được hỏi', 'Asked')}: <strong>${page.person.fullName}</strong>, ${inLanguage(page.post.title, language)}.
${page.actingFor !== null && html`${say(language, 'Thay mặt', 'Acting for')}: <strong>${page.actingFor}</strong>.`}</p>`;
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
  return html`<div class="box ${late && 'late'}"><p><strong>${
    late
      ? say(
          language,
          `Đã quá hạn trả lời (${due}), nhưng vẫn trả lời được.`,
          `This is late (it was due at ${due}), but you can still answer.`,
        )
      : say(language, `Xin trả lời trước ${due}.`, `Please answer by ${due}.`)
  }</strong></p>
<p>${say(language, `Nếu không có trả lời đến ${closes} thì ${otherwiseInWords(page, language)}.`, `If nobody answers until ${closes}, ${otherwiseInWords(page, language)}.`)}</p></div>`;
}

const row = (term: string, value: SafeHtml | string): SafeHtml => html`<dt>${term}</dt><dd>${value}</dd>`;

const KINDS = {
  individual: ['cá nhân', 'individual'],
  collective: ['tập thể', 'collective'],
  household: ['hộ gia đình', 'household'],
} as const;

function kindInWords(kind: string, language: PageInput['language']): string {
  const [vi, en] = kind in KINDS ? KINDS[kind as keyof typeof KINDS] : [kind, kind];
  return say(language, vi, en);
}

/** What is proposed, for whom, why, and on which papers. */
export function dossier(input: PageInput): SafeHtml {
  const { page, language } = input;
  const { nominee, achievement, submission, unit } = page.nomination;
  const names = namesOf(page, language);
  const born =
    nominee.birthYear === undefined ? '' : say(language, `, sinh năm ${String(nominee.birthYear)}`, `, born ${String(nominee.birthYear)}`);
  const period = say(language, 'từ {} đến {}', 'from {} to {}').split('{}');
  return html`<h2>${say(language, 'Hồ sơ đề nghị', 'The nomination')}</h2>
<dl>
${row(say(language, 'Người được đề nghị', 'Nominee'), html`<strong>${nominee.fullName}</strong> (${kindInWords(nominee.kind, language)}${born})`)}
${row(say(language, 'Đơn vị đề nghị', 'Nominated by'), inLanguage(unit, language))}
${row(say(language, 'Tờ trình', 'Submission'), submission)}
${row(say(language, 'Danh hiệu', 'Award'), names.award)}
${row(say(language, 'Cấp đang xét', 'Level'), names.level)}
${row(say(language, 'Thành tích', 'Achievement'), html`${achievement.title} (${period[0]}${dateInWords(achievement.from, language)}${period[1]}${dateInWords(achievement.to, language)})`)}
${achievement.summary !== '' && row(say(language, 'Tóm tắt', 'Summary'), achievement.summary)}
${row(say(language, 'Tài liệu', 'Documents'), documents(input))}
</dl>`;
}

function documents({ page, language, received }: PageInput): SafeHtml {
  const { documents: declared } = page.nomination;
  if (declared.length === 0) return html`${say(language, 'Chưa khai báo tài liệu nào.', 'None declared.')}`;
  const required = page.rules.stages.flatMap((stage) => (stage.kind === 'intake' ? stage.requiredDocuments : []));
  const nameOf = (kind: string): string => {
    const known = required.find((document) => document.kind === kind);
    return known ? inLanguage(known.name, language) : kind;
  };
  const state = (sha256: string): string =>
    received.has(sha256)
      ? say(language, 'đã nhận', 'received')
      : say(language, 'đã khai báo, chưa nhận được', 'declared, not yet received');
  return html`<ul>${declared.map(({ kind, name, sha256 }) => html`<li>${nameOf(kind)}: ${name} (${state(sha256)})</li>`)}</ul>`;
}

/** The other language, one press away. */
export function languageSwitch({ language, path }: PageInput): SafeHtml {
  return language === 'vi'
    ? html`<a href="${path}?lang=en" lang="en" hreflang="en">English</a>`
    : html`<a href="${path}?lang=vi" lang="vi" hreflang="vi">Tiếng Việt</a>`;
}

/** Whose link this is: it works for whoever has it, and everybody should know that. */
export function linkFooter({ page, language }: PageInput): SafeHtml {
  const { fullName } = page.person;
  return html`<p>${say(
    language,
    `Đường dẫn này dành riêng cho ${fullName}. Xin đừng chuyển tiếp thư: ai có đường dẫn đều trả lời được với tên của ông/bà. Mở trang này không làm thay đổi gì.`,
    `This link is meant for ${fullName} alone. Please do not forward the mail: whoever has the link can answer in your name. Opening this page changes nothing.`,
  )}</p>`;
}
