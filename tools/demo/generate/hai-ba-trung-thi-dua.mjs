#!/usr/bin/env node
// Writes people and season of hai-ba-trung-thi-dua: households, individuals and collectives in four streams.
import { Inventor } from './invent.mjs';
import { CITY_CHAIRS, districtOffices, HEAD_OF_UNIT, HEAD_OF_WARD, post } from './offices.mjs';
import { nominators, peopleYaml } from './people.mjs';
import { SeasonWriter } from './season.mjs';

const PROGRAMME = 'hai-ba-trung-thi-dua';
const HOUSE = 'hbt';
const inventor = new Inventor(8);

const UNITS = [
  ...Array.from({ length: 6 }, (_, i) => [`phuong-0${i + 1}`, `Phường số ${i + 1}`, `Ward no. ${i + 1}`, HEAD_OF_WARD]),
  ['phong-tai-chinh', 'Phòng Tài chính - Kế hoạch', 'Office of Finance and Planning', HEAD_OF_UNIT],
  ['phong-van-hoa', 'Phòng Văn hóa và Thông tin', 'Office of Culture and Information', HEAD_OF_UNIT],
];
const TWO = ['submission', 'unit-report'];
const THREE = ['submission', 'achievement-report', 'minutes'];

const season = new SeasonWriter({
  ...{ programme: PROGRAMME, campaign: '2022', prefix: 'hbt-2022', house: HOUSE, year: 2022, filedOn: '2022-10-24' },
  submissionOf: (unit) => `${UNITS.findIndex(([key]) => key === unit) + 31}/TTr-${unit}`,
});

const posts = [
  ...CITY_CHAIRS,
  ...districtOffices('city/vice-chairman'),
  post('district/front', 'Chủ tịch Ủy ban Mặt trận Tổ quốc quận', 'Chair of the district Fatherland Front', {
    superior: 'district/vice-chairman',
    role: 'reviewer',
  }),
  post('district/labour-union', 'Chủ tịch Liên đoàn Lao động quận', 'Chair of the district Labour Federation', {
    superior: 'district/vice-chairman',
    role: 'reviewer',
    language: 'en',
  }),
  ...UNITS.flatMap(([key, , , title]) => nominators(key, title, 'district/vice-chairman')),
];
const units = [
  { key: 'city', name: { vi: 'Thành phố Hà Nội', en: 'City of Hanoi' } },
  { key: 'district', name: { vi: 'Quận Hai Bà Trưng', en: 'Hai Bà Trưng district' }, parent: 'city' },
  ...UNITS.map(([key, vi, en]) => ({ key, name: { vi, en }, parent: 'district' })),
];
const people = peopleYaml({ inventor, house: HOUSE, units, posts });

function add(award, kind, stream, deed, more = {}) {
  const wards = kind === 'household' ? 6 : UNITS.length;
  const [unit, name] = UNITS[inventor.number(0, wards - 1)];
  const named = { individual: '', household: 'Gia đình ', collective: `Tổ ${inventor.pick(['dân phố', 'công tác', 'tự quản'])} ${name}` };
  const fullName = kind === 'collective' ? named.collective : `${named[kind]}${inventor.fullName()}`;
  const born = kind === 'individual' ? { birthYear: inventor.number(1955, 1999) } : {};
  const documents = stream === 'ad-hoc' && award === 'giay-khen' ? TWO : THREE;
  season.add({ award, unit, kind, fullName, deed, stream, documents, ...born, ...more });
}

/** So many of one sort. */
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

times(8, () => add('gia-dinh-van-hoa', 'household', 'regular', 'Gia đình ba thế hệ hòa thuận, giúp đỡ xóm giềng'));
times(5, () => add('giay-khen', 'individual', 'campaign', 'Dẫn đầu đợt thi đua chào mừng 61 năm thành lập quận'));
times(3, () => add('giay-khen', 'collective', 'thematic', 'Sáng kiến thu ngân sách qua mạng'));
times(4, (i) => add('giay-khen', i === 0 ? 'collective' : 'individual', 'ad-hoc', 'Dập đám cháy, cứu người trong ngõ nhỏ'));
times(6, () => add('ntvt-quan', 'individual', 'regular', 'Nhiều năm gìn giữ vườn hoa chung'));
times(3, (i) => add('ntvt-thanh-pho', i === 0 ? 'household' : 'individual', 'regular', 'Nấu cơm từ thiện cho bệnh nhân nghèo'));
add('bang-khen-thanh-pho', 'collective', 'campaign', 'Hoàn thành 24 chuyên đề, đề án của năm');
add('giay-khen', 'individual', 'ad-hoc', 'Xử lý sự cố trong ca trực của mình', { basis: 'ad-hoc-within-duty' });
add('ntvt-thanh-pho', 'individual', 'regular', 'Quét dọn ngõ xóm', {
  answers: { 'district-decision': { decision: 'reject', reason: 'Chưa đủ sức lan tỏa để đề nghị thành phố.', signedOn: '2022-11-10' } },
});

season.write(people, {
  title: { vi: 'Thi đua, khen thưởng quận Hai Bà Trưng, mùa xét 2022', en: 'Commendations of Hai Bà Trưng district, season of 2022' },
  papers: {
    'giay-khen': { level: 'district', number: '2710/QĐ-UBND', signedOn: '2022-11-04' },
    'gia-dinh-van-hoa': { level: 'district', number: '2711/QĐ-UBND', signedOn: '2022-11-04' },
    'ntvt-quan': { level: 'district', number: '2790/QĐ-UBND', signedOn: '2022-11-10' },
    'ntvt-thanh-pho': { level: 'city', number: '4388/QĐ-UBND', signedOn: '2022-11-25' },
    'bang-khen-thanh-pho': { level: 'city', number: '4390/QĐ-UBND', signedOn: '2022-11-25' },
  },
  session: null,
  figures: [
    { vi: 'Đề nghị', en: 'nominations', count: 'nominations', plan: 32 },
    { vi: 'Hộ gia đình được khen', en: 'households', count: 'titles', where: { kind: 'household' }, plan: 9 },
    { vi: 'Cá nhân được khen', en: 'individuals', count: 'titles', where: { kind: 'individual' }, plan: 16 },
    { vi: 'Tập thể được khen', en: 'collectives', count: 'titles', where: { kind: 'collective' }, plan: 5 },
    { vi: 'Luồng thường xuyên', en: 'stream: regular', count: 'titles', where: { stream: 'regular' }, plan: 17 },
    { vi: 'Luồng theo đợt', en: 'stream: campaign', count: 'titles', where: { stream: 'campaign' }, plan: 6 },
    { vi: 'Luồng chuyên đề', en: 'stream: thematic', count: 'titles', where: { stream: 'thematic' }, plan: 3 },
    { vi: 'Luồng đột xuất, rút gọn', en: 'stream: ad hoc, simplified', count: 'titles', where: { stream: 'ad-hoc' }, plan: 4 },
    { vi: 'Thành phố tặng', en: 'by the city', count: 'titles', where: { level: 'city' }, plan: 4 },
    { vi: 'Quận không đề nghị lên', en: 'not proposed to the city', count: 'nominations', where: { state: 'NOT_QUALIFIED' }, plan: 1 },
    {
      vi: 'Đột xuất trong nhiệm vụ: loại',
      en: 'ad hoc within duty',
      count: 'nominations',
      where: { rule: 'no-ad-hoc-within-duty' },
      plan: 1,
    },
  ],
});
