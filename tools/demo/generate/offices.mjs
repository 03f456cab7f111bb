// Posts that several programmes have. Whoever holds them is invented in the order of the posts: see people.mjs.

/** @typedef {import('./people.mjs').Post} Post */

/** @param {string} key @param {string} vi @param {string} en @param {Partial<Post>} more @returns {Post} */
export const post = (key, vi, en, more) => ({ key, title: { vi, en }, ...more });

/** Titles of the heads of units that nominate. */
export const HEAD_OF_WARD = { vi: 'Chủ tịch Ủy ban nhân dân phường', en: "Chairman of the Ward People's Committee" };
export const HEAD_OF_UNIT = { vi: 'Thủ trưởng đơn vị', en: 'Head of the unit' };

/** @type {readonly Post[]} */
export const CITY_CHAIRS = [
  post('city/chairman', 'Chủ tịch Ủy ban nhân dân thành phố', "Chairman of the City People's Committee", {
    superior: 'city/vice-chairman',
    role: 'authority',
  }),
  post('city/vice-chairman', 'Phó Chủ tịch Ủy ban nhân dân thành phố', "Vice-chairman of the City People's Committee", {
    role: 'authority',
  }),
];

export const CITY_EMULATION_OFFICE = post(
  'city/emulation-office',
  'Trưởng Ban Thi đua - Khen thưởng thành phố',
  'Head of the city Emulation and Commendation Office',
  { superior: 'city/vice-chairman', role: 'secretariat', language: 'en' },
);

/** Who decides in a district, and who prepares it. @param {string} superior of the vice-chairman @returns {readonly Post[]} */
export const districtOffices = (superior) => [
  post('district/chairman', 'Chủ tịch Ủy ban nhân dân quận', "Chairman of the District People's Committee", {
    superior: 'district/vice-chairman',
    role: 'authority',
  }),
  post('district/vice-chairman', 'Phó Chủ tịch Ủy ban nhân dân quận', "Vice-chairman of the District People's Committee", {
    superior,
    role: 'authority',
  }),
  post('district/home-affairs', 'Trưởng phòng Nội vụ', 'Head of the Office of Home Affairs', {
    superior: 'district/vice-chairman',
    role: 'secretariat',
  }),
];
