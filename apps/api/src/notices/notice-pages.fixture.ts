import type { PublicNotice } from '@laurel/db';
import type { ApiParts } from '../parts/parts.ts';
import { base, DAY, now, rules } from '../tasks/sample-task.fixture.ts';

interface NoticeSample {
  readonly notice: PublicNotice;
  readonly form?: Readonly<Record<string, string>>;
}

const { achievement } = base.nomination;

const notice = (nominationId: string, running: boolean): PublicNotice => ({
  nominationId,
  running,
  endsAt: now + 10 * DAY,
  rules,
  award: rules.awards[0]?.key ?? '',
  unit: base.nomination.unit,
  nominee: base.nomination.nominee.fullName,
  achievement,
});

const comment = { text: 'Tôi thấy nên khen thưởng cả bà Lê Thị Sáu, người cùng làm việc này từ đầu.', writer: 'Một người dân tổ 7' };

/** The public notice in every state that people meet, by name. */
export const noticeSamples: Readonly<Record<string, NoticeSample>> = {
  'notice-open': { notice: notice('notice-open', true) },
  'notice-received': { notice: notice('notice-received', true), form: comment },
  'notice-refused': { notice: notice('notice-refused', true), form: { text: '' } },
  'notice-over': { notice: notice('notice-over', false) },
};

/** Notices at their samples' addresses; nothing is kept. */
export const noticeParts: Pick<ApiParts, 'notices'> = {
  notices: {
    notice: (id) => Promise.resolve(noticeSamples[id]?.notice ?? null),
    keep: () => Promise.resolve('kept'),
  },
};
