import type { ReactNode } from 'react';
import { useMails } from '../../api/questions.ts';
import type { MailLine } from '../../api/types.ts';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { momentOf } from '../../words/dates.ts';
import { mailKindLabel, mailStateLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';

const TROUBLED = new Set(['unknown', 'failed', 'bounced']);

/** Every mail of the case, and whether it arrived. */
export function MailTab({ id }: { readonly id: string }): ReactNode {
  const { words, language } = useSpeech();
  const mails = useMails(id);
  const columns: readonly Column<MailLine>[] = [
    {
      key: 'recipient',
      title: words.recipient,
      cell: ({ person, to }) => (
        <>
          {person}
          <span className="rest">{to}</span>
        </>
      ),
    },
    { key: 'kind', title: words.kind, cell: ({ kind }) => mailKindLabel(kind, language) },
    {
      key: 'state',
      title: words.state,
      cell: ({ state, lastError }) => (
        <>
          <Tag tone={TROUBLED.has(state) ? 'late' : 'calm'}>{mailStateLabel(state, language)}</Tag>
          {lastError !== null && <span className="rest">{lastError}</span>}
        </>
      ),
    },
    { key: 'attempts', title: words.attempts, cell: ({ attempts }) => attempts, align: 'right' },
    { key: 'accepted', title: words.acceptedAt, cell: ({ acceptedAt }) => (acceptedAt === null ? '–' : momentOf(acceptedAt)) },
  ];
  return (
    <Answered query={mails}>
      {({ mails: rows }) => (
        <Table caption={words.mails} columns={columns} rows={rows} keyOf={({ id: key }) => key} empty={words.nothingHere} />
      )}
    </Answered>
  );
}
