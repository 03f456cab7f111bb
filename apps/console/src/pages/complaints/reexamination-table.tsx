import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useNames } from '../../api/names.ts';
import { useMay } from '../../api/session.tsx';
import type { ReexaminationLine } from '../../api/types.ts';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { dateOf } from '../../words/dates.ts';
import { ruleLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { About } from './about.tsx';
import { NoteDialog, type Noted } from './note-dialog.tsx';

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
  const mayNote = useMay('change-registry');
  const [noted, setNoted] = useState<Noted | null>(null);
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
    {
      key: 'note',
      title: words.actions,
      cell: ({ id, settledAt, nominee }) =>
        settledAt === null && mayNote ? (
          <Button
            size="small"
            aria-label={`${words.noteFinding}: ${nominee}`}
            onClick={() => {
              setNoted({ is: 'finding', id, of: nominee });
            }}
          >
            {words.noteFinding}
          </Button>
        ) : (
          '–'
        ),
    },
  ];
  return (
    <>
      <Table caption={words.reexaminations} columns={columns} rows={lines} keyOf={({ id }) => id} empty={words.noReexaminations} />
      {noted && (
        <NoteDialog
          noted={noted}
          onClose={() => {
            setNoted(null);
          }}
        />
      )}
    </>
  );
}
