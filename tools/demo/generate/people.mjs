// The people of a programme as YAML: whoever holds a post, every name and address invented.

/**
 * @typedef {{ vi: string, en: string }} Text
 * @typedef {{ key: string, name: Text, parent?: string }} Unit
 * @typedef {{ key: string, title: Text, superior?: string, role?: 'reviewer' | 'secretariat' | 'authority' | 'nominator', language?: 'vi' | 'en', addedLater?: boolean }} Post
 */

const SINCE = '2019-01-01';
const HEAD = [
  '# yaml-language-server: $schema=../people.schema.json',
  '# Đơn vị, chức vụ và người giữ chức vụ. Mọi tên người và địa chỉ thư đều là tên đặt ra. Tệp do tools/demo/generate viết.',
  '# Units, posts and who holds them. Every name of a person and every address is invented. Written by tools/demo/generate.',
];

const textOf = ({ vi, en }) => `{ vi: "${vi}", en: "${en}" }`;

/** The head, the deputy and the officer of a unit that nominates. Who files does not decide: the head's delegate is the deputy. @param {string} unit @param {Text} title of the head @param {string} superior @returns {Post[]} */
export function nominators(unit, title, superior) {
  const officer = { vi: 'Cán bộ thi đua, khen thưởng', en: 'Emulation and commendation officer' };
  return [
    { key: `${unit}/head`, title, superior, role: 'reviewer' },
    { key: `${unit}/deputy`, title: deputyOf(title), superior: `${unit}/head`, role: 'reviewer', addedLater: true },
    { key: `${unit}/officer`, title: officer, superior: `${unit}/head`, role: 'nominator' },
  ];
}

function deputyOf({ vi, en }) {
  const deputy = en.startsWith('Chairman')
    ? `Vice-${en.replace('Chairman', 'chairman')}`
    : `Deputy ${en.charAt(0).toLowerCase()}${en.slice(1)}`;
  return { vi: `Phó ${vi}`, en: deputy };
}

/** Seats of a council in a unit: the chair, the vice-chair, then members by number. @param {string} unit @param {number} count @returns {Post[]} */
export function seats(unit, count) {
  return Array.from({ length: count }, (_, index) => ({ key: seatKey(unit, index), title: seatTitle(index), role: 'reviewer' }));
}

/** @param {string} unit @param {number} index from 0 */
export function seatKey(unit, index) {
  return `${unit}/council-${String(index + 1).padStart(2, '0')}`;
}

function seatTitle(index) {
  if (index === 0) return { vi: 'Chủ tịch Hội đồng Thi đua - Khen thưởng', en: 'Chair of the Emulation and Commendation Council' };
  if (index === 1) return { vi: 'Phó Chủ tịch thường trực Hội đồng', en: 'Standing vice-chair of the council' };
  return { vi: `Ủy viên Hội đồng số ${index + 1}`, en: `Council member no. ${index + 1}` };
}

/** Where the holder of a post reads mail: `head.phuong-01@ntl.example.vn`. @param {string} key @param {string} house */
export function addressOf(key, house) {
  const [unit, post] = key.split('/');
  return `${post}.${unit}@${house}.example.vn`;
}

/**
 * people.yaml. @param {{ inventor: import('./invent.mjs').Inventor, house: string, units: Unit[], posts: Post[] }} of
 * `house`: the first part of the addresses
 */
export function peopleYaml({ inventor, house, units, posts }) {
  const first = posts.map((post) => ({ ...post, id: post.key.replace('/', '-'), fullName: post.addedLater ? '' : inventor.fullName() }));
  const later = inventor.aside();
  const held = first.map((entry) => ({ ...entry, fullName: entry.fullName || later.fullName() }));
  const unit = ({ key, name, parent }) =>
    `  - { key: ${key}, name: ${textOf(name)},${parent ? ` parent: ${parent},` : ''} validFrom: ${SINCE} }`;
  const person = ({ id, fullName, key, language = 'vi' }) =>
    `  - { id: ${id}, fullName: "${fullName}", email: ${addressOf(key, house)}, language: ${language} }`;
  const post = ({ key, title, superior, id }) =>
    `  - { key: ${key}, unit: ${unitOf(key)}, title: ${textOf(title)},${superior ? ` superior: ${superior},` : ''} holders: [{ person: ${id}, from: ${SINCE} }] }`;
  const role = ({ id, role: name, key }) => `  - { person: ${id}, role: ${name}, unit: ${unitOf(key)}, from: ${SINCE} }`;
  const lines = [
    ...[...HEAD, '', 'units:', ...units.map(unit)],
    ...['', 'people:', ...held.map(person), '', 'posts:', ...held.map(post)],
    ...['', 'roles:', ...held.filter((entry) => entry.role).map(role), ''],
  ];
  return lines.join('\n');
}

const unitOf = (key) => key.split('/')[0];
