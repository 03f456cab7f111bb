import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useNames } from '../../api/names.ts';
import type { ReexaminationLine } from '../../api/types.ts';
import type { Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { dateOf } from '../../words/dates.ts';
import { ruleLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { About } from './about.tsx';
import { NotedTable } from './noted-table.tsx';

function Standing({ line: { settledAt, settledBy, finding } }: { readonly line: ReexaminationLine }): ReactNode {
  const { words } = useSpeech();
  if (settledAt === null) return <Tag tone="late">{words.toExamine}</Tag>;
  return (
    <>
      <Tag tone="still">{words.examined}</Tag>
      <span className="rest">
        {dateOf(settledAt)} · {settledBy}
      </span>
      {finding}
    </>
  );
}

/** Who relied on an award that was taken back, and what looking again found. */
export function ReexaminationTable({ lines }: { readonly lines: readonly ReexaminationLine[] }): ReactNode {
  const { words, language } = useSpeech();
  const names = useNames();
  const columns: readonly Column<ReexaminationLine>[] = [
    { key: 'about', title: words.nominee, cell: (line) => <About line={line} /> },
    {
      key: 'revoked',
      title: words.reliedOn,
      wide: true,
      cell: ({ revokedNominationId, revokedNominee, revokedAward, programme, rule }) => (
        <>
          <Link to={`/nominations/${encodeURIComponent(revokedNominationId)}?tab=afterwards`}>{revokedNominee}</Link>
          <span className="rest">
            {names.award(programme, revokedAward)} · {ruleLabel(rule, language)}
          </span>
        </>
      ),
    },
    { key: 'opened', title: words.dueSince, cell: ({ openedAt }) => dateOf(openedAt) },
    { key: 'state', title: words.state, cell: (line) => <Standing line={line} /> },
  ];
  return (
    <NotedTable
      caption={words.reexaminations}
      columns={columns}
      rows={lines}
      empty={words.noReexaminations}
      is="finding"
      label={words.noteFinding}
      isDue={({ settledAt }) => settledAt === null}
    />
  );
}
