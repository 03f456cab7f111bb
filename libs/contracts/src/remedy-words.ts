import { refusalWords, written, type Text } from '@laurel/domain';
import type { ActStatus } from './acts.ts';
import type { RemedyAct, RemedyCode, RemedyFactsOf, RemedyItem, RemedyOutcome, RemedyStatus } from './remedies.ts';

/** The councils' zone; instants are written in it. */
const ZONE = 'Asia/Ho_Chi_Minh';

interface Entry<Facts> {
  readonly status: RemedyStatus;
  readonly say: (facts: Facts) => Text;
}

const says = (status: RemedyStatus, vi: string, en: string): { readonly status: RemedyStatus; readonly say: () => Text } => ({
  status,
  say: () => ({ vi, en }),
});

const ACTS: Readonly<Record<RemedyAct, Text>> = {
  extend: { vi: 'Hạn xử lý sẽ được gia thêm.', en: 'The deadline would be extended.' },
  reassign: { vi: 'Việc sẽ được giao cho người khác.', en: 'The task would be given to somebody else.' },
  terminate: { vi: 'Hồ sơ sẽ bị dừng hẳn.', en: 'The nomination would be ended for good.' },
};

/** A sentence about steps, with those that wait and those that are paused. */
const onSteps = (vi: string, en: string): Entry<RemedyFactsOf['would-pause']> => ({
  status: 'would-do',
  say: ({ waiting, paused }) => ({
    vi: `${vi} Đang chờ: ${waiting || 'không có'}; đang tạm dừng: ${paused || 'không có'}.`,
    en: `${en} Waiting: ${waiting || 'none'}; paused: ${paused || 'none'}.`,
  }),
});

const mailsAgain = (mails: number): Text => ({
  vi: `gửi lại ${String(mails)} thư`,
  en: mails === 1 ? '1 mail is sent again' : `${String(mails)} mails are sent again`,
});

