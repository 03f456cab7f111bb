import { DOCUMENT_TYPES } from '../../documents/document-types.ts';
import { html, type SafeHtml } from './html.ts';
import type { PageInput } from './page.types.ts';
import { inLanguage, say } from './words.ts';

/** Required documents that the dossier lacks; all required ones when a reviewer, not the rules, returned it. */
export function documentsAsked({
  page,
}: Pick<PageInput, 'page'>): readonly { readonly kind: string; readonly name: { readonly vi: string; readonly en: string } }[] {
  const required = page.rules.stages.flatMap((stage) => (stage.kind === 'intake' ? stage.requiredDocuments : []));
  const declared = new Set(page.nomination.documents.map(({ kind }) => kind));
  const missing = required.filter(({ kind }) => !declared.has(kind));
  return missing.length > 0 ? missing : required;
}

/** What a returned dossier lacks, and the way to send it from this very page. */
export function completionForm(input: PageInput): SafeHtml {
  const { page, language, path } = input;
  const { returnReason } = page.nomination;
  const accepted = DOCUMENT_TYPES.join(',');
  const declared = new Set(page.nomination.documents.map((document) => document.kind));
  const lacking = documentsAsked(input).some(({ kind }) => !declared.has(kind));
  return html`${returnReason !== null && html`<h2>${say(language, 'Vì sao bị trả lại', 'Why it came back')}</h2><blockquote>${returnReason}</blockquote>`}
<form method="post" action="${path}/documents?lang=${language}" enctype="multipart/form-data">
<fieldset><legend>${lacking ? say(language, 'Còn thiếu', 'What is missing') : say(language, 'Tài liệu thay thế', 'Documents to replace')}</legend>
<p class="hint">${
    lacking
      ? say(
          language,
          'Gửi được từng tệp một; hồ sơ được xét tiếp khi không còn thiếu gì.',
          'Files can be sent one by one; the nomination goes on once nothing is missing.',
        )
      : say(language, 'Chọn những tệp cần thay; tệp khác giữ nguyên.', 'Choose the files to replace; the others stay.')
  }</p>
${documentsAsked(input).map(
  ({ kind, name }) =>
    html`<label for="file-${kind}">${inLanguage(name, language)}</label><input type="file" id="file-${kind}" name="${kind}" accept="${accepted}">`,
)}</fieldset>
<button type="submit">${say(language, 'Gửi bổ sung', 'Send')}</button>
</form>`;
}
