import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RuleSet } from '@laurel/domain';
import { loadProgramme } from './load-programme.ts';
import type { PeopleFile } from './people-file.ts';
import type { Problem } from './problems.ts';
import { problemsIn, SHIPPED } from './programme-folder.fixture.ts';

const SEATS = 15;

/** A programme with every kind of stage, two routes, a council of fifteen and awards with conditions. */
export const ALL_KINDS = `
programme: du-loai
version: "2026.1"
name: { vi: "Đủ loại", en: "All kinds" }
validFrom: 2026-01-01
source: "Đặt ra để thử (invented for tests)"
calendar: viet-nam

levels:
  - { key: unit, name: { vi: "Cấp đơn vị", en: "Unit" }, awards: false }
  - { key: district, name: { vi: "Cấp quận", en: "District" }, awards: true }
  - { key: city, name: { vi: "Cấp thành phố", en: "City" }, awards: true }

decisionNumbers:
  - { level: district, pattern: "{n}/QĐ-UBND", perYear: true }
  - { level: city, pattern: "{n}/QĐ-UBND", perYear: true }

exclusionGroups: [deeds]

awards:
  - key: commendation
    name: { vi: "Giấy khen", en: "Commendation" }
    level: district
    issuer: district/chairman
    recipientKinds: [individual, collective, household]
    exclusionGroup: deeds
    cap: { scope: unit, period: campaign, max: 3 }
  - key: fighter
    name: { vi: "Chiến sĩ thi đua", en: "Emulation fighter" }
    level: city
    issuer: city/chairman
    recipientKinds: [individual]
    repeat: once-per-period
    period: year
    prerequisites:
      - { award: commendation, times: 3, consecutive: years }
    bonusMultiple: "3.0"
    form: { vi: "Bằng và huy hiệu", en: "Diploma and badge" }
  - key: citizen
    name: { vi: "Công dân ưu tú", en: "Excellent citizen" }
    level: city
    issuer: city/chairman
    recipientKinds: [individual]
    repeat: once-in-a-lifetime
    posthumous: true
    cap: { scope: programme, period: year, max: 10 }

councils:
  - key: city-council
    name: { vi: "Hội đồng Thi đua - Khen thưởng thành phố", en: "City Emulation and Commendation Council" }
    level: city
    chair: city/seat-01
    seats: [${Array.from({ length: SEATS }, (_, i) => seatOf(i)).join(', ')}]
    secretary: city/office

completion:
  maxReturns: 1
  wait: &short
    clock: { mode: working-days, days: 5, countStartDay: false }
    remindAt: [-1, 0]
    escalateAfter: null
    closesAfter: 0

withdrawUntil: decided

routes:
  - key: simplified
    name: { vi: "Rút gọn", en: "Simplified" }
    for: { awards: [commendation], streams: [ad-hoc] }
    withdrawUntil: final-level
    completion:
      maxReturns: 0
      wait: *short
    stages:
      - &intake
        kind: intake
        key: intake
        level: unit
        requiredDocuments:
          - { kind: summary, name: { vi: "Tóm tắt thành tích", en: "Summary" } }
        excludedBases: []
      - &decide
        kind: decision
        key: district-decision
        level: district
        authority: district/chairman
        award: proposed
        mayReferUp: false
        wait: &wait
          clock: { mode: working-days, days: 5, countStartDay: false }
          remindAt: [-1, 0]
          escalateAfter: 1
          closesAfter: 3
        timeout: { kind: hand-over, to: superior }
      - { kind: publication, key: publication, level: district }

  - key: standard
    name: { vi: "Thông thường", en: "Standard" }
    stages:
      - kind: intake
        key: intake
        level: unit
        requiredDocuments:
          - { kind: report, name: { vi: "Báo cáo thành tích", en: "Achievement report" } }
        excludedBases: []
      - kind: appraisal
        key: appraisal
        level: district
        appraiser: district/office
        grounds:
          - { rule: no-discipline, text: { vi: "Đang bị kỷ luật", en: "Under discipline" } }
        wait: *wait
        moreTime: { workingDays: 5, times: 1 }
        timeout: { kind: escalate-again, times: 2, everyWorkingDays: 2, then: hand-over }
      - kind: decision
        key: district-decision
        level: district
        authority: district/chairman
        award: proposed
        mayReferUp: true
        wait: *wait
        timeout: { kind: hand-over, to: superior }
      - kind: consultation
        key: consultation
        level: city
        bodies: [city/tax, city/police]
        wait: { clock: { mode: working-days, days: 10, countStartDay: false }, remindAt: [-3, 0], escalateAfter: null, closesAfter: 0 }
        onSilence: agree
        answeredBy: city/office
        answerWait: *wait
      - kind: review
        key: panel
        level: city
        reviewers: [city/tax, city/police, city/office]
        rule: { kind: k-of-n, k: 2 }
        wait: *wait
        timeout: { kind: lapse }
      - kind: notice
        key: notice
        level: city
        clock: { mode: working-days, days: 10, countStartDay: false }
        secretariat: city/office
        answerWait: *wait
        endsBefore: session
      - kind: session
        key: session
        level: city
        council: city-council
        award: proposed
        ballot:
          quorum: { numerator: 2, denominator: 3, of: total }
          threshold: { percent: 90, compare: ">=", of: total }
          secret: true
          absentees: written
          chairInFavour: true
      - kind: decision
        key: city-decision
        level: city
        authority: city/chairman
        award: proposed
        mayReferUp: false
        wait: *wait
        timeout: { kind: hand-over, to: superior }
      - { kind: publication, key: publication, level: city }
`;

