#!/usr/bin/env node
// Writes people, season and rehearsal of nam-tu-liem-thi-dua: 2 orders, 5 certificates of the Prime Minister, 1 flag.
import { Inventor } from './invent.mjs';
import { CITY_CHAIRS, CITY_EMULATION_OFFICE, districtOffices, HEAD_OF_UNIT, HEAD_OF_WARD, post } from './offices.mjs';
import { addressOf, nominators, peopleYaml, seatKey, seats } from './people.mjs';
import { writeRehearsal } from './rehearsal.mjs';
import { SeasonWriter } from './season.mjs';

const PROGRAMME = 'nam-tu-liem-thi-dua';
const VERSION = '2022.1';
const HOUSE = 'ntltd';
const SEATS = 15;
const inventor = new Inventor(2021);

const UNITS = [
  ...Array.from({ length: 4 }, (_, i) => [`phuong-0${i + 1}`, `Phường số ${i + 1}`, `Ward no. ${i + 1}`, HEAD_OF_WARD]),
  ['van-phong-uy-ban', 'Văn phòng Ủy ban nhân dân quận', "Office of the District People's Committee", HEAD_OF_UNIT],
  ['trung-tam-y-te', 'Trung tâm Y tế quận', 'District health centre', HEAD_OF_UNIT],
  ['phong-giao-duc', 'Phòng Giáo dục và Đào tạo', 'Office of Education and Training', HEAD_OF_UNIT],
];
const DOCUMENTS = ['submission', 'achievement-report', 'minutes'];

const season = new SeasonWriter({
  ...{ programme: PROGRAMME, campaign: '2021', prefix: 'ntltd-2021', house: HOUSE, year: 2021, filedOn: '2022-01-10' },
  submissionOf: (unit) => `${UNITS.findIndex(([key]) => key === unit) + 1}/TTr-${unit}`,
});

const posts = [
  post('central/president', 'Chủ tịch nước', 'President of the State', { superior: 'central/president-office', role: 'authority' }),
  post('central/president-office', 'Chủ nhiệm Văn phòng Chủ tịch nước', 'Head of the Office of the President', { role: 'authority' }),
  post('central/prime-minister', 'Thủ tướng Chính phủ', 'Prime Minister', { superior: 'central/government-office', role: 'authority' }),
  post('central/government-office', 'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ', 'Head of the Government Office', { role: 'authority' }),
  post(
    'central/emulation-department',
    'Trưởng Ban Thi đua - Khen thưởng Trung ương',
    'Head of the Central Emulation and Commendation Department',
    { superior: 'central/government-office', role: 'secretariat' },
  ),
  ...CITY_CHAIRS,
  CITY_EMULATION_OFFICE,
  post('city/tax', 'Cục trưởng Cục Thuế thành phố', 'Director of the city tax department', {
    superior: 'city/vice-chairman',
    role: 'reviewer',
  }),
  post('city/environment', 'Giám đốc Sở Tài nguyên và Môi trường', 'Director of the Department of Natural Resources and Environment', {
    superior: 'city/vice-chairman',
    role: 'reviewer',
  }),
  ...seats('city', SEATS),
  ...districtOffices('city/emulation-office'),
  ...UNITS.flatMap(([key, , , title]) => nominators(key, title, 'district/vice-chairman')),
];
const units = [
  { key: 'central', name: { vi: 'Trung ương', en: 'Central authorities' } },
  { key: 'city', name: { vi: 'Thành phố Hà Nội', en: 'City of Hanoi' }, parent: 'central' },
  { key: 'district', name: { vi: 'Quận Nam Từ Liêm', en: 'Nam Từ Liêm district' }, parent: 'city' },
  ...UNITS.map(([key, vi, en]) => ({ key, name: { vi, en }, parent: 'district' })),
];
const people = peopleYaml({ inventor, house: HOUSE, units, posts });

function add(award, unit, kind, deed, more = {}) {
  const name = UNITS.find(([key]) => key === unit)[1];
  const fullName = kind === 'collective' ? (more.collective ?? `Nhân dân và cán bộ ${name}`) : inventor.fullName();
  const born = kind === 'individual' ? { birthYear: inventor.number(1962, 1985) } : {};
  season.add({ award, unit, kind, fullName, deed, documents: DOCUMENTS, basis: 'cumulative', ...born, ...more });
}

