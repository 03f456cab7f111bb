import type { ReactNode } from 'react';
import type { ComplaintLine } from '../../api/types.ts';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { dateOf, momentOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';
import { About } from './about.tsx';

function Standing({ line: { outcome, settledAt } }: { readonly line: ComplaintLine }): ReactNode {
  const { words } = useSpeech();
  if (settledAt === null) return <Tag tone="calm">{words.beingHeard}</Tag>;
  return (
    <>
      <Tag tone={outcome === 'upheld' ? 'good' : 'still'}>{outcome === 'upheld' ? words.complaintUpheld : words.complaintDismissed}</Tag>
      <span className="rest">{dateOf(settledAt)}</span>
    </>
  );
}

interface ComplaintTableProps {
  readonly complaints: readonly ComplaintLine[];
  /** False on the page of the nomination itself. */
  readonly withNomination?: boolean;
}

/** Complaints: on what ground, by whom, heard by whom, until when, and what became of them. */
export function ComplaintTable({ complaints, withNomination = true }: ComplaintTableProps): ReactNode {
  const { words, say } = useSpeech();
  const about: Column<ComplaintLine> = { key: 'about', title: words.nominee, cell: (line) => <About line={line} /> };
  const columns: readonly Column<ComplaintLine>[] = [
    ...(withNomination ? [about] : []),
    {
      key: 'ground',
      title: words.ground,
      wide: true,
      cell: ({ groundIn, instance }) => (
        <>
          {say(groundIn)}
          <span className="rest">
            {words.instance} {instance}
          </span>
        </>
      ),
    },
    { key: 'by', title: words.filedBy, cell: ({ filedBy }) => filedBy },
    { key: 'filed', title: words.filedAt, cell: ({ filedAt }) => dateOf(filedAt) },
    { key: 'handler', title: words.handler, cell: ({ handler }) => handler ?? '–' },
    {
      key: 'due',
      title: words.dueAt,
      cell: ({ dueAt, late }) => (
        <>
          {dueAt === null ? '–' : momentOf(dueAt)} {late && <Tag tone="late">{words.late}</Tag>}
        </>
      ),
    },
    { key: 'state', title: words.state, cell: (line) => <Standing line={line} /> },
  ];
  return <Table caption={words.complaints} columns={columns} rows={complaints} keyOf={({ id }) => id} empty={words.noComplaints} />;
}
