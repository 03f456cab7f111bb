import type { ReactNode } from 'react';
import type { Overview } from '../../api/types.ts';
import { Columns } from '../../parts/columns.tsx';
import { Empty } from '../../parts/states.tsx';
import { PictureOrTable } from '../../parts/picture-or-table.tsx';
import { Table } from '../../parts/table.tsx';
import { civilDate, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';

/** What falls due on each of the next days. */
export function DueByDay({ overview }: { readonly overview: Overview }): ReactNode {
  const { words } = useSpeech();
  const days = overview.dueByDay;
  const columns = [
    { key: 'day', title: words.day, cell: ({ day }: (typeof days)[number]) => civilDate(day) },
    { key: 'count', title: words.count, cell: ({ count }: (typeof days)[number]) => count, align: 'right' as const },
  ];
  const bars = days.map(({ day, count }) => ({ label: shortDay(day), values: [count] }));
  const picture = <Columns title={words.dueByDay} names={[words.count]} hues={[0]} bars={bars} />;
  const table = <Table caption={words.dueByDay} columns={columns} rows={days} keyOf={({ day }) => day} empty={words.nothingHere} />;
  return <PictureOrTable title={words.dueByDay} picture={picture} table={table} />;
}

/** What was decided on which day, and how. */
export function DecidedOverTime({ overview }: { readonly overview: Overview }): ReactNode {
  const { words } = useSpeech();
  const days = overview.decidedByDay;
  const names = [words.awarded, words.referredUp, words.notQualified];
  const columns = [
    { key: 'day', title: words.day, cell: ({ day }: (typeof days)[number]) => civilDate(day) },
    { key: 'awarded', title: words.awarded, cell: ({ awarded }: (typeof days)[number]) => awarded, align: 'right' as const },
    { key: 'referred', title: words.referredUp, cell: ({ referred }: (typeof days)[number]) => referred, align: 'right' as const },
    { key: 'not', title: words.notQualified, cell: ({ notQualified }: (typeof days)[number]) => notQualified, align: 'right' as const },
  ];
  const bars = days.map(({ day, awarded, referred, notQualified }) => ({
    label: shortDay(day),
    values: [awarded, referred, notQualified],
  }));
  const picture =
    bars.length === 0 ? (
      <Empty>{words.nothingHere}</Empty>
    ) : (
      <Columns title={words.decidedOverTime} names={names} hues={[0, 1, 2]} bars={bars} />
    );
  const table = <Table caption={words.decidedOverTime} columns={columns} rows={days} keyOf={({ day }) => day} empty={words.nothingHere} />;
  return <PictureOrTable title={words.decidedOverTime} picture={picture} table={table} />;
}
