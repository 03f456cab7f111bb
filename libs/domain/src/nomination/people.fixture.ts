import type { Directory, Holding, Person, Post, Substitution, Unit } from '../people/directory.ts';
import type { Text } from '../time.ts';

const text = (vi: string): Text => ({ vi, en: vi });

const NAMES: Readonly<Record<string, string>> = {
  'can-bo': 'Nguyễn Đình Phong',
  truong: 'Trần Quang Nghĩa',
  'pho-quan': 'Vương Thị Minh Hiền',
  'chu-quan': 'Phạm Gia Khiêm',
  'ban-thi-dua': 'Hồ Quốc Trung',
  'chu-tp': 'Nguyễn Hoàng Vĩnh An',
  'pho-tp': 'Lương Thị Thanh Bình',
  'uy-vien-1': 'Đỗ Khánh Vy',
  'uy-vien-2': 'Phan Văn Lâm',
  'uy-vien-3': 'Mai Thị Thu Hoài',
  'dong-nghiep': 'Cao Thị Yến',
  'thu-ky': 'Lưu Thị Ngọc Bích',
};

const POSTS: readonly (readonly [post: string, superior: string | null, holder: string])[] = [
  ['phuong-01/officer', 'phuong-01/head', 'can-bo'],
  ['phuong-01/head', 'district/vice-chairman', 'truong'],
  ['district/vice-chairman', 'district/chairman', 'pho-quan'],
  ['district/chairman', 'city/emulation-office', 'chu-quan'],
  ['city/emulation-office', 'city/vice-chairman', 'ban-thi-dua'],
  ['city/chairman', 'city/vice-chairman', 'chu-tp'],
  ['city/vice-chairman', null, 'pho-tp'],
  ['district/emulation-office', 'district/vice-chairman', 'thu-ky'],
  ['district/member-1', 'district/vice-chairman', 'uy-vien-1'],
  ['district/member-2', 'district/vice-chairman', 'uy-vien-2'],
  ['district/member-3', 'district/chairman', 'uy-vien-3'],
];

/** What differs from the usual people. */
export interface Staffing {
  readonly vacant?: readonly string[];
  /** Posts that answer to nobody. */
  readonly topmost?: readonly string[];
  readonly substitutions?: readonly Substitution[];
  readonly units?: readonly Unit[];
  /** Further posts, with who holds them. */
  readonly posts?: readonly (readonly [post: string, superior: string | null, holder: string])[];
}

export function directory({ vacant = [], topmost = [], substitutions = [], units = [], posts = [] }: Staffing = {}): Directory {
  const all = [...POSTS, ...posts];
  const person = (id: string): Person => ({ id, fullName: NAMES[id] ?? id, email: `${id}@example.vn`, language: 'vi' });
  const post = (key: string, superior: string | null): Post => ({
    key,
    unit: key.split('/')[0] ?? key,
    title: text(key),
    superior: topmost.includes(key) ? null : superior,
  });
  const holdings: Holding[] = all.map(([key, , personId]) => ({ post: key, personId, from: 0, to: null }));
  return {
    programme: 'nam-tu-liem-ntvt',
    version: 1,
    people: new Map(Object.keys(NAMES).map((id) => [id, person(id)])),
    units: new Map(units.map((unit) => [unit.key, unit])),
    posts: new Map(all.map(([key, superior]) => [key, post(key, superior)])),
    holdings: holdings.filter((holding) => !vacant.includes(holding.post)),
    substitutions,
  };
}
