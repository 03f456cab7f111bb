#!/usr/bin/env node
// Writes people, season and rehearsal of cong-dan-thu-do-uu-tu: ten titles a year, an eleventh that waits, one who holds the title already.
import { writeFileSync } from 'node:fs';
import { inRoot } from '../../lib/paths.mjs';
import { Inventor } from './invent.mjs';
import { CITY_CHAIRS, HEAD_OF_UNIT, post } from './offices.mjs';
import { addressOf, nominators, peopleYaml, seatKey, seats } from './people.mjs';
import { writeRehearsal } from './rehearsal.mjs';
import { SeasonWriter } from './season.mjs';

const PROGRAMME = 'cong-dan-thu-do-uu-tu';
const VERSION = '2024.1';
const HOUSE = 'cdtd';
const SEATS = 15;
const A_YEAR = 10;
const inventor = new Inventor(2024);

const UNITS = [
  ['so-van-hoa', 'Sở Văn hóa và Thể thao', 'Department of Culture and Sports'],
  ['so-y-te', 'Sở Y tế', 'Department of Health'],
  ['so-giao-duc', 'Sở Giáo dục và Đào tạo', 'Department of Education and Training'],
  ['mat-tran', 'Ủy ban Mặt trận Tổ quốc thành phố', 'City committee of the Fatherland Front'],
  ['lien-doan-lao-dong', 'Liên đoàn Lao động thành phố', 'City federation of labour'],
  ['quan-nam-tu-liem', 'Quận Nam Từ Liêm', 'Nam Từ Liêm district'],
  ['quan-hai-ba-trung', 'Quận Hai Bà Trưng', 'Hai Bà Trưng district'],
];
const DEEDS = [
  'Bốn mươi năm gìn giữ và truyền dạy nghề thủ công của Thủ đô',
  'Công trình nghiên cứu đưa vào chữa bệnh cho hàng nghìn người',
  'Mở lớp học tình thương suốt hai mươi năm',
  'Sáng tác và trình diễn quảng bá hình ảnh Thủ đô',
  'Hiến đất, vận động xây trường và trạm y tế',
  'Giải pháp tiết kiệm năng lượng cho chiếu sáng đô thị',
];
const DOCUMENTS = ['submission', 'achievement-report', 'minutes'];

const season = new SeasonWriter({
  ...{ programme: PROGRAMME, campaign: '2024', prefix: 'cdtd-2024', house: HOUSE, year: 2024, filedOn: '2024-07-15' },
  submissionOf: (unit) => `${UNITS.findIndex(([key]) => key === unit) + 31}/TTr-${unit}`,
});

const posts = [
  ...CITY_CHAIRS,
  post('city/home-affairs', 'Giám đốc Sở Nội vụ', 'Director of the Department of Home Affairs', {
    ...{ superior: 'city/vice-chairman', role: 'secretariat' },
  }),
  ...seats('city', SEATS),
  ...UNITS.flatMap(([key]) => nominators(key, HEAD_OF_UNIT, 'city/home-affairs')),
];
const units = [
  { key: 'city', name: { vi: 'Thành phố Hà Nội', en: 'City of Hanoi' } },
  ...UNITS.map(([key, vi, en]) => ({ key, name: { vi, en }, parent: 'city' })),
];
const people = peopleYaml({ inventor, house: HOUSE, units, posts });

/** @param {object} [more] what becomes of the proposal, where that is not the title */
function add(more = {}) {
  const [unit] = UNITS[added++ % UNITS.length];
  const fullName = inventor.fullName();
  const birthYear = inventor.number(1938, 1985);
  const documents = DOCUMENTS;
  const reference = season.add({
    award: PROGRAMME,
    unit,
    kind: 'individual',
    fullName,
    birthYear,
    deed: inventor.pick(DEEDS),
    documents,
    ...more,
  });
  return { fullName, birthYear, unit, reference };
}

let added = 0;
for (let i = 0; i < A_YEAR + 1; i++) add();
// 13 phiếu thuận trên 15 ủy viên là chưa đủ 90 %. Thirteen yes of fifteen seats are less than 90 %.
add({ against: 2 });
const holder = add();

season.write(people, {
  title: { vi: 'Công dân Thủ đô ưu tú, năm 2024', en: 'Outstanding Citizens of the Capital, 2024' },
  open: { ruleSetVersion: `${VERSION}-rehearsal`, opensAt: '2024-06-03T00:00:00+07:00' },
  history: 'lich-su.csv',
  papers: { [PROGRAMME]: { level: 'city', number: '5108/QĐ-UBND', signedOn: '2024-10-04' } },
  session: {
    ...{ council: 'city-council', stage: 'city-session', lines: A_YEAR + 2, written: [14], away: [] },
    members: Array.from({ length: SEATS }, (_, index) => addressOf(seatKey('city', index), HOUSE)),
  },
  figures: [
    { vi: 'Đề nghị', en: 'nominations', count: 'nominations', plan: A_YEAR + 3 },
    { vi: 'Công dân Thủ đô ưu tú năm 2024', en: 'titles of 2024', count: 'titles', plan: A_YEAR },
    { vi: 'Người thứ mười một, chờ', en: 'the eleventh waits', count: 'waiting', plan: 1 },
    {
      vi: '13/15 phiếu thuận: không đạt',
      en: '13 yes of 15: not qualified',
      count: 'nominations',
      where: { state: 'NOT_QUALIFIED' },
      plan: 1,
    },
    {
      ...{ vi: 'Đã được tặng năm 2014: không đủ điều kiện', en: 'given in 2014: ineligible' },
      ...{ count: 'nominations', where: { rule: 'once-in-a-lifetime' }, plan: 1 },
    },
  ],
});
const history = [
  'award,number,signed_on,year,nominee,kind,birth_year,unit,reference',
  [PROGRAMME, '5060/QĐ-UBND', '2014-10-08', 2014, holder.fullName, 'individual', holder.birthYear, holder.unit, holder.reference].join(','),
];
writeFileSync(inRoot('programmes', PROGRAMME, 'demo', 'lich-su.csv'), `${history.join('\n')}\n`);
writeRehearsal(PROGRAMME, VERSION);
