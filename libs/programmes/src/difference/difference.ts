import type { RuleSet, Text, WorkingCalendar } from '@laurel/domain';
import { explain, withKey, type Explanation, type Fact } from '../explain/index.ts';
import type { PeopleFile } from '../people-file.ts';
import { writtenDay } from '../words/dates.ts';
import { plain, text } from '../words/text.ts';

/** A version of a programme: its rules, and the people file that names its posts. */
export interface VersionSide {
  readonly rules: RuleSet;
  readonly people: PeopleFile;
}

/** One rule that is not the same in two versions; a side is null where it has no such rule. */
export interface Difference {
  /** As in {@link Fact}. */
  readonly id: string;
  /** The section that the rule belongs to, and what the file calls it. */
  readonly section: Text;
  readonly sectionKey?: string;
  readonly label: Text;
  /** As in {@link Fact}. */
  readonly key?: string;
  readonly before: Text | null;
  readonly after: Text | null;
}

/** What differs between two rule sets, in the order of the newer one, then what is gone. */
export interface RuleSetDifference {
  readonly from: { readonly programme: string; readonly version: string };
  readonly to: { readonly programme: string; readonly version: string };
  readonly differences: readonly Difference[];
}

interface Placed extends Fact {
  readonly section: Text;
  readonly sectionKey?: string;
}

/** Compares two versions rule by rule, in words; calendars day by day. */
export function differenceOf(from: VersionSide, to: VersionSide): RuleSetDifference {
  const [before, after] = [factsOf(from), factsOf(to)];
  const [older, newer] = [byId(before), byId(after)];
  const changed = after.flatMap((fact) => differs(older.get(fact.id), fact));
  const gone = before.filter(({ id }) => !newer.has(id)).flatMap((fact) => differs(fact, undefined));
  return { from: idOf(from), to: idOf(to), differences: [...changed, ...gone] };
}

function idOf({ rules: { programme, version } }: VersionSide): RuleSetDifference['from'] {
  return { programme, version };
}

function byId(facts: readonly Placed[]): ReadonlyMap<string, Placed> {
  return new Map(facts.map((fact) => [fact.id, fact]));
}

function factsOf({ rules, people }: VersionSide): readonly Placed[] {
  return [...placed(explain(rules, people)), ...calendarFacts(rules.calendar)];
}

function placed({ sections }: Explanation): readonly Placed[] {
  return sections.flatMap(({ title, key, facts }) =>
    facts.map((fact) => ({ ...fact, section: withoutNumber(title), ...(key !== undefined && { sectionKey: key }) })),
  );
}

/** A stage keeps its name where another one is put before it. */
function withoutNumber({ vi, en }: Text): Text {
  return text(vi.replace(/(^|: )Bước \d+\. /, '$1'), en.replace(/(^|: )Stage \d+\. /, '$1'));
}

function differs(before: Placed | undefined, after: Placed | undefined): readonly Difference[] {
  const shown = after ?? before;
  if (!shown || (before && after && same(before.value, after.value) && same(nameOf(before), nameOf(after)))) return [];
  const renamed = before && after && !same(nameOf(before), nameOf(after));
  const said = (fact: Placed | undefined): Text | null => {
    if (!fact) return null;
    const name = nameOf(fact);
    return renamed ? text(`${name.vi}: ${fact.value.vi}`, `${name.en}: ${fact.value.en}`) : fact.value;
  };
  const { value: _value, ...place } = shown;
  return [{ ...place, before: said(before), after: said(after) }];
}

/** What the file calls a rule is a rule itself: others name it. */
const nameOf = ({ label, key }: Fact): Text => withKey(label, key);

function same(a: Text, b: Text): boolean {
  return a.vi === b.vi && a.en === b.en;
}

const CALENDAR = text('Lịch làm việc', 'Working calendar');

function calendarFacts(calendar: WorkingCalendar): readonly Placed[] {
  const day = (list: string, label: Text, on: string, name: Text): Placed => {
    const written = writtenDay(on);
    return {
      id: `calendar/${list}/${on}`,
      section: CALENDAR,
      label,
      value: text(`${written.vi}, ${name.vi}`, `${written.en}, ${name.en}`),
    };
  };
  const { days, weekend } = calendar;
  const zone = days.kind === 'civil' ? days.zone : `${days.dayMs} ms`;
  return [
    { id: 'calendar/days', section: CALENDAR, label: text('Múi giờ', 'Time zone'), value: plain(zone) },
    {
      id: 'calendar/weekend',
      section: CALENDAR,
      label: text('Nghỉ hằng tuần (1 = thứ Hai)', 'Weekly days off (1 = Monday)'),
      value: plain(weekend.join(', ') || '-'),
    },
    ...calendar.holidays.map(({ on, name }) => day('holidays', text('Ngày nghỉ', 'Holiday'), on, name)),
    ...calendar.swapDays.map(({ on, name }) => day('swapDays', text('Ngày làm bù', 'Swap day'), on, name)),
  ];
}
