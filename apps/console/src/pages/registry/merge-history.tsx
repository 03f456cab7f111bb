import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../api/session.tsx';
import type { MergeRecord, NomineeDetail } from '../../api/types.ts';
import { Section } from '../../parts/page.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { momentOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';
import { UnmergeDialog } from './unmerge-dialog.tsx';

function Standing({ record: { undoneAt, undoneBy, undoneReason } }: { readonly record: MergeRecord }): ReactNode {
  const { words } = useSpeech();
  if (undoneAt === null) return <Tag tone="calm">{words.standsMerged}</Tag>;
  return (
    <>
      <Tag tone="still">{words.undone}</Tag>
      <span className="rest">
        {momentOf(undoneAt)} · {undoneBy}: {undoneReason}
      </span>
    </>
  );
}

/** Every merge of this entry: who said it, why, and whether it was taken back. */
export function MergeHistory({ nominee }: { readonly nominee: NomineeDetail }): ReactNode {
  const { words } = useSpeech();
  const mayChange = useMay('change-registry');
  const [undone, setUndone] = useState<MergeRecord | null>(null);
  const columns: readonly Column<MergeRecord>[] = [
    {
      key: 'nominee',
      title: words.nominee,
      cell: ({ nomineeId, nominee: name }) => <Link to={`/registry/${encodeURIComponent(nomineeId)}`}>{name}</Link>,
    },
    { key: 'at', title: words.mergedAt, cell: ({ mergedAt }) => momentOf(mergedAt) },
    { key: 'actor', title: words.actor, cell: ({ actor }) => actor },
    { key: 'reason', title: words.reason, cell: ({ reason }) => reason },
    { key: 'state', title: words.state, cell: (record) => <Standing record={record} /> },
    {
      key: 'undo',
      title: words.actions,
      cell: (record) =>
        record.undoneAt === null && mayChange ? (
          <Button
            size="small"
            aria-label={`${words.unmerge}: ${record.nominee}`}
            onClick={() => {
              setUndone(record);
            }}
          >
            {words.unmerge}
          </Button>
        ) : (
          '–'
        ),
    },
  ];
  return (
    <Section title={words.merges}>
      <Table
        caption={words.merges}
        columns={columns}
        rows={nominee.merges}
        keyOf={({ nomineeId, mergedAt }) => `${nomineeId}-${mergedAt}`}
        empty={words.nothingHere}
      />
      {undone && (
        <UnmergeDialog
          nomineeId={undone.nomineeId}
          name={undone.nominee}
          onClose={() => {
            setUndone(null);
          }}
        />
      )}
    </Section>
  );
}
