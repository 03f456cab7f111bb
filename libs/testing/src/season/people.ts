import type { Directory, Holding, Person, Post, Text, Unit } from '@laurel/domain';

const same = (name: string): Text => ({ vi: name, en: name });

const PEOPLE: readonly (readonly [id: string, fullName: string])[] = [
  ['head', 'Trần Thị Diệu Linh'],
  ['deputy', 'Tôn Nữ Bảo Châu'],
  ['officer', 'Nguyễn Văn Khôi'],
  ['chairman', 'Bạch Ngọc Sơn'],
  ['vice', 'Lâm Thị Cúc'],
  ['mayor', 'Đào Trọng Tín'],
  ['vice-mayor', 'Mạc Thị Hải Yến'],
];

/** Post, unit, superior and who holds it. */
const POSTS: readonly (readonly [key: string, unit: string, superior: string | null, holder: string])[] = [
  ['unit-a/head', 'unit-a', 'district/vice-chairman', 'head'],
  ['unit-a/deputy-head', 'unit-a', 'unit-a/head', 'deputy'],
  ['unit-a/officer', 'unit-a', 'unit-a/head', 'officer'],
  ['district/chairman', 'district', 'district/vice-chairman', 'chairman'],
  ['district/vice-chairman', 'district', null, 'vice'],
  ['city/chairman', 'city', 'city/vice-chairman', 'mayor'],
  ['city/vice-chairman', 'city', null, 'vice-mayor'],
];

const UNITS: readonly (readonly [key: string, parent: string | null])[] = [
  ['city', null],
  ['district', 'city'],
  ['unit-a', 'district'],
];

function person([id, fullName]: (typeof PEOPLE)[number]): Person {
  return { id, fullName, email: `${id}@example.vn`, language: 'vi' };
}

function unit([key, parent]: (typeof UNITS)[number]): Unit {
  return { key, name: same(key), parent, validFrom: '1970-01-01', validTo: null, successor: null };
}

function post([key, unitKey, superior]: (typeof POSTS)[number]): Post {
  return { key, unit: unitKey, title: same(key), superior };
}

function holding([key, , , personId]: (typeof POSTS)[number]): Holding {
  return { post: key, personId, from: 0, to: null };
}

/** Seven invented people of a unit, its district and its city, each in one post for ever. */
export function people(changes: Partial<Directory> = {}): Directory {
  return {
    programme: 'season',
    version: 1,
    people: new Map(PEOPLE.map((row) => [row[0], person(row)])),
    units: new Map(UNITS.map((row) => [row[0], unit(row)])),
    posts: new Map(POSTS.map((row) => [row[0], post(row)])),
    holdings: POSTS.map(holding),
    substitutions: [],
    ...changes,
  };
}
