import { describe, expect, it } from '@jest/globals';
import { listProgrammes, loadProgramme, ruleSetInForce, simulate, type Programme } from '@laurel/programmes';
import { needed, takes, type RuleSet, type Stream } from '@laurel/domain';
import { join } from 'node:path';
import { ROOT } from '../stack/index.ts';

const FOLDER = join(ROOT, 'programmes');
const load = (name: string): Promise<Programme> => loadProgramme(join(FOLDER, name));

function versionOf({ ruleSets }: Programme, version: string): RuleSet {
  const found = ruleSets.find((rules) => rules.version === version);
  if (!found) throw new Error(`There is no version ${version}`);
  return found;
}

/** The route of somebody's ordinary commendation. */
function routeOf({ routes }: RuleSet, stream: Stream): string | undefined {
  return routes.find((route) => takes(route, { award: 'giay-khen', recipientKind: 'individual', stream }))?.key;
}

/** Without what a rehearsal may change. */
function withoutDays(rules: RuleSet): object {
  return { ...rules, version: null, validFrom: null, validTo: null, calendar: null };
}

describe('the programmes that are shipped', () => {
  it('all read without a mistake', async () => {
    const names = await listProgrammes(FOLDER);
    expect(names).toEqual(
      expect.arrayContaining([
        'cong-dan-thu-do-uu-tu',
        'hai-ba-trung-thi-dua',
        'nam-tu-liem-ntvt',
        'nam-tu-liem-thi-dua',
        'so-ldtbxh-ntvt',
        'so-xay-dung-ntvt',
      ]),
    );
    const programmes = await Promise.all(names.map(load));
    expect(programmes.map(({ programme }) => programme)).toEqual(names);
  });

  it.each([
    ['nam-tu-liem-thi-dua', '2022.1', '2022-02-01'],
    ['cong-dan-thu-do-uu-tu', '2024.1', '2024-07-01'],
  ])('rehearse by the same rules: only the calendar and the dates differ in %s', async (name, version, day) => {
    const programme = await load(name);
    const [real, rehearsal] = [versionOf(programme, version), versionOf(programme, `${version}-rehearsal`)];
    expect(withoutDays(rehearsal)).toEqual(withoutDays(real));
    expect(rehearsal.calendar.id).toBe('rehearsal');
    expect(ruleSetInForce(programme.ruleSets, day)?.version).toBe(version);
  });

  it('give the title of the capital once in a lifetime to ten persons a year, by 14 of 15 members, after 7 working days of notice', async () => {
    const rules = versionOf(await load('cong-dan-thu-do-uu-tu'), '2024.1');
    expect(rules.awards).toMatchObject([
      {
        repeat: 'once-in-a-lifetime',
        posthumous: false,
        recipientKinds: ['individual'],
        cap: { scope: 'programme', period: 'year', max: 10 },
      },
    ]);
    expect(rules.stages.map(({ kind }) => kind)).toEqual(['intake', 'review', 'appraisal', 'session', 'notice', 'decision', 'publication']);
    expect(rules.stages.find(({ kind }) => kind === 'notice')).toMatchObject({ clock: { days: 7 }, endsBefore: 'decision' });
    const [council] = rules.councils;
    const session = rules.stages.find(({ kind }) => kind === 'session');
    expect(session?.kind === 'session' && needed(session.ballot.threshold, council?.seats.length ?? 0)).toBe(14);
  });

  it('give an ad-hoc feat two papers and 5 working days, an ordinary commendation three and 10, across 30/4 and 1/5', async () => {
    const programme = await load('hai-ba-trung-thi-dua');
    const rules = versionOf(programme, '2022.1');
    const found = ['simplified', 'ordinary'].map((key) => {
      const route = rules.routes.find((one) => one.key === key) ?? null;
      const [intake] = route?.stages ?? [];
      const decision = simulate(rules, programme.people, '2026-04-27', 'due', route).stages.find(({ kind }) => kind === 'decision');
      return [intake?.kind === 'intake' && intake.requiredDocuments.length, decision?.wait?.dueAt.on];
    });
    expect([routeOf(rules, 'ad-hoc'), routeOf(rules, 'regular')]).toEqual(['simplified', 'ordinary']);
    expect(found).toEqual([
      [2, '2026-05-06'],
      [3, '2026-05-13'],
    ]);
  });

  it('let orders stand on public notice for ten working days before the council of fifteen sits', async () => {
    const rules = versionOf(await load('nam-tu-liem-thi-dua'), '2022.1');
    const stages = rules.routes.find(({ key }) => key === 'state')?.stages ?? [];
    const kinds = stages.map(({ kind }) => kind);
    expect(kinds.indexOf('notice')).toBeLessThan(kinds.indexOf('session'));
    expect(stages.find(({ kind }) => kind === 'notice')).toMatchObject({
      clock: { mode: 'working-days', days: 10 },
      endsBefore: 'session',
    });
    expect(stages.find(({ kind }) => kind === 'session')).toMatchObject({
      ballot: {
        quorum: { numerator: 2, denominator: 3, of: 'total' },
        threshold: { percent: 90, compare: '>=', of: 'total' },
        secret: true,
        absentees: 'written',
      },
    });
    expect(rules.councils.map(({ seats }) => seats.length)).toEqual([15]);
  });
});
