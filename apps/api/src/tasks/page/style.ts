import { createHash } from 'node:crypto';

/** The one style of the pages: phone first, no colour alone carries meaning, contrast of 7:1 and more for text. */
export const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f4f5f7;color:#1b1b1f;font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
a{color:#0a3f87}
header,main,footer{max-width:44rem;margin:0 auto;padding:1rem}
header{display:flex;justify-content:space-between;gap:1rem;align-items:baseline;flex-wrap:wrap}
main{background:#fff;border:1px solid #c9ccd3;border-radius:.5rem;padding:1.25rem}
footer{color:#43464d;font-size:.9375rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}
h2{font-size:1.1875rem;margin:1.5rem 0 .5rem}
dl{margin:0;display:grid;gap:.125rem .75rem}
dt{color:#43464d;font-size:.9375rem;margin-top:.5rem}
dd{margin:0;overflow-wrap:anywhere}
ul{padding-left:1.25rem}
fieldset{border:1px solid #6b6f78;border-radius:.5rem;margin:1.25rem 0;padding:.75rem 1rem}
legend{font-weight:700;padding:0 .25rem}
label{display:block;font-weight:600;margin-top:1rem}
.choice{display:grid;grid-template-columns:1.75rem 1fr;gap:0 .5rem;align-items:start;padding:.625rem 0;border-top:1px solid #e2e4e8;margin:0}
.choice:first-of-type{border-top:0}
.choice input{width:1.375rem;height:1.375rem;margin:.125rem 0 0}
.choice span{font-weight:400;color:#43464d;grid-column:2}
.hint{font-weight:400;color:#43464d;margin:.125rem 0 .25rem}
textarea,select,input[type=text],input[type=date],input[type=file]{width:100%;font:inherit;padding:.625rem;border:1px solid #6b6f78;border-radius:.375rem;background:#fff;color:inherit}
textarea{min-height:7rem}
button{font:inherit;font-weight:700;background:#0a3f87;color:#fff;border:2px solid #0a3f87;border-radius:.375rem;padding:.75rem 1.5rem;margin-top:1.25rem;width:100%;cursor:pointer}
:focus-visible{outline:3px solid #0a3f87;outline-offset:3px}
.box{border-left:.375rem solid #0a3f87;background:#eef3fa;padding:.75rem 1rem;margin:1rem 0}
.box p{margin:.25rem 0}
.late,.wrong{border-left-color:#9a1b00;background:#fdf1ee}
.done{border-left-color:#0d5c2f;background:#edf7f0}
@media(min-width:40rem){dl{grid-template-columns:11rem 1fr}dt{margin:0}button{width:auto}}
@media print{main{border:0}}
`;

/** What the content security policy allows, and nothing else. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
