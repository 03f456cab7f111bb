import type { LineReason, LineResult, Presence, SetAside, Text, Vote } from '@laurel/domain';

const text = (vi: string, en: string): Text => ({ vi, en });

export const VOTE_WORDS: Readonly<Record<Vote, Text>> = {
  yes: text('Đồng ý', 'Yes'),
  no: text('Không đồng ý', 'No'),
  abstain: text('Phiếu trắng', 'Abstain'),
};

export const PRESENCE: Readonly<Record<Presence, Text>> = {
  unknown: text('chưa rõ', 'not known'),
  present: text('dự họp', 'attends'),
  away: text('vắng', 'away'),
  written: text('vắng, bỏ phiếu từ xa', 'away, votes in writing'),
};

export const OUTCOMES: Readonly<Record<LineResult['outcome'], Text>> = {
  qualified: text('thông qua', 'passed'),
  'not-qualified': text('không thông qua', 'not passed'),
  'set-aside': text('để lại phiên sau', 'left to another session'),
};

export const BECAUSE: Readonly<Record<LineReason | SetAside, Text>> = {
  'threshold-reached': text('đủ tỷ lệ', 'threshold reached'),
  'threshold-missed': text('không đủ tỷ lệ', 'threshold missed'),
  'chair-not-in-favour': text('Chủ tịch hội đồng không đồng ý', 'the chair is not in favour'),
  'too-few-votes': text('quá ít phiếu để giữ bí mật', 'too few votes to keep them secret'),
  held: text('hồ sơ đang tạm dừng', 'the nomination is on hold'),
  'not-arrived': text('hồ sơ chưa đến bước này', 'the nomination has not arrived here'),
  ended: text('hồ sơ đã kết thúc', 'the nomination has ended'),
  'no-quorum': text('không đủ người dự', 'no quorum'),
  adjourned: text('phiên họp hoãn', 'session adjourned'),
};
