import type { IncidentMailContent, SessionMailContent } from '@laurel/contracts';
import type { Sample } from './sample.ts';

/** 2026-09-01 09:00 in Việt Nam, a Tuesday. */
const now = Date.UTC(2026, 8, 1, 2);
const hour = 3_600_000;
const zone = 'Asia/Ho_Chi_Minh';
const recipient = 'Lê Hữu Phước';

function session(is: SessionMailContent['occasion']['is']): SessionMailContent {
  return {
    about: 'session',
    occasion: { is },
    council: { vi: 'Hội đồng Thi đua – Khen thưởng quận', en: 'District Council for Emulation and Commendation' },
    session: 'Phiên họp 02/2026',
    recipient,
    actingFor: is === 'ballot' ? 'Đặng Quốc Bảo' : null,
    meetsAt: now + 72 * hour,
    opensAt: now + 48 * hour,
    closesAt: now + 80 * hour,
    lineCount: 23,
    agenda: ['Nguyễn Thị Ngọc Huyền', 'Trần Quốc Khánh', 'Tập thể tổ dân phố số 7'],
    zone,
  };
}

function incident(occasion: IncidentMailContent['occasion']): IncidentMailContent {
  return { about: 'incident', occasion, recipient: 'Phan Thị Mai', zone };
}

const code = '482 913';
const link = 'https://laurel.example.vn/operations';

/** Mails that are not about one nomination. */
export const otherSamples: readonly Sample[] = [
  { name: 'session-convening', kind: 'convening', other: session('convening') },
  { name: 'session-ballot', kind: 'assignment', other: session('ballot') },
  { name: 'session-ballot-reminder', kind: 'reminder', other: session('ballot') },
  { name: 'session-minutes', kind: 'result', other: session('minutes') },
  {
    name: 'code-sign-in',
    kind: 'code',
    other: {
      about: 'account',
      occasion: { is: 'sign-in-code', code, link: 'https://laurel.example.vn/sign-in?code=482913', minutes: 10 },
      recipient,
      zone,
    },
  },
  {
    name: 'code-task-list',
    kind: 'code',
    other: { about: 'account', occasion: { is: 'task-list-code', code, minutes: 10 }, recipient, zone },
  },
  {
    name: 'code-decision',
    kind: 'code',
    other: { about: 'account', occasion: { is: 'decision-code', code, minutes: 10 }, recipient, zone },
  },
  {
    name: 'digest',
    kind: 'digest',
    other: {
      about: 'digest',
      programme: { vi: 'Người tốt, việc tốt 2026', en: 'Good People, Good Deeds 2026' },
      recipient,
      day: '2026-09-01',
      zone,
      total: 5,
      tasks: [
        {
          nominee: 'Nguyễn Thị Ngọc Huyền',
          unit: { vi: 'Phường Mỹ Đình 1', en: 'Mỹ Đình 1 Ward' },
          dueAt: now - 16 * hour,
          late: true,
        },
        { nominee: 'Trần Quốc Khánh', unit: { vi: 'Phường Cầu Diễn', en: 'Cầu Diễn Ward' }, dueAt: now + 80 * hour, late: false },
        { nominee: 'Hộ ông Vũ Đình Lâm', unit: { vi: 'Phường Cầu Diễn', en: 'Cầu Diễn Ward' }, dueAt: null, late: false },
      ],
    },
  },
  {
    name: 'incident-objection',
    kind: 'objection',
    other: incident({
      is: 'objection',
      title: {
        vi: 'Lê Hữu Phước báo “không phải tôi” về hồ sơ Nguyễn Thị Ngọc Huyền',
        en: 'Lê Hữu Phước says “this was not me” on the nomination of Nguyễn Thị Ngọc Huyền',
      },
      cause: {
        vi: 'Ý kiến “Đồng ý” (mã 7K2M-9QH4) ghi lúc 08:00 thứ Ba 01/9/2026.',
        en: 'The answer “Approve” (reference 7K2M-9QH4) recorded at 08:00 on Tuesday 1 September 2026.',
      },
      count: 1,
      link: 'https://laurel.example.vn/nominations/01J8ZK3V5Q',
    }),
  },
  {
    name: 'incident-stuck',
    kind: 'incident',
    other: incident({
      is: 'stuck',
      title: { vi: 'Máy chủ thư không trả lời', en: 'The mail server does not answer' },
      cause: { vi: 'Từ 08:12 không kết nối được tới máy chủ thư.', en: 'Since 08:12 the mail server cannot be reached.' },
      count: 300,
      link,
    }),
  },
  {
    name: 'incident-all-clear',
    kind: 'incident',
    other: incident({
      is: 'all-clear',
      title: { vi: 'Máy chủ thư đã trả lời lại', en: 'The mail server answers again' },
      cause: { vi: 'Kết nối trở lại lúc 08:40.', en: 'Reached again at 08:40.' },
      count: 0,
      link: null,
    }),
  },
];
