import type { OwnWords } from '@laurel/events';

const INSTANT = 'Xin ghi thời điểm kèm múi giờ, ví dụ 2026-12-01T08:00:00+07:00.';
const WHY = 'Xin nêu lý do.';

/** The Vietnamese of what schemas of requests say in words of their own; a spec finds the one that is missing. */
export const OWN_WORDS: OwnWords = {
  'A person is of a programme: give it too.': 'Mỗi người thuộc một chương trình: xin ghi cả chương trình.',
  'Contains a character that is no text: remove it.': 'Có ký tự không phải chữ: xin bỏ ký tự đó.',
  'Empty: leave it out or give a value.': 'Còn để trống: xin bỏ mục này hoặc ghi nội dung.',
  'Give "all-waiting" or the ids of nominations.': 'Xin ghi "all-waiting" hoặc mã các hồ sơ.',
  'Give a year with four digits.': 'Xin ghi năm đủ bốn chữ số.',
  'Give an address like can-bo@example.vn.': 'Xin ghi địa chỉ thư, ví dụ can-bo@example.vn.',
  'Give an address like ten@don-vi.gov.vn.': 'Xin ghi địa chỉ thư, ví dụ ten@don-vi.gov.vn.',
  'Give an address.': 'Xin ghi địa chỉ thư.',
  'Give either email or personId.': 'Xin ghi một trong hai: địa chỉ thư hoặc mã người.',
  'Give one text.': 'Xin ghi một nội dung.',
  'Give the address that is right.': 'Xin ghi địa chỉ đúng.',
  'Give the code of the mail.': 'Xin ghi mã trong thư.',
  'Give the number of a seat.': 'Xin ghi số ghế.',
  'Give the return path of the mail: bounce+<52 characters>@domain.': 'Xin ghi địa chỉ trả về của thư: bounce+<52 ký tự>@tên-miền.',
  'Give the token of the link.': 'Xin ghi mã của đường dẫn.',
  'Name at least one decision.': 'Xin chọn ít nhất một quyết định.',
  'Name at least one nomination.': 'Xin chọn ít nhất một hồ sơ.',
  'Name exactly one of nominationId, eventId and groupKey.': 'Xin ghi đúng một trong: nominationId, eventId, groupKey.',
  'Name the member by seat or by person.': 'Xin ghi thành viên theo số ghế hoặc theo mã người.',
  'Say by how many working days.': 'Xin ghi số ngày làm việc.',
  'Say to whom: a post, a person id or an address.': 'Xin ghi giao cho ai: chức danh, mã người hoặc địa chỉ thư.',
  'Say who investigates.': 'Xin ghi cơ quan xem xét.',
  'Say why.': WHY,
  'Say why: the reason is kept with what is done.': 'Xin nêu lý do: lý do được lưu cùng việc đã làm.',
  'Say why: the reason is kept with what is settled.': 'Xin nêu lý do: lý do được lưu cùng kết luận.',
  'The ballot closes after it opens.': 'phải sau khi mở bỏ phiếu.',
  'The ballot opens when the council meets, or later.': 'không được sớm hơn lúc họp.',
  'The code has 8 digits.': 'gồm 8 chữ số.',
  'Use the nextCursor of the page before.': 'Xin dùng nextCursor của trang trước.',
  'Write 64 lower-case hexadecimal digits.': 'Xin ghi 64 chữ số thập lục phân viết thường.',
  'Write a date as YYYY-MM-DD.': 'Xin ghi ngày có thật, dạng NĂM-THÁNG-NGÀY.',
  'Write an address such as ten@example.vn.': 'Xin ghi địa chỉ thư, ví dụ ten@example.vn.',
  'Write an instant with its offset, as 2026-12-01T08:00:00+07:00.': INSTANT,
  'Write an instant with its offset.': INSTANT,
  'Write the SHA-256 as 64 lower-case hexadecimal digits.': 'Xin ghi mã SHA-256, đủ 64 chữ số thập lục phân viết thường.',
};
