import type { OwnWords } from './shape.ts';

/** What the rules of the events' own say, in Vietnamese. */
export const EVENT_WORDS: OwnWords = {
  'Write the SHA-256 of the bytes as 64 hexadecimal digits.': 'Xin ghi mã SHA-256 của tệp, đủ 64 chữ số thập lục phân.',
  'Ends before it begins: give a date on or after "from".': 'Kết thúc trước khi bắt đầu: xin ghi ngày không sớm hơn "from".',
  'Only a person dies: leave "deceasedOn" out, or make "kind" "individual".':
    'Chỉ cá nhân mới có ngày mất: xin bỏ "deceasedOn", hoặc ghi "kind" là "individual".',
  'Before the year of birth: give the day of death, or correct "birthYear".':
    'Trước năm sinh: xin ghi đúng ngày mất, hoặc sửa "birthYear".',
  'Gives nothing: add "documents" or "achievement".': 'Chưa bổ sung gì: xin thêm "documents" hoặc "achievement".',
  'Write a date (YYYY-MM-DD) or an instant with its offset.': 'Xin ghi ngày (NĂM-THÁNG-NGÀY) hoặc thời điểm kèm múi giờ.',
  'Closes before it opens: give an instant after "opensAt".': 'Đóng trước khi mở: xin ghi thời điểm sau "opensAt".',
};
