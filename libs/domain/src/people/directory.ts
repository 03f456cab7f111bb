import type { Instant, IsoDate, Language, Text } from '../time.ts';

export interface Person {
  readonly id: string;
  readonly fullName: string;
  readonly email: string;
  readonly language: Language;
  /** How reminders reach this person; `each` when absent. Mandatory mails always do. */
  readonly reminders?: ReminderWish;
}

export type ReminderWish = 'each' | 'digest' | 'none';

/** A unit of the organisation, with the dates in which it exists and who follows it when it is abolished. */
export interface Unit {
  readonly key: string;
  readonly name: Text;
  readonly parent: string | null;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly successor: string | null;
}

/** A post that rules name: `<unit>/<post>`; its superior answers when it is silent. */
export interface Post {
  readonly key: string;
  readonly unit: string;
  readonly title: Text;
  readonly superior: string | null;
}

/** Who holds a post from when to when (half open, instants). */
export interface Holding {
  readonly post: string;
  readonly personId: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A time-bound substitute for everything that a post is asked. */
export interface Substitution {
  readonly post: string;
  readonly personId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
}

/** People, posts and units of one programme at one version. */
export interface Directory {
  readonly programme: string;
  readonly version: number;
  readonly people: ReadonlyMap<string, Person>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly posts: ReadonlyMap<string, Post>;
  readonly holdings: readonly Holding[];
  readonly substitutions: readonly Substitution[];
}

/** Who is asked for a post at an instant; `actingFor` names the holder whom a substitute stands in for. */
export interface Assignee {
  readonly post: string;
  readonly person: Person;
  readonly actingFor: Person | null;
}

/** The post that a rule's reference means for a nomination of `unit`. */
export function postOf(reference: string, unit: string): string {
  return reference.startsWith('@unit/') ? `${unit}/${reference.slice('@unit/'.length)}` : reference;
}

/** Who holds the post itself at the instant, away or not. */
export function holderOf({ holdings, people }: Directory, post: string, at: Instant): Person | null {
  const holding = holdings.find((h) => h.post === post && h.from <= at && (h.to === null || at < h.to));
  return holding ? (people.get(holding.personId) ?? null) : null;
}

/** Who may be asked for the post at the instant, in this order: the running substitute, then the holder. */
export function assigneesOf(directory: Directory, post: string, at: Instant): readonly Assignee[] {
  const holder = holderOf(directory, post, at);
  const substitution = directory.substitutions.find((s) => s.post === post && s.from <= at && at < s.to);
  const substitute = substitution ? directory.people.get(substitution.personId) : undefined;
  const standsIn = substitute ? [{ post, person: substitute, actingFor: holder }] : [];
  return holder ? [...standsIn, { post, person: holder, actingFor: null }] : standsIn;
}

/** Who holds the post at the instant, the running substitute first; null when nobody does. */
export function assigneeOf(directory: Directory, post: string, at: Instant): Assignee | null {
  return assigneesOf(directory, post, at)[0] ?? null;
}

/** Whether the unit is abolished by that day: its last day, which `validTo` names, is over. */
export function isAbolished({ validTo }: Unit, on: IsoDate): boolean {
  return validTo !== null && validTo < on;
}

/** The unit that does the work of `unit` on a day: itself, or who follows it where it is abolished. */
export function unitOn(directory: Directory, unit: string, on: IsoDate): string {
  const passed = new Set<string>();
  let current = unit;
  for (let known = directory.units.get(current); known?.successor && isAbolished(known, on); known = directory.units.get(current)) {
    if (passed.has(current)) return unit;
    passed.add(current);
    current = known.successor;
  }
  return current;
}

/** The post that does the work of `post` on a day: the same post of the successor where its unit is abolished. */
export function postOn(directory: Directory, post: string, on: IsoDate): string {
  const [unit = '', name = ''] = post.split('/');
  const now = `${unitOn(directory, unit, on)}/${name}`;
  return directory.posts.has(now) ? now : post;
}
