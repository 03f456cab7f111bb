// The pages of the local mailbox: plain HTML that works without script; a little script only tells of new mail.

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => escapes[sign]);

const SHOWN = 200;

const kinds = {
  assignment: 'Giao việc · Assignment',
  reminder: 'Nhắc việc · Reminder',
  escalation: 'Báo cáo trễ hạn · Escalation',
  result: 'Kết quả · Result',
  confirmation: 'Xác nhận · Confirmation',
  objection: 'Ý kiến · Objection',
  notice: 'Thông báo · Notice',
  convening: 'Mời họp · Convening',
  code: 'Mã đăng nhập · Sign-in code',
  digest: 'Tổng hợp · Digest',
};

const STYLE = `
:root { color-scheme: light; --ink: #1f2328; --soft: #57606a; --line: #d0d7de; --accent: #0958d9; --ground: #f6f8fa }
* { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: var(--ground); font: 16px/1.5 system-ui, 'Noto Sans', sans-serif }
a { color: var(--accent) }
header, main { max-width: 72rem; margin: 0 auto; padding: 1rem }
header { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; justify-content: space-between }
h1 { font-size: 1.35rem; margin: 0 } h1 a { color: inherit; text-decoration: none }
form { display: flex; gap: .5rem; align-items: center; flex: 1 1 20rem; max-width: 34rem }
input[type=search] { flex: 1; min-width: 8rem; font: inherit; padding: .5rem .75rem; border: 1px solid #6e7781; border-radius: 6px; background: #fff; color: inherit }
button { font: inherit; padding: .5rem 1rem; border: 1px solid var(--accent); border-radius: 6px; background: var(--accent); color: #fff; cursor: pointer }
:focus-visible { outline: 3px solid #b35900; outline-offset: 2px }
.card { background: #fff; border: 1px solid var(--line); border-radius: 8px; overflow: hidden }
.mails { list-style: none; margin: 0; padding: 0 }
.mails li + li { border-top: 1px solid var(--line) }
.mails a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1rem 1rem; padding: .7rem 1rem; color: inherit; text-decoration: none }
.mails a:hover { background: #f0f6ff } .mails strong { overflow-wrap: anywhere }
.soft { color: var(--soft); font-size: .9rem; overflow-wrap: anywhere }
.when { text-align: end }
.kind { justify-self: end; font-size: .8rem; border: 1px solid var(--line); border-radius: 1rem; padding: 0 .6rem; background: var(--ground); white-space: nowrap }
.empty { padding: 3rem 1rem; text-align: center; color: var(--soft) }
#new:empty { display: none } #new { margin: 0 0 1rem; padding: .6rem 1rem; border: 1px solid #54a36c; background: #eefbf1; border-radius: 8px }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .2rem 1rem; margin: 0; padding: 1rem; border-bottom: 1px solid var(--line) }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
iframe { display: block; width: 100%; height: 36rem; border: 0; background: #fff }
pre { margin: 0; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font: .9rem/1.5 ui-monospace, monospace }
details { border-top: 1px solid var(--line) } summary { padding: .7rem 1rem; cursor: pointer }
@media (max-width: 40rem) { form { flex: 1 1 100%; min-width: 0; flex-wrap: wrap } input[type=search] { min-width: 0 } .mails a { grid-template-columns: 1fr } .kind { justify-self: start } .when { text-align: start } }
`;

const SCRIPT = `
const notice = document.getElementById('new'), last = Number(document.body.dataset.last)
setInterval(async () => {
  try {
    const { newest } = await (await fetch('/status')).json()
    if (newest > last && !notice.textContent) notice.innerHTML = '<a href="/">Có thư mới · New mail</a>'
  } catch {}
}, 2000)
`;

function page({ title, query = '', last = 0, body }) {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><style>${STYLE}</style></head>
<body data-last="${last}"><header><h1><a href="/">Hộp thư thử · Test mailbox</a></h1>
<form role="search" action="/"><label for="q">Tìm · Search</label>
<input id="q" type="search" name="q" value="${escape(query)}" placeholder="người nhận, tiêu đề, mã · recipient, subject, id"><button>Tìm</button></form></header>
<main><p id="new" role="status"></p>${body}</main><script>${SCRIPT}</script></body></html>`;
}

const time = (iso) => {
  const at = new Date(iso);
  return `<time datetime="${escape(iso)}">${at.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })}</time>`;
};

const kindLabel = (kind) => (kind ? `<span class="kind">${escape(kinds[kind] ?? kind)}</span>` : '<span></span>');

function row({ id, to, subject, date, kind }) {
  return `<li><a href="/mail/${id}"><strong>${escape(subject || '(không tiêu đề · no subject)')}</strong>${kindLabel(kind)}
<span class="soft">${escape(to.join(', '))}</span><span class="soft when">${time(date)}</span></a></li>`;
}

/** @param {import('./mail-store.mjs').Entry[]} entries oldest first @param {string} query */
export function listPage(entries, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter(({ search }) => words.every((word) => search.includes(word))).reverse();
  const shown = found.slice(0, SHOWN);
  const count = `${found.length} thư · ${found.length} ${found.length === 1 ? 'mail' : 'mails'}`;
  const more = found.length > SHOWN ? `, ${SHOWN} thư mới nhất dưới đây · the newest ${SHOWN} below` : '';
  const none = query ? 'Không có thư nào khớp. · No mail matches.' : 'Chưa có thư nào. · No mail yet.';
  const list = shown.length > 0 ? `<ul class="mails">${shown.map(row).join('\n')}</ul>` : `<p class="empty">${none}</p>`;
  const last = entries.at(-1)?.id ?? 0;
  return page({
    title: `Hộp thư thử (${entries.length})`,
    query,
    last,
    body: `<p class="soft">${count}${more}</p><div class="card">${list}</div>`,
  });
}

/** @param {import('./mail-store.mjs').Mail} mail */
export function mailPage(mail) {
  const headers = Object.entries(mail.headers).map(([name, value]) => `${name}: ${value}`);
  const html = mail.html
    ? `<iframe title="Nội dung thư · Mail body" src="/mail/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
    : '';
  const body = `<p><a href="/">← Tất cả thư · All mail</a></p><article class="card"><dl>
<dt>Tiêu đề · Subject</dt><dd><strong>${escape(mail.subject)}</strong></dd>
<dt>Gửi từ · From</dt><dd>${escape(mail.from)}</dd><dt>Gửi tới · To</dt><dd>${escape(mail.to.join(', '))}</dd>
<dt>Lúc · At</dt><dd>${time(mail.date)}</dd></dl>${html}
<details${mail.html ? '' : ' open'}><summary>Bản chữ · Text part</summary><pre>${linked(mail.text)}</pre></details>
<details><summary>Tiêu đề kỹ thuật · Headers</summary><pre>${escape(headers.join('\n'))}</pre></details></article>`;
  return page({ title: mail.subject, last: Number.MAX_SAFE_INTEGER, body });
}

const linked = (text) =>
  escape(text).replace(/https?:\/\/[^\s<>]+/g, (url) => `<a href="${url}" target="_blank" rel="noreferrer">${url}</a>`);

export const notFoundPage = () =>
  page({
    title: 'Không tìm thấy',
    body: '<div class="card"><p class="empty">Không có trang hoặc thư này. · There is no such page or mail.</p></div>',
  });
