import type { Text } from '@laurel/domain';

/** What people call the fields of a request: Vietnamese, then English. */
const NAMES: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  action: ['Việc cần làm', 'What to do'],
  actor: ['Người thực hiện', 'Who did it'],
  address: ['Địa chỉ thư', 'Mail address'],
  agenda: ['Danh sách đề nghị', 'Agenda'],
  asOf: ['Tính đến ngày', 'As of'],
  attendance: ['Dự họp', 'Attendance'],
  authority: ['Cơ quan xem xét', 'Who investigates'],
  ballotClosesAt: ['Đóng bỏ phiếu', 'Ballot closes'],
  ballotOpensAt: ['Mở bỏ phiếu', 'Ballot opens'],
  birthYear: ['Năm sinh', 'Year of birth'],
  by: ['Người thực hiện', 'By whom'],
  campaign: ['Đợt xét', 'Season'],
  closesWhenAllVoted: ['Đóng khi mọi người đã bỏ phiếu', 'Closes when all have voted'],
  code: ['Mã', 'Code'],
  conflict: ['Đề nghị liên quan', 'Nomination concerned'],
  council: ['Hội đồng', 'Council'],
  cursor: ['Trang', 'Page'],
  decision: ['Ý kiến', 'Answer'],
  decisions: ['Quyết định', 'Decisions'],
  documents: ['Tệp', 'Files'],
  email: ['Địa chỉ thư', 'Mail address'],
  filedOn: ['Ngày nộp', 'Filed on'],
  finding: ['Kết luận', 'Finding'],
  ground: ['Căn cứ', 'Ground'],
  holdId: ['Lần tạm dừng', 'Hold'],
  into: ['Gộp vào', 'Merge into'],
  kind: ['Loại', 'Kind'],
  knownAt: ['Biết đến lúc', 'Known at'],
  language: ['Ngôn ngữ', 'Language'],
  level: ['Cấp', 'Level'],
  limit: ['Số dòng mỗi trang', 'Lines of a page'],
  meetsAt: ['Thời điểm họp', 'Meets at'],
  nominationId: ['Mã hồ sơ', 'Nomination'],
  number: ['Số quyết định', 'Number'],
  other: ['Người kia', 'The other one'],
  outcome: ['Kết quả', 'Outcome'],
  paper: ['Văn bản', 'Paper'],
  person: ['Người', 'Person'],
  personId: ['Mã người', 'Person'],
  post: ['Chức danh', 'Post'],
  presence: ['Dự họp', 'Attendance'],
  programme: ['Chương trình', 'Programme'],
  q: ['Từ cần tìm', 'Search words'],
  reason: ['Lý do', 'Reason'],
  reminders: ['Thư nhắc', 'Reminders'],
  remedy: ['Cách xử lý', 'Remedy'],
  remindAt: ['Thời điểm nhắc', 'Reminders'],
  revokedOn: ['Ngày thu hồi', 'Revoked on'],
  role: ['Vai trò', 'Role'],
  rule: ['Quy định', 'Rule'],
  seat: ['Ghế', 'Seat'],
  sha256: ['Mã băm SHA-256', 'SHA-256'],
  signedOn: ['Ngày ký', 'Day of signing'],
  sort: ['Thứ tự', 'Order'],
  stage: ['Bước', 'Stage'],
  state: ['Trạng thái', 'State'],
  subject: ['Đối tượng', 'Subject'],
  target: ['Đối tượng xử lý', 'Target'],
  taskId: ['Việc', 'Task'],
  to: ['Người nhận', 'To whom'],
  token: ['Đường dẫn', 'Link'],
  unit: ['Đơn vị', 'Unit'],
  until: ['Đến khi', 'Until'],
  version: ['Phiên bản', 'Version'],
  votes: ['Phiếu', 'Votes'],
  workingDays: ['Số ngày làm việc', 'Working days'],
};

const isPlace = (step: string): boolean => /^\d+$/.test(step);

/** The field that a pointer leads to, and its place in a list, as people call it; null for the request as a whole. */
export function fieldName(pointer: string): Text | null {
  const steps = pointer.split('/').slice(1);
  const at = steps.findLastIndex((step) => !isPlace(step));
  const key = steps[at];
  if (key === undefined) return null;
  const [vi, en] = NAMES[key] ?? [`“${key}”`, `“${key}”`];
  const place = steps[at + 1];
  const nth = place === undefined ? '' : ` ${String(Number(place) + 1)}`;
  return { vi: `${vi}${nth}`, en: `${en}${nth}` };
}
