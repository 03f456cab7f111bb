// The final table, as people read it.

const KINDS = {
  assignment: 'giao việc',
  reminder: 'nhắc việc',
  escalation: 'báo cấp trên',
  confirmation: 'xác nhận',
  result: 'kết quả',
  convening: 'mời họp',
  minutes: 'biên bản',
  notice: 'lấy ý kiến',
};

/** Differences that the table shows. */
const SHOWN = 20;

export const count = (number) => String(number).padStart(6);

/** A line of three columns: Vietnamese, English, numbers. */
export const line = (vi, en, ...numbers) => `  ${vi.padEnd(32)}${en.padEnd(28)}${numbers.join('')}`.trimEnd();

/** @param {Awaited<ReturnType<typeof import('./player.mjs').playSeason>>} played */
export function tableOf({ rows, nominations, mails, answers, retries, differences, alreadyPlayed, durationMs }) {
  const again = Object.entries(retries).map(([why, times]) => `${why} ×${times}`);
  return [
    '',
    'Mùa xét Nam Từ Liêm 2022 · The Nam Từ Liêm season of 2022',
    '',
    line('', '', 'plan'.padStart(6), 'seen'.padStart(6)),
    line('Đề nghị', 'nominations', count(112), count(nominations)),
    ...rows.map(({ label, plan, seen }) => line(label.vi, label.en, count(plan), count(seen), plan === seen ? '' : '  ✗')),
    '',
    ...mailLines(mails),
    line('Trả lời ghi nhận lần này', 'answers recorded by this run', count(''), count(answers.recorded)),
    line('Thời gian', 'duration', count(''), `${count(Math.round(durationMs / 1000))} s`),
    ...(again.length > 0 ? ['', `  Gửi lại vì chưa có trả lời · sent again, for want of an answer: ${again.join(', ')}`] : []),
    ...(alreadyPlayed ? ['', ...playedBefore] : []),
    '',
    ...verdictOn(differences),
    '',
  ].join('\n');
}

/** @param {{ byKind: Record<string, number>, repeats: number }} mails */
export function mailLines({ byKind, repeats }) {
  return [
    ...Object.entries(byKind).map(([kind, sent]) => line(`Thư ${KINDS[kind] ?? kind}`, `mails: ${kind}`, count(''), count(sent))),
    line('Thư lặp lại (cùng Message-ID)', 'repeats, same Message-ID', count(''), count(repeats)),
  ];
}

/** @param {string[]} differences */
export function verdictOn(differences) {
  const number = differences.length;
  if (number === 0) return ['Đúng như kế hoạch. As planned.'];
  const more = number > SHOWN ? [`  … and ${number - SHOWN} more; all of them: npm run demo -- --json`] : [];
  const listed = differences.slice(0, SHOWN).map((text) => `  - ${text}`);
  return [`Khác kế hoạch ${number} điểm. ${number} differences from the plan:`, ...listed, ...more];
}

const playedBefore = [
  '  Mùa này đã được chạy từ trước: lần này không có gì được ghi thêm. Muốn chạy lại từ đầu: npm run db:reset.',
  '  This season had been played before: nothing was added now. To play it afresh: npm run db:reset.',
];
