import { needed, quorumOf, type BallotRule, type Council, type RuleSet, type SessionStage, type Text } from '@laurel/domain';
import { postList } from '../../words/posts.ts';
import { capital, plain, text } from '../../words/text.ts';
import type { Fact, Telling } from '../explanation.ts';
import { awardName, goesOn, refused } from './outcomes.ts';
import type { StageWords } from './stage-words.ts';

const OF = {
  total: text('tổng số ủy viên', 'all members'),
  present: text('số người tham gia', 'those who take part'),
  eligible: text('số người được biểu quyết', 'those who may vote'),
} as const;

function councilOf(rules: RuleSet, { council }: SessionStage): Council | null {
  return rules.councils.find(({ key }) => key === council) ?? null;
}

/** `2/3 tổng số ủy viên: 10 trong 15 người` */
export function quorumWords({ quorum }: BallotRule, seats: number): Text {
  const { numerator, denominator, of } = quorum;
  const heads = quorumOf(quorum, seats);
  const share = text(`${numerator}/${denominator} ${OF[of].vi}`, `${numerator}/${denominator} of ${OF[of].en}`);
  const whole = of === 'total' ? null : text('khi không ai vắng quyền', 'when nobody is recused');
  const condition = whole ? text(`, ${whole.vi}`, `, ${whole.en}`) : plain('');
  return text(`ít nhất ${share.vi}: ${heads} trong ${seats} người có mặt${condition.vi}`, `at least ${share.en}: ${heads} of ${seats} present${condition.en}`);
}

/** `từ 90 % tổng số ủy viên: 90 % của 15 ủy viên = 14 phiếu thuận` */
export function thresholdWords({ threshold }: BallotRule, seats: number): Text {
  const { percent, compare, of } = threshold;
  const heads = needed(threshold, seats);
  const share = compare === '>' ? text(`trên ${percent} %`, `more than ${percent}%`) : text(`từ ${percent} % trở lên`, `at least ${percent}%`);
  const vi = `${percent} % của ${seats} ủy viên = ${heads} phiếu thuận`;
  const en = `${percent}% of ${seats} members = ${heads} yes votes`;
  if (of === 'total') return text(`${share.vi} ${OF.total.vi}: ${vi}`, `${share.en} of ${OF.total.en}: ${en}`);
  return text(`${share.vi} ${OF[of].vi}; khi đủ mặt: ${vi}`, `${share.en} of ${OF[of].en}; with everybody: ${en}`);
}

function ballotFacts({ ballot }: SessionStage, seats: number): readonly Fact[] {
  const { secret, absentees, chairInFavour, substitutes } = ballot;
  return [
    { id: 'quorum', label: text('Họp được khi có mặt', 'Quorum'), value: quorumWords(ballot, seats) },
    { id: 'threshold', label: text('Đạt khi có phiếu thuận', 'Passes with'), value: thresholdWords(ballot, seats) },
    {
      id: 'secret',
      label: text('Cách bỏ phiếu', 'Ballot'),
      value: secret ? text('bỏ phiếu kín', 'secret') : text('biểu quyết công khai, biên bản ghi ai chọn gì', 'open: the minutes say who voted how'),
    },
    {
      id: 'absentees',
      label: text('Người vắng mặt', 'Absent members'),
      value: absentees === 'written' ? text('bỏ phiếu bằng văn bản, vào cùng một hòm phiếu', 'vote in writing, into the same box') : text('không bỏ phiếu', 'do not vote'),
    },
    {
      id: 'chairInFavour',
      label: text('Phiếu của chủ tịch hội đồng', "The chair's vote"),
      value: chairInFavour ? text('bắt buộc phải thuận', 'must be a yes') : text('như phiếu của mọi ủy viên', "counts like every member's"),
    },
    {
      id: 'substitutes',
      label: text('Người thay thế', 'Substitutes'),
      value: substitutes ? text('được bỏ phiếu thay', 'may vote') : text('không được bỏ phiếu thay', 'may not vote'),
    },
  ];
}

function seatsOf(stage: SessionStage, { rules }: Telling): number {
  return councilOf(rules, stage)?.seats.length ?? 0;
}

/** A council votes in one of its sessions. */
export const sessionWords: StageWords<'session'> = {
  name: text('Họp hội đồng', 'Council session'),
  asked: () => [],
  facts: (stage, telling) => [
    { id: 'who', label: text('Hội đồng', 'Council'), value: councilOf(telling.rules, stage)?.name ?? plain(stage.council) },
    { id: 'award', label: text('Danh hiệu đưa ra bỏ phiếu', 'Award voted on'), value: awardName(telling.rules, stage.award) },
    ...ballotFacts(stage, seatsOf(stage, telling)),
  ],
  outcomes: (stage, telling) => {
    const { ballot } = stage;
    const votes = needed(ballot.threshold, seatsOf(stage, telling));
    const enough = ballot.threshold.of === 'total' ? text(`Đủ phiếu thuận (${votes})`, `Enough yes votes (${votes})`) : text('Đủ phiếu thuận', 'Enough yes votes');
    return [goesOn(telling.rules, stage, enough), refused(text('Không đủ phiếu', 'Too few votes'))];
  },
  silence: () => null,
};

/** A council: who chairs, who sits in it, who keeps its papers. */
export function councilFacts({ rules, posts }: Telling): readonly Fact[] {
  return rules.councils.flatMap(({ key, name, level, chair, seats, secretary }): Fact[] => [
    { id: `${key}/name`, label: text(`Hội đồng (${key})`, `Council (${key})`), value: name },
    { id: `${key}/level`, label: text(`${name.vi}: cấp`, `${name.en}: level`), value: rules.levels.find((found) => found.key === level)?.name ?? plain(level) },
    { id: `${key}/chair`, label: text(`${name.vi}: chủ tịch`, `${name.en}: chair`), value: capital(posts.name(chair)) },
    { id: `${key}/seats`, label: text(`${name.vi}: ${seats.length} ghế`, `${name.en}: ${seats.length} seats`), value: postList(posts, seats) },
    { id: `${key}/secretary`, label: text(`${name.vi}: thư ký`, `${name.en}: secretary`), value: posts.name(secretary) },
  ]);
}
