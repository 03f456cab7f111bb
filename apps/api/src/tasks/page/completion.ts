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
  return html`${returnReason !== null && html`<h2>${say(language, 'Vì sao bị trả lại', 'Why it came back')}</h2><p>${returnReason}</p>`}
<form method="post" action="${path}/documents?lang=${language}" enctype="multipart/form-data">
<fieldset><legend>${say(language, 'Tài liệu bổ sung', 'Documents to add')}</legend>
${documentsAsked(input).map(
  ({ kind, name }) =>
    html`<label for="file-${kind}">${inLanguage(name, language)}</label><input type="file" id="file-${kind}" name="${kind}" accept="${accepted}">`,
)}</fieldset>
<button type="submit">${say(language, 'Gửi bổ sung', 'Send')}</button>
</form>`;
}