add('huan-chuong-lao-dong-nhat', 'van-phong-uy-ban', 'collective', 'Thành tích công tác từ năm 2016 đến năm 2020');
add('huan-chuong-lao-dong-ba', 'phong-giao-duc', 'collective', 'Thành tích công tác giáo dục từ năm 2016 đến năm 2020');
add('bang-khen-thu-tuong', 'phuong-01', 'collective', 'Hoàn thành 13/13 chỉ tiêu năm 2021');
add('bang-khen-thu-tuong', 'phuong-02', 'collective', 'Giữ vững trật tự đô thị năm 2021');
add('bang-khen-thu-tuong', 'trung-tam-y-te', 'individual', 'Điều hành tiêm chủng toàn quận năm 2021');
add('bang-khen-thu-tuong', 'phong-giao-duc', 'individual', 'Dạy học trực tuyến cho học sinh cách ly năm 2021');
add('bang-khen-thu-tuong-chong-dich', 'van-phong-uy-ban', 'collective', 'Phòng, chống dịch Covid-19 năm 2021', {
  ...{ collective: 'Nhân dân và cán bộ quận Nam Từ Liêm', stream: 'thematic' },
});
add('co-thi-dua-thanh-pho', 'van-phong-uy-ban', 'collective', 'Đơn vị xuất sắc phong trào thi đua năm 2021', {
  ...{ collective: 'Nhân dân và cán bộ quận Nam Từ Liêm', stream: 'campaign' },
});
// 13 phiếu thuận trên 15 ủy viên là chưa đủ 90 %. Thirteen yes of fifteen seats are less than 90 %.
add('bang-khen-thu-tuong', 'phuong-03', 'individual', 'Xây dựng tuyến phố văn minh năm 2021', { against: 1 });
add('bang-khen-thu-tuong', 'phuong-04', 'individual', 'Vận động hiến đất mở ngõ năm 2021', {
  answers: { 'district-appraisal': { decision: 'ineligible', rule: 'criteria-not-met', reason: 'Đạt 12/13 chỉ tiêu.' } },
});

season.write(people, {
  title: { vi: 'Thi đua, khen thưởng quận Nam Từ Liêm, kết quả năm 2021', en: 'Commendations of Nam Từ Liêm district, results of 2021' },
  open: { ruleSetVersion: `${VERSION}-rehearsal`, opensAt: '2022-01-04T00:00:00+07:00' },
  papers: {
    'co-thi-dua-thanh-pho': { level: 'city', number: '512/QĐ-UBND', signedOn: '2022-02-22' },
    'bang-khen-thu-tuong': { level: 'prime-minister', number: '405/QĐ-TTg', signedOn: '2022-03-31' },
    'bang-khen-thu-tuong-chong-dich': { level: 'prime-minister', number: '417/QĐ-TTg', signedOn: '2022-04-04' },
    'huan-chuong-lao-dong-nhat': { level: 'state', number: '428/QĐ-CTN', signedOn: '2022-04-15' },
    'huan-chuong-lao-dong-ba': { level: 'state', number: '429/QĐ-CTN', signedOn: '2022-04-15' },
  },
  session: {
    ...{ council: 'city-council', stage: 'city-session', lines: 9, written: [13], away: [14] },
    members: Array.from({ length: SEATS }, (_, index) => addressOf(seatKey('city', index), HOUSE)),
  },
  figures: [
    { vi: 'Đề nghị', en: 'nominations', count: 'nominations', plan: 10 },
    {
      vi: 'Huân chương Lao động hạng Nhất',
      en: 'Labour Order, first class',
      count: 'titles',
      where: { award: 'huan-chuong-lao-dong-nhat' },
      plan: 1,
      stated: true,
    },
    {
      vi: 'Huân chương Lao động hạng Ba',
      en: 'Labour Order, third class',
      count: 'titles',
      where: { award: 'huan-chuong-lao-dong-ba' },
      plan: 1,
      stated: true,
    },
    {
      vi: 'Bằng khen Thủ tướng',
      en: 'certificates of the PM',
      count: 'titles',
      where: { award: 'bang-khen-thu-tuong' },
      plan: 4,
      stated: true,
    },
    {
      vi: 'Bằng khen Thủ tướng, chống dịch',
      en: 'of the PM, epidemic work',
      count: 'titles',
      where: { award: 'bang-khen-thu-tuong-chong-dich' },
      plan: 1,
      stated: true,
    },
    {
      vi: 'Cờ thi đua của thành phố',
      en: 'flag of the city',
      count: 'titles',
      where: { award: 'co-thi-dua-thanh-pho' },
      plan: 1,
      stated: true,
    },
    { vi: 'Tổng số được khen', en: 'awards in all', count: 'titles', plan: 8, stated: true },
    {
      vi: '13/15 phiếu thuận: không đạt',
      en: '13 yes of 15: not qualified',
      count: 'nominations',
      where: { state: 'NOT_QUALIFIED' },
      plan: 1,
    },
    { vi: '12/13 chỉ tiêu: không đủ', en: '12 of 13 targets: ineligible', count: 'nominations', where: { state: 'INELIGIBLE' }, plan: 1 },
  ],
});
writeRehearsal(PROGRAMME, VERSION);
