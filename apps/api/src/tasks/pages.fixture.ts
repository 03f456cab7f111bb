import { tokenHash, type MailedLink, type Objection, type TaskPageData } from '@laurel/db';
import { fakeParts } from '../api.fixture.ts';
import { noticeParts, noticeSamples } from '../notices/notice-pages.fixture.ts';
import type { ApiParts } from '../parts/parts.ts';
import { seatParts, seatSamples } from '../sessions/seat-pages.fixture.ts';
import { arrived, base, both, DAY, now, person, rules } from './sample-task.fixture.ts';

/** A page that needs no sign-in, for looking at and for checking: visited, or answered with a form. */
export interface SamplePage {
  readonly name: string;
  readonly path: string;
  /** What a form posts to it; a visit when absent. */
  readonly form?: Readonly<Record<string, string>>;
  readonly cookie?: string;
}

interface Sample extends SamplePage {
  readonly page?: TaskPageData;
  readonly link?: MailedLink;
  readonly objection?: Objection;
}

const closure = { at: now - DAY, by: 'Trần Văn Bình', byKind: 'person', actorId: 'binh', actKind: 'decide', choice: 'approve' } as const;
const own = { id: '01HZZZZZZZZZZZZZZZ7K2M9QH4', kind: 'decide', choice: 'approve', at: now - DAY } as const;
const district = { ...base.nomination, level: 'district' };

const confirmation: MailedLink = {
  linkId: 'objection:n1-1-0',
  kind: 'confirmation',
  nominationId: 'n1',
  taskId: 'n1-1-0',
  person,
  content: {
    about: 'nomination',
    occasion: { is: 'confirmation', choice: 'approve', reference: '7K2M-9QH4', recordedAt: now - DAY / 24, objectUntil: now + 2 * DAY },
    programme: rules.name,
    award: both('', ''),
    nominee: 'Bùi Mỹ Vân',
    achievement: '',
    unit: base.nomination.unit,
    level: both('', ''),
    recipient: person.fullName,
    actingFor: null,
    dueAt: null,
    closesAt: null,
    otherwise: null,
    zone: 'Asia/Ho_Chi_Minh',
    silent: null,
  },
};

const decided = { ...base, state: 'decided', closure: { ...closure, actorId: 'hoa' }, own } as const;

const objection: Objection = {
  id: 'objection-n1-1-0',
  programme: 'ntvt',
  nominationId: 'n1',
  unit: 'phuong-01',
  taskId: 'n1-1-0',
  personId: 'hoa',
  personName: person.fullName,
  reason: null,
  openedAt: now,
  settledAt: null,
  settledBy: null,
  outcome: null,
};

const expired: MailedLink = {
  ...confirmation,
  content: {
    ...confirmation.content,
    occasion: { is: 'confirmation', choice: 'approve', reference: '7K2M-9QH4', recordedAt: now - 5 * DAY, objectUntil: now - 2 * DAY },
  } as MailedLink['content'],
};

type Named = Omit<Sample, 'name' | 'path'> & { readonly rest?: string };

const SAMPLES: Readonly<Record<string, Named>> = {
  'task-review': { page: base },
  'task-decision': {
    page: { ...base, kind: 'decision', stage: 'decision', choices: ['approve', 'reject', 'return'], nomination: district },
  },
  'task-late': { page: { ...base, dueAt: now - DAY, actingFor: null } },
  'task-appraisal': { page: { ...base, kind: 'appraisal', stage: 'appraisal', choices: ['eligible', 'ineligible', 'return'] } },
  'task-consultation': { page: { ...base, kind: 'consultation', choices: ['agree', 'object'] } },
  'task-feedback': { page: { ...base, kind: 'notice', choices: ['answer'] } },
  'task-complaint': { page: { ...base, kind: 'complaint', stage: 'complaint', choices: ['answer', 'uphold'] } },
  'task-completion': {
    page: {
      ...base,
      kind: 'completion',
      choices: [],
      nomination: { ...base.nomination, documents: [], returnReason: 'Bản tóm tắt chưa có chữ ký.\nBiên bản họp ghi sai ngày.' },
    },
  },
  'task-refused': { page: base, form: { decision: 'reject' } },
  'task-recorded': { page: base, form: { decision: 'approve' } },
  'task-more-time': { page: base, form: { decision: 'more-time' } },
  'task-asks-for-code': {
    page: { ...base, rules: { ...rules, levels: rules.levels.map((level) => ({ ...level, requireCode: true })) } },
    form: { decision: 'approve' },
  },
  'closed-decided': { page: decided },
  'closed-by-another': { page: { ...base, state: 'superseded', closure } },
  'closed-held': { page: { ...base, nomination: { ...base.nomination, held: true } } },
  'closed-delegated': { page: { ...base, state: 'delegated', closure: { ...closure, actKind: 'delegate', choice: null } } },
  'closed-reassigned': {
    page: {
      ...base,
      state: 'reassigned',
      closure: { ...closure, by: null, byKind: 'operator', actorId: 'operator:k', actKind: 'reassign', choice: null },
    },
  },
  'closed-withdrawn': {
    page: { ...base, state: 'withdrawn', closure: { ...closure, byKind: 'source', actKind: 'withdraw', choice: null } },
  },
  'closed-lapsed': {
    page: { ...base, state: 'lapsed', closure: { at: now - DAY, by: null, byKind: 'rules', actorId: null, actKind: null, choice: null } },
  },
  'objection-ask': { link: confirmation, page: decided },
  'objection-done': { link: confirmation, page: decided, objection },
  'objection-over': { link: expired, page: decided },
  'person-tasks-locked': { page: base, rest: '/tasks' },
  'person-tasks-code': { page: base, rest: '/tasks', form: { send: 'yes' } },
  'person-tasks': { page: { ...base, person: { ...base.person, id: 'known' } }, rest: '/tasks', cookie: 'laurel_tasks=known' },
  'person-preferences': { page: base, rest: '/preferences' },
  'person-unsubscribe': { page: base, rest: '/unsubscribe' },
  'unknown-link': {},
};

