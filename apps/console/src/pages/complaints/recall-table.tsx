import type { ReactNode } from 'react';
import type { RecallLine } from '../../api/types.ts';
import type { Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { dateOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';
import { About } from './about.tsx';
import { NotedTable } from './noted-table.tsx';

function What({ line: { what, amount } }: { readonly line: RecallLine }): ReactNode {
  const { words, language } = useSpeech();
  if (what === 'object') return words.recalledObject;
  const shown = language === 'vi' ? amount?.replace('.', ',') : amount;
  return (
    <>
      {words.recalledMoney}
      {amount !== null && (
        <span className="rest">
          {shown} {words.baseSalary}
        </span>
      )}
    </>
  );
}

function Standing({ line: { state, recoveredAt, recoveredBy, paper } }: { readonly line: RecallLine }): ReactNode {
  const { words } = useSpeech();
  if (state === 'due' || recoveredAt === null) return <Tag tone="late">{words.stillOut}</Tag>;
  return (
    <>
      <Tag tone="still">{words.recovered}</Tag>
      <span className="rest">
        {dateOf(recoveredAt)} · {paper} · {recoveredBy}
      </span>
    </>
  );
}

interface RecallTableProps {
  readonly recalls: readonly RecallLine[];
  readonly withNomination?: boolean;
}

/** Objects and money that must come back, and a way to note that they did. */
export function RecallTable({ recalls, withNomination = true }: RecallTableProps): ReactNode {
  const { words } = useSpeech();
  const about: Column<RecallLine> = { key: 'about', title: words.nominee, cell: (line) => <About line={line} /> };
  const columns: readonly Column<RecallLine>[] = [
    ...(withNomination ? [about] : []),
    { key: 'what', title: words.whatRecalled, cell: (line) => <What line={line} /> },
    { key: 'since', title: words.dueSince, cell: ({ dueSince }) => dateOf(dueSince) },
    { key: 'state', title: words.state, cell: (line) => <Standing line={line} /> },
  ];
  return (
    <NotedTable
      caption={words.recalls}
      columns={columns}
      rows={recalls}
      empty={words.noRecalls}
      is="recovery"
      label={words.noteRecovery}
      isDue={({ state }) => state === 'due'}
    />
  );
}
