#!/usr/bin/env node
// Writes people and season of so-xay-dung-ntvt: nothing decided on 12/9/2022; fighters with three years running, one with a gap, one too many.
import { writeFileSync } from 'node:fs';
import { inRoot } from '../../lib/paths.mjs';
import { Inventor } from './invent.mjs';
import { CITY_CHAIRS, CITY_EMULATION_OFFICE, HEAD_OF_UNIT, post } from './offices.mjs';
import { addressOf, nominators, peopleYaml, seatKey, seats } from './people.mjs';
import { SeasonWriter } from './season.mjs';

const PROGRAMME = 'so-xay-dung-ntvt';
const HOUSE = 'sxd';
const SEATS = 11;
const inventor = new Inventor(2022);

const UNITS = [
  ['thanh-tra', 'Thanh tra Sở', 'Inspectorate of the department'],
  ['phong-quan-ly-nha', 'Phòng Quản lý nhà', 'Office of housing'],
  ['ban-quan-ly-01', 'Ban Quản lý dự án số 1', 'Project management board no. 1'],
  ['cong-ty-thoat-nuoc', 'Công ty Thoát nước', 'Drainage company'],
  ['cong-ty-cay-xanh', 'Công ty Công viên, cây xanh', 'Parks and greenery company'],
  ['cong-ty-chieu-sang', 'Công ty Chiếu sáng đô thị', 'Urban lighting company'],
];
const DEEDS = [
  'Cứu người trong vụ ngập đêm mưa lớn',
  'Sáng kiến nạo vét cống không đào đường',
  'Sửa đèn chiếu sáng ngõ nhỏ ngoài giờ',
  'Trả lại tài sản nhặt được cho công nhân',
  'Trồng lại hàng cây sau bão',
  'Giảm thời gian cấp phép cho người dân',
];
const TWO = ['submission', 'achievement-report'];
const THREE = [...TWO, 'minutes'];

const season = new SeasonWriter({
  ...{ programme: PROGRAMME, campaign: '2022', prefix: 'sxd-2022', house: HOUSE, year: 2022, filedOn: '2022-08-15' },
  submissionOf: (unit) => `${UNITS.findIndex(([key]) => key === unit) + 21}/TTr-${unit}`,
});
const history = ['award,number,signed_on,year,nominee,kind,birth_year,unit,reference'];

const posts = [
  ...CITY_CHAIRS,
  CITY_EMULATION_OFFICE,
  ...seats('city', SEATS),
  post('department/director', 'Giám đốc Sở Xây dựng', 'Director of the department', {
    superior: 'city/vice-chairman',
    role: 'authority',
  }),
  post('department/deputy-director', 'Phó Giám đốc Sở Xây dựng', 'Deputy director of the department', {
    superior: 'department/director',
    role: 'authority',
  }),
  ...UNITS.flatMap(([key]) => nominators(key, HEAD_OF_UNIT, 'department/deputy-director')),
];
const units = [
  { key: 'city', name: { vi: 'Thành phố Hà Nội', en: 'City of Hanoi' } },
  { key: 'department', name: { vi: 'Sở Xây dựng', en: 'Department of Construction' }, parent: 'city' },
  ...UNITS.map(([key, vi, en]) => ({ key, name: { vi, en }, parent: 'department' })),
];
const people = peopleYaml({ inventor, house: HOUSE, units, posts });

function add(award, unit, kind, documents) {
  const fullName =
    kind === 'collective'
      ? `Tổ ${inventor.pick(['kỹ thuật', 'thi công', 'trực ban'])} ${UNITS.find(([key]) => key === unit)[1]}`
      : inventor.fullName();
  const birthYear = inventor.number(1965, 1996);
  const reference = season.add({
    award,
    unit,
    kind,
    fullName,
    deed: inventor.pick(DEEDS),
    documents,
    ...(kind === 'individual' && { birthYear }),
  });
  return { fullName, birthYear, reference };
}

/** A city fighter with grassroots titles of these years behind him. */
function addFighter(unit, years) {
  const { fullName, birthYear, reference } = add('chien-si-thi-dua-thanh-pho', unit, 'individual', THREE);
  for (const year of years)
    history.push(
      [
        'chien-si-thi-dua-co-so',
        `${100 + history.length}/QĐ-SXD`,
        `${year}-12-20`,
        year,
        fullName,
        'individual',
        birthYear,
        unit,
        reference,
      ].join(','),
    );
}

for (let i = 0; i < 12; i++) add('ntvt-nganh', UNITS[i % UNITS.length][0], i % 5 === 4 ? 'collective' : 'individual', TWO);
for (let i = 0; i < 3; i++) add('bang-khen-thanh-pho', UNITS[i][0], i === 0 ? 'collective' : 'individual', TWO);
for (let i = 0; i < 4; i++) addFighter('cong-ty-thoat-nuoc', [2019, 2020, 2021]);
addFighter('thanh-tra', [2019, 2020, 2021]);
addFighter('thanh-tra', [2019, 2021, 2022]);

season.write(people, {
  title: { vi: 'Sở Xây dựng, mùa xét 2022', en: 'Department of Construction, season of 2022' },
  history: 'lich-su.csv',
  papers: {
    'ntvt-nganh': { level: 'sector', number: '1190/QĐ-SXD', signedOn: '2022-10-05' },
    'bang-khen-thanh-pho': { level: 'city', number: '3790/QĐ-UBND', signedOn: '2022-10-10' },
    'chien-si-thi-dua-thanh-pho': { level: 'city', number: '3801/QĐ-UBND', signedOn: '2022-10-11' },
  },
  session: {
    ...{ council: 'city-council', stage: 'city-session', lines: 5, written: [9], away: [10] },
    members: Array.from({ length: SEATS }, (_, index) => addressOf(seatKey('city', index), HOUSE)),
  },
  figures: [
    { vi: 'Đề nghị', en: 'nominations', count: 'nominations', plan: 21 },
    { vi: 'Danh hiệu tính đến 12/9/2022', en: 'titles as of 12 Sep 2022', count: 'titles', asOf: '2022-09-12', plan: 0, stated: true },
    { vi: 'Người tốt, việc tốt cấp Ngành', en: 'good deeds, sector', count: 'titles', where: { award: 'ntvt-nganh' }, plan: 12 },
    { vi: 'Bằng khen thành phố', en: 'city certificates', count: 'titles', where: { award: 'bang-khen-thanh-pho' }, plan: 3 },
    { vi: 'Chiến sĩ thi đua Thành phố', en: 'city fighters', count: 'titles', where: { award: 'chien-si-thi-dua-thanh-pho' }, plan: 4 },
    {
      vi: 'Thiếu một năm liên tục',
      en: 'a missing year: ineligible',
      count: 'nominations',
      where: { rule: 'missing-prerequisite' },
      plan: 1,
    },
    { vi: 'Người thứ tư của đơn vị, chờ', en: 'the fourth of a unit waits', count: 'waiting', plan: 1 },
  ],
});
writeFileSync(inRoot('programmes', PROGRAMME, 'demo', 'lich-su.csv'), `${history.join('\n')}\n`);