function seatOf(index: number): string {
  return `city/seat-${String(index + 1).padStart(2, '0')}`;
}

const POSTS: readonly (readonly [key: string, title: string, superior: string | null])[] = [
  ['unit-a/head', 'Thủ trưởng đơn vị', 'district/office'],
  ['unit-a/officer', 'Cán bộ thi đua', 'unit-a/head'],
  ['district/office', 'Trưởng phòng Nội vụ', 'district/chairman'],
  ['district/chairman', 'Chủ tịch Ủy ban nhân dân quận', 'city/office'],
  ['city/office', 'Trưởng ban Thi đua - Khen thưởng', 'city/chairman'],
  ['city/tax', 'Cục Thuế', 'city/chairman'],
  ['city/police', 'Công an thành phố', 'city/chairman'],
  ['city/chairman', 'Chủ tịch Ủy ban nhân dân thành phố', 'city/deputy'],
  ['city/deputy', 'Phó Chủ tịch Ủy ban nhân dân thành phố', null],
  ...Array.from({ length: SEATS }, (_, i) => [seatOf(i), i === 0 ? 'Chủ tịch hội đồng' : `Ủy viên ${String(i + 1)}`, null] as const),
];

function peopleYaml(): string {
  const unit = (key: string, parent: string | null): string =>
    `  - { key: ${key}, name: { vi: "${key}", en: "${key}" }, parent: ${String(parent)}, validFrom: 2020-01-01 }`;
  const person = (_: unknown, i: number): string =>
    `  - { id: nguoi-${String(i)}, fullName: "Nguyễn Văn ${String.fromCharCode(65 + i)}", email: nguoi-${String(i)}@example.vn, language: vi }`;
  const post = ([key, title, superior]: (typeof POSTS)[number], i: number): string =>
    `  - { key: ${key}, unit: ${key.split('/')[0] ?? ''}, title: { vi: "${title}", en: "${title}" }, superior: ${String(superior)}, holders: [{ person: nguoi-${String(i)}, from: 2020-01-01 }] }`;
  const units = [unit('city', null), unit('district', 'city'), unit('unit-a', 'district')];
  return ['units:', ...units, 'people:', ...POSTS.map(person), 'posts:', ...POSTS.map(post), ''].join('\n');
}

/** A change of the text: every `find` must occur. */
export interface Change {
  readonly find: string;
  readonly put: string;
}

function changed(changes: readonly Change[]): string {
  return changes.reduce((text, { find, put }) => {
    if (!text.includes(find)) throw new Error(`The programme has no "${find}"`);
    return text.replace(find, put);
  }, ALL_KINDS);
}

/** Runs with the programme in a folder of its own, after the changes; removes the folder. */
export async function withAllKinds<T>(changes: readonly Change[], run: (dir: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'laurel-all-kinds-'));
  try {
    const dir = join(root, 'du-loai');
    await mkdir(dir);
    await cp(join(SHIPPED, 'calendars'), join(root, 'calendars'), { recursive: true });
    await writeFile(join(dir, 'programme.yaml'), changed(changes));
    await writeFile(join(dir, 'people.yaml'), peopleYaml());
    return await run(dir);
  } finally {
    await rm(root, { recursive: true });
  }
}

/** What the reader finds after the changes. */
export const problemsOfAllKinds = (...changes: Change[]): Promise<readonly Problem[]> => withAllKinds(changes, problemsIn);

/** Its rules and people. */
export function allKinds(...changes: Change[]): Promise<{ readonly rules: RuleSet; readonly people: PeopleFile }> {
  return withAllKinds(changes, async (dir) => {
    const { ruleSets, people } = await loadProgramme(dir);
    const [rules] = ruleSets;
    if (!rules) throw new Error('the programme has one version');
    return { rules, people };
  });
}