type Shown = Pick<Named, 'rest' | 'form' | 'cookie'>;

const tokenOf = (name: string): string => `sample-${name}`.padEnd(43, '0');

const mailed = Object.entries({ ...SAMPLES, ...seatSamples }).map(([name, { rest = '', ...sample }]: [string, Shown]) => ({
  name,
  path: `/t/${tokenOf(name)}${rest}`,
  ...(sample.form && { form: sample.form }),
  ...(sample.cookie !== undefined && { cookie: sample.cookie }),
}));

const published = Object.entries(noticeSamples).map(([name, { form }]) => ({ name, path: `/n/${name}`, ...(form && { form }) }));

/** Every page behind a mailed link and every public notice, in every state that people meet. */
export const SAMPLE_PAGES: readonly SamplePage[] = [...mailed, ...published];

const byHash = new Map(Object.entries(SAMPLES).map(([name, sample]) => [tokenHash(tokenOf(name)), sample]));
const seatByHash = new Map(Object.entries(seatSamples).map(([name, sample]) => [tokenHash(tokenOf(name)), sample]));

/** A world in which each sample's link leads to its page. Decisions are recorded at once; nothing is kept. */
export function samplePagesWorld(): ApiParts {
  const known = (hash: string): Named | null => byHash.get(hash) ?? null;
  const pageOf = (hash: string): TaskPageData | null => (known(hash)?.link ? null : (known(hash)?.page ?? null));
  let lastLink: Named | null = null;
  const parts = fakeParts();
  return {
    ...parts,
    ...noticeParts,
    ...seatParts((hash) => seatByHash.get(hash) ?? null),
    taskPages: {
      ...parts.taskPages,
      byTokenHash: (hash) => Promise.resolve(pageOf(hash)),
      byTaskId: () => Promise.resolve(lastLink?.page ?? base),
      received: () => Promise.resolve(new Set([arrived])),
      feedback: () =>
        Promise.resolve({
          writer: 'Một người dân tổ 7',
          text: 'Tôi thấy tên nên ghi thêm cả bà Lê Thị Sáu, người cùng làm việc này từ đầu.',
        }),
      complaint: () =>
        Promise.resolve({
          ground: 'procedure',
          by: 'Lê Thị Sáu',
          instance: 1,
          at: new Date(now - 2 * DAY),
          reason: 'Việc lấy ý kiến tổ dân phố số 7 chưa được thực hiện trước khi trình quận.',
        }),
      opinions: () =>
        Promise.resolve([
          {
            stage: 'endorsement',
            level: 'ward',
            kind: 'review',
            choice: 'approve',
            at: new Date(now - 6 * DAY),
            reason: 'Việc làm bền bỉ, bà con trong tổ đều biết.',
            by: 'Phan Thị Mai',
            title: both('Chủ tịch phường', 'Chair of the ward'),
          },
        ]),
    },
    mailedLinks: {
      byHash: (hash) => {
        lastLink = known(hash);
        return Promise.resolve(lastLink?.link ?? null);
      },
      personOf: (hash) => Promise.resolve(known(hash) && { ...person, id: known(hash)?.page?.person.id ?? 'hoa' }),
      waiting: () =>
        Promise.resolve([
          {
            id: 'n1',
            kind: 'review',
            nominee: 'Bùi Mỹ Vân',
            achievement: 'Giữ gìn ngõ phố sạch đẹp',
            unit: base.nomination.unit,
            held: false,
            dueAt: now - DAY,
          },
          {
            id: 'n2',
            kind: 'review',
            nominee: 'Trần Quốc Khánh',
            achievement: 'Cứu người đuối nước',
            unit: base.nomination.unit,
            held: false,
            dueAt: now + DAY,
          },
          {
            id: 'n3',
            kind: 'review',
            nominee: 'Hộ ông Vũ Đình Lâm',
            achievement: 'Hiến đất mở đường',
            unit: base.nomination.unit,
            held: true,
            dueAt: null,
          },
        ]),
    },
    codes: { ...parts.codes, holds: (_, { id }) => Promise.resolve(id === 'known') },
    objections: { ...parts.objections, byTask: () => Promise.resolve(lastLink?.objection ?? null) },
  };
}
