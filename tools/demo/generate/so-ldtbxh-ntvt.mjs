#!/usr/bin/env node
// Writes people and season of so-ldtbxh-ntvt: 22 titles of the department, 5 of the city.
import { Inventor } from './invent.mjs';
import { CITY_CHAIRS, post } from './offices.mjs';
import { nominators, peopleYaml } from './people.mjs';
import { SeasonWriter } from './season.mjs';

const PROGRAMME = 'so-ldtbxh-ntvt';
const HOUSE = 'sldtbxh';
const inventor = new Inventor(2023);

const HEADS = { vi: 'Giám đốc đơn vị', en: 'Director of the unit' };
const UNITS = [
  ['trung-tam-viec-lam', 'Trung tâm Dịch vụ việc làm', 'Employment service centre'],
  ['co-so-cai-nghien-01', 'Cơ sở cai nghiện số 1', 'Rehabilitation centre no. 1'],
  ['co-so-cai-nghien-02', 'Cơ sở cai nghiện số 2', 'Rehabilitation centre no. 2'],
  ['truong-nghe-01', 'Trường Cao đẳng nghề số 1', 'Vocational college no. 1'],
  ['truong-nghe-02', 'Trường Trung cấp nghề số 2', 'Vocational school no. 2'],
  ['trung-tam-nguoi-co-cong', 'Trung tâm Nuôi dưỡng người có công', 'Home for people with merits'],
  ['trung-tam-bao-tro', 'Trung tâm Bảo trợ xã hội', 'Social protection centre'],
  ['phong-tre-em', 'Phòng Bảo vệ, chăm sóc trẻ em', 'Office for the protection of children'],
];
const DEEDS = [
  'Vận động doanh nghiệp nhận người khuyết tật vào làm',
  'Giúp học viên cai nghiện học nghề mộc',
  'Chăm sóc thương binh nặng trong đợt dịch',
  'Tìm lại gia đình cho trẻ đi lạc',
  'Mở lớp nghề miễn phí buổi tối',
  'Nhặt được của rơi trả lại người mất',
  'Quyên góp áo ấm cho người già neo đơn',
];
const DOCUMENTS = ['submission', 'achievement-report'];

const season = new SeasonWriter({
  ...{ programme: PROGRAMME, campaign: '2023', prefix: 'sld-2023', house: HOUSE, year: 2023, filedOn: '2023-08-01' },
  submissionOf: (unit) => `${UNITS.findIndex(([key]) => key === unit) + 11}/TTr-${unit}`,
});

function add(award, kind, answers) {
  const unit = UNITS[inventor.number(0, UNITS.length - 1)];
  const fullName =
    kind === 'collective' ? `Tổ ${inventor.pick(['công tác', 'chăm sóc', 'tư vấn', 'dạy nghề'])} ${unit[1]}` : inventor.fullName();
  const born = kind === 'individual' ? { birthYear: inventor.number(1965, 1998) } : {};
  season.add({ award, unit: unit[0], kind, fullName, deed: inventor.pick(DEEDS), documents: DOCUMENTS, answers, ...born });
}

const posts = [
  ...CITY_CHAIRS,
  post('department/director', 'Giám đốc Sở', 'Director of the department', { superior: 'city/vice-chairman', role: 'authority' }),
  post('department/deputy-director', 'Phó Giám đốc Sở', 'Deputy director of the department', {
    superior: 'department/director',
    role: 'authority',
  }),
  post('department/office', 'Chánh Văn phòng Sở', 'Head of the department office', {
    superior: 'department/deputy-director',
    role: 'secretariat',
    language: 'en',
  }),
  ...UNITS.flatMap(([key]) => nominators(key, HEADS, 'department/deputy-director')),
];
const units = [
  { key: 'city', name: { vi: 'Thành phố Hà Nội', en: 'City of Hanoi' } },
  {
    key: 'department',
    name: { vi: 'Sở Lao động - Thương binh và Xã hội', en: 'Department of Labour, Invalids and Social Affairs' },
    parent: 'city',
  },
  ...UNITS.map(([key, vi, en]) => ({ key, name: { vi, en }, parent: 'department' })),
];
const people = peopleYaml({ inventor, house: HOUSE, units, posts });

for (let i = 0; i < 22; i++) add('ntvt-co-so', i % 8 === 7 ? 'collective' : 'individual');
for (let i = 0; i < 5; i++) add('ntvt-thanh-pho', i === 0 ? 'collective' : 'individual');
for (let i = 0; i < 2; i++)
  add('ntvt-co-so', 'individual', {
    'department-decision': { decision: 'reject', reason: 'Chưa đạt mức khen thưởng.', signedOn: '2023-09-15' },
  });
add('ntvt-co-so', 'individual', {
  'department-appraisal': { decision: 'ineligible', rule: 'not-of-the-sector', reason: 'Việc tốt ngoài ngành.' },
});

season.write(people, {
  title: {
    vi: 'Sở Lao động - Thương binh và Xã hội, mùa xét 2023',
    en: 'Department of Labour, Invalids and Social Affairs, season of 2023',
  },
  papers: {
    'ntvt-co-so': { level: 'department', number: '1022/QĐ-SLĐTBXH', signedOn: '2023-09-15' },
    'ntvt-thanh-pho': { level: 'city', number: '4905/QĐ-UBND', signedOn: '2023-09-28' },
  },
  session: null,
  figures: [
    { vi: 'Đề nghị', en: 'nominations', count: 'nominations', plan: 30 },
    {
      vi: 'Danh hiệu cấp cơ sở, Sở tặng',
      en: 'grassroots titles',
      count: 'titles',
      where: { level: 'department' },
      plan: 22,
      stated: true,
    },
    { vi: 'Danh hiệu cấp thành phố', en: 'city titles', count: 'titles', where: { level: 'city' }, plan: 5, stated: true },
    { vi: 'Bản ghi danh hiệu', en: 'records', count: 'titles', plan: 27, stated: true },
    { vi: 'Nơi ký', en: 'issuers', count: 'issuers', plan: 2, stated: true },
    { vi: 'Quyết định', en: 'decisions', count: 'decisions', plan: 2, stated: true },
    {
      vi: 'Tập thể được thành phố tặng',
      en: 'collectives of the city',
      count: 'titles',
      where: { level: 'city', kind: 'collective' },
      plan: 1,
    },
    { vi: 'Không đạt', en: 'not qualified', count: 'nominations', where: { state: 'NOT_QUALIFIED' }, plan: 2 },
    { vi: 'Không đủ điều kiện', en: 'ineligible', count: 'nominations', where: { state: 'INELIGIBLE' }, plan: 1 },
  ],
});
