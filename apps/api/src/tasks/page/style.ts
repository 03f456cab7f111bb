import { createHash } from 'node:crypto';
import { tokens, type Scheme } from '@laurel/mail/design';
import { FONT_FACES } from '../../assets/fonts.ts';

const NAMES = ['page', 'card', 'line', 'edge', 'ink', 'soft', 'link', 'button', 'calm', 'late', 'good'] as const satisfies (keyof Scheme)[];
const INKS = ['buttonInk', 'calmInk', 'lateInk', 'goodInk'] as const satisfies (keyof Scheme)[];

const colours = (scheme: Scheme): string => [...NAMES, ...INKS].map((name) => `--${name}:${scheme[name]}`).join(';');

const type = ({ size, line }: { readonly size: number; readonly line: number }): string => `${String(size / 16)}rem/${String(line / size)}`;

const { space, radius } = tokens;
const px = (length: number): string => `${String(length)}px`;

/** The one style of the pages: phone first, light and dark; no colour alone carries meaning. */
export const STYLE = `${FONT_FACES}
:root{color-scheme:light dark;${colours(tokens.light)}}
@media(prefers-color-scheme:dark){:root{${colours(tokens.dark)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:${type(tokens.type.text)} ${tokens.face};-webkit-text-size-adjust:100%}
a{color:var(--link);text-underline-offset:.15em}
header,main,footer{max-width:44rem;margin:0 auto;padding:${px(space.m)}}
header{display:flex;justify-content:space-between;gap:${px(space.m)};align-items:baseline;flex-wrap:wrap;font-size:.9375rem}
header a,footer a{display:inline-block;padding:.25rem 0}
main{background:var(--card);border:1px solid var(--line);border-width:1px 0;padding:${px(space.l)} ${px(space.m)}}
footer{color:var(--soft);font-size:.875rem}
h1{font:700 ${type(tokens.type.heading)} ${tokens.face};margin:0 0 ${px(space.s)};letter-spacing:-.01em}
h2{font:700 ${type(tokens.type.title)} ${tokens.face};margin:${px(space.l)} 0 ${px(space.s)}}
p{margin:0 0 ${px(space.s)}}
p,li,dd,label,.choice span{overflow-wrap:anywhere}
dl{margin:0;border-top:1px solid var(--line)}
dl>div{border-bottom:1px solid var(--line);padding:${px(space.s)} 0}
dt{color:var(--soft);font-size:.875rem}
dd{margin:0}
ul{padding-left:1.25rem;margin:0}
ul.plain{list-style:none;padding:0}
ul.plain>li{border-bottom:1px solid var(--line);padding:${px(space.s)} 0}
ul.plain>li:last-child{border:0}
form+p{margin-top:${px(space.m)}}
.soft,.hint,.choice span{color:var(--soft);font-weight:400}
.hint,.small{font-size:.875rem}
.who{margin-bottom:${px(space.m)}}
fieldset{border:0;margin:${px(space.m)} 0;padding:0;min-width:0}
legend{font:700 ${type(tokens.type.title)} ${tokens.face};padding:0;margin-bottom:${px(space.s)}}
label{display:block;font-weight:700;margin-top:${px(space.m)}}
.choice{display:grid;grid-template-columns:1.5rem 1fr;gap:0 .75rem;align-items:start;padding:.75rem;margin:0 0 ${px(space.s)};border:1px solid var(--edge);border-radius:${px(radius.control)};cursor:pointer}
.choice:has(:checked){border-color:var(--button);box-shadow:inset 0 0 0 1px var(--button)}
.choice input{width:1.5rem;height:1.5rem;margin:0;accent-color:var(--button)}
.choice span{grid-column:2}
textarea,select,input[type=text],input[type=date],input[type=file]{width:100%;font:inherit;padding:.625rem .75rem;margin-top:.25rem;border:1px solid var(--edge);border-radius:${px(radius.control)};background:var(--card);color:inherit}
[aria-invalid=true]{border:2px solid var(--lateInk)!important}
textarea{min-height:7rem;resize:vertical}
input.code{font-size:1.5rem;letter-spacing:.25em;max-width:14rem;font-variant-numeric:tabular-nums}
button{font:inherit;font-weight:700;background:var(--button);color:var(--buttonInk);border:1px solid var(--button);border-radius:${px(radius.control)};padding:.8125rem 1.5rem;margin-top:${px(space.m)};width:100%;min-height:3rem;cursor:pointer}
button.quiet{background:transparent;color:var(--link);border-color:var(--edge)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.box{border-radius:${px(radius.control)};background:var(--calm);color:var(--calmInk);padding:${px(space.m)};margin:${px(space.m)} 0}
.box p{margin:0 0 .25rem}
.box p:last-child{margin:0}
.box strong{font-size:${String(tokens.type.lead.size / 16)}rem}
.box a{color:inherit}
.late,.wrong{background:var(--late);color:var(--lateInk)}
.ref{font-variant-numeric:tabular-nums;font-weight:700;letter-spacing:.04em;white-space:nowrap}
.docs a{display:inline-block;padding:.25rem .75rem .25rem 0}
blockquote{margin:.25rem 0 0;padding:0 0 0 ${px(space.m)};border-left:4px solid var(--line);white-space:pre-line}
.line{display:block;color:var(--soft);font-weight:400;font-size:.9375rem}
fieldset+fieldset{margin-top:${px(space.l)}}
.wide{overflow-x:auto;margin:0 0 ${px(space.m)}}
table{border-collapse:collapse;width:100%;min-width:40rem;font-size:.9375rem}
th,td{text-align:left;vertical-align:top;padding:${px(space.s)} ${px(space.s)} ${px(space.s)} 0;border-bottom:1px solid var(--line)}
th{font-size:.875rem;color:var(--soft)}
details{border-top:1px solid var(--line);margin-top:${px(space.l)}}
details:last-of-type{border-bottom:1px solid var(--line)}
details+details{margin-top:0}
summary{font-weight:700;padding:.75rem 0;cursor:pointer;min-height:2.75rem}
details>form,details>p{padding-bottom:${px(space.m)}}
@media(min-width:40rem){.votes{display:grid;grid-template-columns:repeat(3,1fr);gap:${px(space.s)}}main{border-width:1px;border-radius:${px(radius.card)};padding:${px(space.xl)}}dl>div{display:grid;grid-template-columns:11rem 1fr;gap:${px(space.m)}}button{width:auto}}
@media print{main{border:0}details,form{display:none}}
`;

/** What the content security policy allows, and nothing else. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
