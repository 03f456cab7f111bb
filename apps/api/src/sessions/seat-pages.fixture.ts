import type { LoadedLine, LoadedSeat, LoadedSession } from '@laurel/db';
import type { BallotRule, Text } from '@laurel/domain';
import type { ApiParts } from '../parts/parts.ts';

const DAY = 86_400_000;
const both = (vi: string, en: string): Text => ({ vi, en });

/** A page of a council's member, for looking at and for checking. */
interface SeatSample {
  readonly session: LoadedSession;
  readonly rest?: string;
  readonly form?: Readonly<Record<string, string>>;
}

const ballot: BallotRule = {
  quorum: { numerator: 2, denominator: 3, of: 'total' },
  threshold: { percent: 90, compare: '>=', of: 'total' },
  secret: true,
  absentees: 'written',
  chairInFavour: false,
  substitutes: true,
};

const SEATS: readonly (readonly [name: string, title: Text])[] = [
  ['Phạm Gia Khiêm', both('Chủ tịch hội đồng', 'Chair of the council')],
  ['Lê Hữu Phước', both('Phó Chủ tịch thường trực', 'Standing vice-chair')],
  ['Phan Thị Mai', both('Ủy viên', 'Member')],
  ['Trịnh Xuân Bách', both('Ủy viên', 'Member')],
  ['Mai Thị Thu Hoài', both('Ủy viên', 'Member')],
];

const seats = (hasVoted: boolean): readonly LoadedSeat[] =>
  SEATS.map(([fullName, title], seat) => ({
    seat,
    chair: seat === 0,
    held: true,
    post: `hoi-dong/uy-vien-${String(seat)}`,
    title,
    personId: `thanh-vien-${String(seat)}`,
    fullName,
    email: `thanh.vien.${String(seat)}@example.vn`,
    language: 'vi',
    actingFor: seat === 1 ? 'Đặng Quốc Bảo' : null,
    presence: seat === 3 ? 'written' : 'present',
    hasVoted,
  }));

const PROPOSED: readonly (readonly [nominee: string, achievement: string])[] = [
  ['Nguyễn Thị Ngọc Huyền', 'Sáng kiến số hóa hồ sơ người có công, rút ngắn thời gian giải quyết từ mười ngày còn ba ngày'],
  ['Trần Quốc Khánh', 'Cứu hai em nhỏ khỏi đuối nước tại hồ Mễ Trì'],
  ['Tập thể tổ dân phố số 7', 'Mười năm liền giữ vững danh hiệu tổ dân phố văn hóa'],
];

const counts = [
  { yes: 5, no: 0, abstain: 0 },
  { yes: 3, no: 1, abstain: 1 },
  { yes: 5, no: 0, abstain: 0 },
] as const;

const line = ([nominee, achievement]: (typeof PROPOSED)[number], index: number, state: LoadedLine['state']): LoadedLine => {
  const counted = state === 'counted';
  const qualified = index !== 1;
  return {
    line: index + 1,
    nominationId: `n${String(index + 1)}`,
    nominee,
    achievement,
    unit: both('Phường Mỹ Đình 1', 'Mỹ Đình 1 Ward'),
    award: 'chien-si',
    ballot,
    state,
    because: counted ? (qualified ? 'threshold-reached' : 'threshold-missed') : null,
    outcome: counted ? (qualified ? 'qualified' : 'not-qualified') : null,
    votes: counted ? (counts[index] ?? null) : null,
    recused: counted ? 0 : null,
    ended: false,
    held: false,
    waits: true,
  };
};

const now = Date.now();

const sessionIn = (state: LoadedSession['state'], lines: LoadedLine['state'], hasVoted = false): LoadedSession => ({
  id: `phien-${state}${hasVoted ? '-voted' : ''}`,
  programme: 'thi-dua',
  campaign: '2026',
  ruleSetVersion: '1',
  council: 'hoi-dong',
  unit: 'district',
  name: both('Hội đồng Thi đua – Khen thưởng quận', 'District Council for Emulation and Commendation'),
  zone: 'Asia/Ho_Chi_Minh',
  secretary: { id: 'thu-ky', fullName: 'Mai Thu Trang', email: 'thu.ky@example.vn', language: 'vi' },
  rule: ballot,
  meetsAt: now + DAY,
  opensAt: now + DAY,
  closesAt: now + 2 * DAY,
  closesWhenAllVoted: true,
  remindAt: [],
  state,
  request: null,
  requestReason: null,
  publicKey: null,
  attendance: state === 'convened' ? null : { total: 5, eligible: 5, present: 4 },
  quorate: state === 'convened' ? null : true,
  closedAt: state === 'closed' ? now : null,
  seats: seats(hasVoted),
  lines: PROPOSED.map((proposed, index) => line(proposed, index, lines)),
  recusals: [],
});

const open = sessionIn('open', 'on-ballot');
const counted = sessionIn('closed', 'counted', true);
const nonce = 'mot-to-phieu-de-xem-thu';

/** Every page of a council's member, by name. */
export const seatSamples: Readonly<Record<string, SeatSample>> = {
  'seat-invitation': { session: sessionIn('convened', 'waiting') },
  'seat-ballot': { session: open },
  'seat-ballot-filled': { session: open, form: { fill: 'yes', nonce } },
  'seat-ballot-refused': { session: open, form: { nonce, 'votes[n1]': 'yes' } },
  'seat-voted': { session: sessionIn('open', 'on-ballot', true) },
  'seat-counting': { session: sessionIn('closing', 'on-ballot') },
  'seat-counted': { session: counted },
  'seat-minutes': { session: counted, rest: '/minutes' },
  'seat-adjourned': { session: sessionIn('adjourned', 'set-aside') },
};

/** Sessions in which each sample's link is a member's. */
export function seatParts(sampleOf: (tokenHash: string) => SeatSample | null): Pick<ApiParts, 'sessions' | 'ballots'> {
  const sessions = new Map(Object.values(seatSamples).map(({ session }) => [session.id, session]));
  return {
    sessions: {
      create: () => Promise.resolve({ is: 'created' }),
      load: (id) => Promise.resolve(sessions.get(id) ?? null),
      openVotes: () => Promise.resolve([]),
      seatOf: (hash) => {
        const sample = sampleOf(hash);
        return Promise.resolve(sample && { sessionId: sample.session.id, seat: 1 });
      },
    },
    ballots: { cast: () => Promise.resolve({ is: 'closed' }), receipt: () => Promise.resolve('7A1C-04EF-9B2D-5538') },
  };
}
