import type { Language } from '@laurel/domain';
import { html, SafeHtml, type Fragment } from './html.ts';
import { STYLE } from './style.ts';
import { say } from './words.ts';

export interface Layout {
  readonly language: Language;
  readonly title: string;
  readonly body: Fragment;
  /** Shown beside the name: a switch of language, or nothing. */
  readonly aside?: Fragment;
  readonly footer?: Fragment;
}

/** A whole page without scripts and without anything from elsewhere. */
export function layout({ language, title, body, aside, footer }: Layout): string {
  const style = new SafeHtml(STYLE);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header><strong>Laurel · Thi đua – Khen thưởng</strong>${aside && html`<nav aria-label="${say(language, 'Ngôn ngữ', 'Language')}">${aside}</nav>`}</header>
<main id="main">${body}</main>
${footer && html`<footer>${footer}</footer>`}
</body>
</html>
`.text;
}
