/** A piece of HTML that is already safe. */
export class SafeHtml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Fragment = SafeHtml | string | number | null | false | undefined | readonly Fragment[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function written(fragment: Fragment): string {
  if (fragment === null || fragment === undefined || fragment === false) return '';
  if (fragment instanceof SafeHtml) return fragment.text;
  if (typeof fragment === 'string') return escapeHtml(fragment);
  if (typeof fragment === 'number') return String(fragment);
  return fragment.map(written).join('');
}

/** HTML in which everything put in is escaped, except what was made by this function. */
export function html(parts: TemplateStringsArray, ...values: readonly Fragment[]): SafeHtml {
  return new SafeHtml(parts.reduce((text, part, index) => text + written(values[index - 1]) + part));
}
