import { needed, quorumOf, type BallotRule, type Council, type PostRef, type RuleSet, type SessionStage, type Text } from '@laurel/domain';
import { postList, type PostNames } from '../../words/posts.ts';
import { counted, plain, text } from '../../words/text.ts';
import type { Fact, Telling } from '../explanation.ts';
import { awardName, goesOn, levelName, refused } from './outcomes.ts';
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
  return text(
    `ít nhất ${share.vi}: ${heads} trong ${seats} người có mặt${condition.vi}`,
    `at least ${share.en}: ${heads} of ${seats} present${condition.en}`,
  );
}

/** `từ 90 % tổng số ủy viên: 90 % của 15 ủy viên = 14 phiếu thuận` */
export function thresholdWords({ threshold }: BallotRule, seats: number): Text {
  const { percent, compare, of } = threshold;
  const heads = needed(threshold, seats);
  const share =
    compare === '>' ? text(`trên ${percent} %`, `more than ${percent}%`) : text(`từ ${percent} % trở lên`, `at least ${percent}%`);
  const vi = `${percent} % của ${seats} ủy viên = ${heads} phiếu thuận`;
  const en = `${percent}% of ${seats} members = ${heads} yes votes`;
  if (of === 'total') return text(`${share.vi} ${OF.total.vi}: ${vi}`, `${share.en} of ${OF.total.en}: ${en}`);
  return text(`${share.vi} ${OF[of].vi}; khi đủ mặt: ${vi}`, `${share.en} of ${OF[of].en}; with everybody: ${en}`);
}

const SECRET = text('bỏ phiếu kín', 'secret');
const OPEN = text('biểu quyết công khai, biên bản ghi ai chọn gì', 'open: the minutes say who voted how');
const IN_WRITING = text('bỏ phiếu bằng văn bản, vào cùng một hòm phiếu', 'vote in writing, into the same box');
const NOT_AT_ALL = text('không bỏ phiếu', 'do not vote');

function ballotFacts({ ballot }: SessionStage, seats: number): readonly Fact[] {
  const { secret, absentees, chairInFavour, substitutes } = ballot;
  return [
    { id: 'quorum', label: text('Họp được khi có mặt', 'Quorum'), value: quorumWords(ballot, seats) },
    { id: 'threshold', label: text('Đạt khi có phiếu thuận', 'Passes with'), value: thresholdWords(ballot, seats) },
    { id: 'secret', label: text('Cách bỏ phiếu', 'Ballot'), value: secret ? SECRET : OPEN },
    { id: 'absentees', label: text('Người vắng mặt', 'Absent members'), value: absentees === 'written' ? IN_WRITING : NOT_AT_ALL },
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
    const enough =
      ballot.threshold.of === 'total'
        ? text(`Đủ phiếu thuận (${votes})`, `Enough yes votes (${votes})`)
        : text('Đủ phiếu thuận', 'Enough yes votes');
    return [goesOn(telling.rules, stage, enough), refused(text('Không đủ phiếu', 'Too few votes'))];
  },
  brief: ({ ballot, council }, telling) => {
    const seats = telling.rules.councils.find(({ key }) => key === council)?.seats.length ?? 0;
    const [quorum, votes] = [quorumOf(ballot.quorum, seats), needed(ballot.threshold, seats)];
    return [
      text(
        `Họp được khi có ${quorum}/${seats} người; đạt khi có ${votes} phiếu thuận`,
        `Quorum: ${quorum} of ${seats}; passes with ${votes} yes votes`,
      ),
      ballot.secret ? text('Bỏ phiếu kín', 'Secret ballot') : text('Biểu quyết công khai', 'Open vote'),
    ];
  },
  earliest: text('Họp được từ', 'May meet from'),
  silence: () => null,
};

/** A council: who chairs, who sits in it, who keeps its papers. */
export function councilFacts({ rules, posts }: Telling, { name, level, chair, seats, secretary }: Council): readonly Fact[] {
  return [
    { id: 'name', label: text('Tên', 'Name'), value: name },
    { id: 'level', label: text('Cấp', 'Level'), value: levelName(rules, level) },
    { id: 'chair', label: text('Chủ tịch', 'Chair'), value: posts.name(chair) },
    { id: 'seats', label: text('Ủy viên', 'Members'), value: seatWords(posts, seats) },
    { id: 'secretary', label: text('Thư ký', 'Secretary'), value: posts.name(secretary) },
  ];
}

function seatWords(posts: PostNames, seats: readonly PostRef[]): Text {
  const names = postList(posts, seats);
  const many = counted(seats.length, 'ghế', 'seat');
  return text(`${many.vi}: ${names.vi}`, `${many.en}: ${names.en}`);
}