/** Every outcome once: whether it is done, and its sentence in both languages. */
const OUTCOMES: { readonly [Code in RemedyCode]: Entry<RemedyFactsOf[Code]> } = {
  'no-open-task': says('nothing-to-do', 'Không có việc nào như vậy đang mở.', 'No such task is open.'),
  'several-tasks-open': {
    status: 'refused',
    say: ({ taskIds }) => ({
      vi: `Có nhiều việc đang mở, xin mở hồ sơ và chọn một việc: ${taskIds}.`,
      en: `Several tasks are open, say which in "taskId": ${taskIds}.`,
    }),
  },
  'unknown-person': {
    status: 'refused',
    say: ({ to }) => ({
      vi: `Không tìm thấy ai là “${to}”. Xin ghi chức vụ, mã người hoặc địa chỉ thư điện tử.`,
      en: `Nobody is known as "${to}": give a post, a person id or an address in "to".`,
    }),
  },
  'asked-already': says('nothing-to-do', 'Người này đang được giao việc rồi.', 'This person is asked already.'),
  'would-record': { status: 'would-do', say: ({ act }) => ACTS[act] },
  recorded: {
    status: 'done',
    say: ({ at }) => ({
      vi: `Đã ghi lúc ${written(Date.parse(at), ZONE, 'vi')}.`,
      en: `Recorded at ${written(Date.parse(at), ZONE, 'en')}.`,
    }),
  },
  'act-refused': {
    status: 'refused',
    say: ({ refusal }) => ({ vi: refusalWords(refusal).vi, en: `${refusal}: ${refusalWords(refusal).en}` }),
  },
  'not-confirmed': says(
    'not-confirmed',
    'Đã lưu, không mất: sẽ được ghi ngay khi có tiến trình nhận việc.',
    'Written down and not lost: it is recorded as soon as a worker takes it.',
  ),
  'would-try-now': says(
    'would-do',
    'Thư, sự kiện và các bước đang chờ sẽ được thử lại ngay.',
    'Mails, events and steps that wait would be tried at once.',
  ),
  'tried-now': {
    status: 'done',
    say: ({ rows, steps }) => ({
      vi: `Đã cho chạy lại ${String(rows)} dòng chờ gửi và ${String(steps)} bước; quy trình kiểm tra lại ngay.`,
      en: `${String(rows)} rows and ${String(steps)} steps set in motion; the workflow looks again.`,
    }),
  },
  'row-mended': says('done', 'Bảng dữ liệu nay khớp với quy trình.', 'The row now shows what the workflow says.'),
  'no-workflow-runs': says(
    'nothing-to-do',
    'Không có gì đang chờ, và không có quy trình nào chạy.',
    'Nothing waits, and no workflow runs.',
  ),
  'event-would-return': says(
    'would-do',
    'Sự kiện sẽ được xử lý lại, hoặc quy trình đã bị dừng sẽ được chạy lại.',
    'The event would be worked on again, or a workflow that was ended be started again.',
  ),
  'event-returned': says('done', 'Sự kiện đã được đưa lại vào hàng chờ.', 'The event is back in the inbox.'),
  'no-event-waits': says('nothing-to-do', 'Không có sự kiện nào chờ đưa lại.', 'No event waits to be dispatched again.'),
  'workflow-started': says(
    'done',
    'Quy trình đã được chạy lại từ chỗ hồ sơ đang đứng.',
    'Its workflow was started again where the nomination stands.',
  ),
  'workflow-runs': says('nothing-to-do', 'Quy trình của hồ sơ đang chạy.', 'Its workflow runs.'),
  'nomination-ended': says('nothing-to-do', 'Hồ sơ đã kết thúc.', 'The nomination has ended.'),
  'would-pause': onSteps('Các bước đang chờ sẽ được tạm dừng.', 'The steps that wait would be paused.'),
  paused: says('done', 'Các bước đang chờ đã được tạm dừng.', 'The steps that wait were paused.'),
  'would-resume': onSteps('Các bước tạm dừng sẽ chạy tiếp.', 'The paused steps would go on.'),
  resumed: says('done', 'Các bước tạm dừng đã chạy tiếp.', 'The paused steps go on.'),
  'would-reset': onSteps(
    'Quy trình sẽ chạy lại từ bước gần nhất đã xong.',
    'The workflow would run again from the last step that it completed.',
  ),
  reset: says('done', 'Quy trình chạy lại từ bước gần nhất đã xong.', 'The workflow runs again from the last step that it completed.'),
  'no-such-step': says('nothing-to-do', 'Không có bước nào như vậy.', 'There is no such step.'),
  'code-does-not-fail': says(
    'refused',
    'Chương trình của hồ sơ này không lỗi. Quay lại một điểm chỉ để sửa lỗi chương trình; muốn xét lại quyết định, xin dùng “Mở lại một bước”.',
    'Its code does not fail. A reset only mends errors of code; a decision is reworked by reopening.',
  ),
  'mails-would-go': says(
    'would-do',
    'Thư gần nhất của mỗi việc đang mở và mọi thư gửi hỏng sẽ được gửi lại.',
    'The last mail of each open task, and every mail that failed, would be sent again.',
  ),
  'mails-go': { status: 'done', say: ({ mails }) => ({ vi: `Đang ${mailsAgain(mails).vi}.`, en: `${mailsAgain(mails).en}.` }) },
  'no-mail-waits': says('nothing-to-do', 'Không có thư nào để gửi lại.', 'There is no mail to send again.'),
  'no-mail-failed': says('nothing-to-do', 'Không có thư nào của hồ sơ này gửi hỏng.', 'No mail of this nomination has failed.'),
  'several-unreachable': says(
    'refused',
    'Thư gửi cho nhiều người đều hỏng: xin sửa địa chỉ từng người bằng "npm run people -- save".',
    'Mails to several people have failed: correct each with "npm run people -- save".',
  ),
  'address-would-change': {
    status: 'would-do',
    say: ({ personId }) => ({
      vi: `Địa chỉ của ${personId} sẽ được sửa và thư hỏng sẽ được gửi lại.`,
      en: `The address of ${personId} would be corrected and what failed sent again.`,
    }),
  },
  'address-changed': {
    status: 'done',
    say: ({ personId, mails }) => ({
      vi: `Đã sửa địa chỉ của ${personId}; đang ${mailsAgain(mails).vi}.`,
      en: `The address of ${personId} is corrected; ${mailsAgain(mails).en}.`,
    }),
  },
  'not-one-nomination': says('refused', 'Sự kiện này không thuộc riêng hồ sơ nào.', 'This event concerns no single nomination.'),
  'no-nomination': says('refused', 'Không có hồ sơ nào mang mã này.', 'No nomination has this id.'),
  'orphan-would-end': says('would-do', 'Quy trình không thuộc hồ sơ nào sẽ bị dừng.', 'A workflow without a nomination would be ended.'),
  'orphan-ended': says('done', 'Đã dừng quy trình không thuộc hồ sơ nào.', 'A workflow without a nomination was ended.'),
  failed: {
    status: 'refused',
    say: ({ tries, error }) => ({
      vi: `Đã thử ${String(tries)} lần đều hỏng: ${error}`,
      en: `It failed ${String(tries)} times: ${error}`,
    }),
  },
};

function text<Code extends RemedyCode>(code: Code, facts: RemedyFactsOf[Code]): Text {
  return OUTCOMES[code].say(facts);
}

/** What became of a remedy, as data and as its English sentence. */
export function remedyOutcome<Code extends RemedyCode>(code: Code, facts: RemedyFactsOf[Code]): Required<RemedyOutcome> {
  return { status: OUTCOMES[code].status, code, facts: { ...facts }, detail: text(code, facts).en };
}

/** The sentence of an outcome in both languages; null for what was kept without a code, or by a later version. */
export function remedyText({ code, facts = {} }: Pick<RemedyItem, 'code' | 'facts'>): Text | null {
  if (code === undefined || !Object.hasOwn(OUTCOMES, code)) return null;
  return text(code, facts as RemedyFactsOf[RemedyCode]);
}

/** What became of an act, as the outcome of a remedy. */
export function outcomeOfAct({ state, refusal, settledAt }: ActStatus): Required<RemedyOutcome> {
  switch (state) {
    case 'recorded':
      return remedyOutcome('recorded', { at: new Date(settledAt ?? 0).toISOString() });
    case 'refused':
      return remedyOutcome('act-refused', { refusal: refusal ?? 'INVALID_ACT' });
    case 'pending':
      return remedyOutcome('not-confirmed', {});
  }
}

/** Every code, for whoever checks that all have their words. */
export const REMEDY_CODES = Object.keys(OUTCOMES) as readonly RemedyCode[];
