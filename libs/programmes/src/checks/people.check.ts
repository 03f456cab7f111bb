import type { PeopleFile, PostEntry } from '../people-file.ts';
import type { FieldPath, Report } from '../problems.ts';
import { reportDuplicates, reportUnknown } from './duplicates.ts';

/** What the shape of `people.yaml` cannot say. */
export function checkPeople(people: PeopleFile, report: Report): void {
  reportDuplicates(
    people.people.map(({ id }) => id),
    (i) => ['people', i, 'id'],
    report,
  );
  reportDuplicates(
    people.people.map(({ email }) => email.toLowerCase()),
    (i) => ['people', i, 'email'],
    report,
  );
  reportDuplicates(
    people.posts.map(({ key }) => key),
    (i) => ['posts', i, 'key'],
    report,
  );
  checkUnits(people, report);
  people.posts.forEach((post, i) => checkPost(people, post, i, report));
  reportLoops(new Map(people.posts.map(({ key, superior }) => [key, superior])), (i) => ['posts', i, 'superior'], report);
  checkSubstitutions(people, report);
  checkRoles(people, report);
}

function checkRoles({ roles = [], people, units }: PeopleFile, report: Report): void {
  const personIds = people.map(({ id }) => id);
  const unitKeys = units.map(({ key }) => key);
  roles.forEach(({ person, unit }, i) => {
    reportUnknown(person, personIds, ['roles', i, 'person'], report);
    if (unit !== null) reportUnknown(unit, unitKeys, ['roles', i, 'unit'], report);
  });
}

function checkSubstitutions({ substitutions, posts, people }: PeopleFile, report: Report): void {
  const postKeys = posts.map(({ key }) => key);
  const personIds = people.map(({ id }) => id);
  substitutions.forEach(({ post, person, from, to }, i) => {
    reportUnknown(post, postKeys, ['substitutions', i, 'post'], report);
    reportUnknown(person, personIds, ['substitutions', i, 'person'], report);
    checkDates(from, to, ['substitutions', i, 'to'], report);
  });
}

function checkUnits({ units }: PeopleFile, report: Report): void {
  const keys = units.map(({ key }) => key);
  reportDuplicates(keys, (i) => ['units', i, 'key'], report);
  units.forEach(({ parent, successor, validFrom, validTo }, i) => {
    if (parent !== null) reportUnknown(parent, keys, ['units', i, 'parent'], report);
    if (successor !== null) reportUnknown(successor, keys, ['units', i, 'successor'], report);
    checkDates(validFrom, validTo, ['units', i, 'validTo'], report);
  });
  const parents = new Map(units.map(({ key, parent }) => [key, parent]));
  reportLoops(parents, (i) => ['units', i, 'parent'], report);
  reportLoops(new Map(units.map(({ key, successor }) => [key, successor])), (i) => ['units', i, 'successor'], report);
}

function checkPost(people: PeopleFile, post: PostEntry, index: number, report: Report): void {
  reportUnknown(
    post.unit,
    people.units.map(({ key }) => key),
    ['posts', index, 'unit'],
    report,
  );
  if (!post.key.startsWith(`${post.unit}/`))
    report(['posts', index, 'key'], {
      vi: `Phải bắt đầu bằng "${post.unit}/"`,
      en: `This must begin with "${post.unit}/"`,
    });
  if (post.superior !== null)
    reportUnknown(
      post.superior,
      people.posts.map(({ key }) => key),
      ['posts', index, 'superior'],
      report,
    );
  checkHolders(people, post, index, report);
}

function checkHolders(people: PeopleFile, { holders }: PostEntry, index: number, report: Report): void {
  const ids = people.people.map(({ id }) => id);
  holders.forEach((holder, h) => {
    const path = ['posts', index, 'holders', h];
    reportUnknown(holder.person, ids, [...path, 'person'], report);
    checkDates(holder.from, holder.to, [...path, 'to'], report);
    const before = holders[h - 1];
    if (before && (before.to === null || holder.from <= before.to))
      report([...path, 'from'], {
        vi: `Người trước còn giữ chức vụ đến ${before.to ?? 'nay'}: sửa ngày`,
        en: `The holder before stays until ${before.to ?? 'now'}: mend the dates`,
      });
  });
}

function checkDates(from: string, to: string | null, path: FieldPath, report: Report): void {
  if (to !== null && to < from) report(path, { vi: `Không được trước ngày ${from}`, en: `This must not come before ${from}` });
}

function reportLoops(next: ReadonlyMap<string, string | null>, pathOf: (index: number) => FieldPath, report: Report): void {
  [...next.keys()].forEach((start, i) => {
    const seen = new Set([start]);
    for (let key = next.get(start) ?? null; key !== null && !seen.has(key); key = next.get(key) ?? null) seen.add(key);
    const last = [...seen].at(-1) ?? start;
    if (next.get(last) === start)
      report(pathOf(i), {
        vi: `"${start}" quay vòng về chính nó: sửa lại`,
        en: `"${start}" comes back to itself: mend it`,
      });
  });
}
