// The table of a planned season, as people read it.
import { count, line, mailLines, verdictOn } from '../table.mjs';

/** @param {Awaited<ReturnType<typeof import('./player.mjs').playPlanned>>} played */
export function plannedTable({ title, rows, mails, answers, votes, differences, alreadyPlayed, durationMs }) {
  const mark = ({ plan, seen, stated }) => `${stated ? '  S' : ''}${plan === seen ? '' : '  ✗'}`;
  return [
    '',
    `${title.vi} · ${title.en}`,
    '',
    line('', '', 'plan'.padStart(6), 'seen'.padStart(6)),
    ...rows.map((row) => line(row.label.vi, row.label.en, count(row.plan), count(row.seen), mark(row))),
    '',
    ...mailLines(mails),
    line('Trả lời ghi nhận lần này', 'answers recorded by this run', count(''), count(answers)),
    ...(votes > 0 ? [line('Phiếu bỏ lần này', 'ballots cast by this run', count(''), count(votes))] : []),
    line('Thời gian', 'duration', count(''), `${count(Math.round(durationMs / 1000))} s`),
    '',
    '  S: con số của văn bản, còn lại là giả định · a figure of the document; the others are assumed',
    ...(alreadyPlayed ? ['  Mùa này đã chạy từ trước, lần này không ghi thêm gì · played before: nothing was added now'] : []),
    '',
    ...verdictOn(differences),
    '',
  ].join('\n');
}
