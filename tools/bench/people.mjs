// People and deeds as they are spread in life: four in ten are called Nguyễn, few share a name and a year of birth.

export const FAMILY = ['Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng'];
export const MIDDLE = ['Văn', 'Thị', 'Thị', 'Văn', 'Đức', 'Minh', 'Ngọc', 'Quang', 'Thanh', 'Hồng', 'Xuân'];
export const GIVEN = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hạnh',
  'Hùng',
  'Khôi',
  'Lan',
  'Mai',
  'Nghĩa',
  'Oanh',
  'Phúc',
  'Quỳnh',
  'Sơn',
  'Thảo',
  'Uyên',
  'Vân',
  'Yến',
];
export const DEEDS = [
  'Hòa giải tại khu dân cư',
  'Cứu người đuối nước',
  'Hiến máu nhân đạo',
  'Nhặt được của rơi trả lại',
  'Giúp đỡ hộ nghèo',
  'Bắt cướp',
  'Dạy học miễn phí',
];

/** Steps that share no factor with the lists, so that numbers in a row differ in everything. */
const at = (values, number, step) => values[Math.floor(number / step) % values.length];

/** @param {number} number @returns the nominee and the deed of a number, always the same */
export function personOf(number) {
  const spread = (number * 7919) % 1_000_003;
  return {
    fullName: [at(FAMILY, spread, 1), at(MIDDLE, spread, 11), at(GIVEN, spread, 131)].join(' '),
    birthYear: 1940 + (spread % 65),
    deed: `${at(DEEDS, spread, 17)} tổ ${Math.floor(spread / 29) % 400}`,
  };
}
