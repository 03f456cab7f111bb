import {
  endOfDate,
  instantAt,
  type Directory,
  type Holding,
  type Instant,
  type IsoDate,
  type Person,
  type Role,
  type Substitution,
  type Text,
  type Unit,
  type WorkingCalendar,
} from '@laurel/domain';

/** Who holds a post, from one day to another, both included; without `to` until further notice. */
export interface HolderEntry {
  readonly person: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface PostEntry {
  /** `<unit>/<post>` */
  readonly key: string;
  readonly unit: string;
  readonly title: Text;
  readonly superior: string | null;
  readonly holders: readonly HolderEntry[];
}

/** A substitute from one day to another, both included. */
export interface SubstitutionEntry {
  readonly post: string;
  readonly person: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly reason: string;
}

/** A role in the console from a day on; without a unit in all units of the programme. Whoever holds a post reviews in its unit anyway. */
export interface RoleEntry {
  readonly person: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly from: IsoDate;
}

/** People, posts and units of a programme as its `people.yaml` says. */
export interface PeopleFile {
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly posts: readonly PostEntry[];
  readonly substitutions: readonly SubstitutionEntry[];
  readonly roles?: readonly RoleEntry[];
}

/** People are appointed by civil dates, also where a programme is rehearsed on days that last seconds. */
function civil(calendar: WorkingCalendar): WorkingCalendar {
  return calendar.days.kind === 'civil' ? calendar : { ...calendar, days: { kind: 'civil', zone: 'UTC' } };
}

function holdingsOf(people: PeopleFile, starts: (on: IsoDate) => Instant, ends: (on: IsoDate) => Instant): Holding[] {
  return people.posts.flatMap((post) =>
    post.holders.map(({ person, from, to }) => ({
      post: post.key,
      personId: person,
      from: starts(from),
      to: to === null ? null : ends(to),
    })),
  );
}

/** Roles as they are granted: from the first instant of their day. */
export function roleGrantsOf(
  people: PeopleFile,
  calendar: WorkingCalendar,
): readonly { readonly personId: string; readonly role: Role; readonly unit: string | null; readonly from: Instant }[] {
  const zoned = civil(calendar);
  return (people.roles ?? []).map(({ person, role, unit, from }) => ({
    personId: person,
    role,
    unit,
    from: instantAt(zoned, from, '00:00'),
  }));
}

/** A first or a last day of people and posts: its first instant, and the one at which it is over, in the calendar's zone. Throws RangeError for no date. */
export function appointedDay(calendar: WorkingCalendar, on: IsoDate): { readonly starts: Instant; readonly ends: Instant } {
  const zoned = civil(calendar);
  return { starts: instantAt(zoned, on, '00:00'), ends: endOfDate(zoned, on) };
}

/** The people file as a directory of version 1, its dates turned into instants of the calendar's zone. */
export function directoryOf(programme: string, people: PeopleFile, calendar: WorkingCalendar): Directory {
  const starts = (on: IsoDate): Instant => appointedDay(calendar, on).starts;
  const ends = (on: IsoDate): Instant => appointedDay(calendar, on).ends;
  const substitutions: Substitution[] = people.substitutions.map(({ post, person, from, to, reason }) => ({
    post,
    personId: person,
    from: starts(from),
    to: ends(to),
    reason,
  }));
  const byKey = people.posts.map(({ key, unit, title, superior }) => [key, { key, unit, title, superior }] as const);
  return {
    programme,
    version: 1,
    people: new Map(people.people.map((person) => [person.id, person])),
    units: new Map(people.units.map((unit) => [unit.key, unit])),
    posts: new Map(byKey),
    holdings: holdingsOf(people, starts, ends),
    substitutions,
  };
}
