import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useNames } from '../../api/names.ts';
import type { HeldTitle, NomineeDetail } from '../../api/types.ts';
import { Table, type Column } from '../../parts/table.tsx';
import { StateTag, Tag } from '../../parts/tag.tsx';
import { civilDate } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';

interface TableProps {
  readonly nominee: NomineeDetail;
}

/** What this nominee was nominated for, entries merged into it included. */
export function NominationTable({ nominee }: TableProps): ReactNode {
  const { words } = useSpeech();
  const names = useNames();
  const columns: readonly Column<NomineeDetail['nominations'][number]>[] = [
    { key: 'id', title: words.thisFiling, cell: ({ id }) => <Link to={`/nominations/${encodeURIComponent(id)}`}>{id}</Link> },
    {
      key: 'campaign',
      title: words.campaign,
      cell: ({ programme, campaign }) => (
        <>
          {campaign}
          <span className="rest">{names.programme(programme)}</span>
        </>
      ),
    },
    { key: 'state', title: words.state, cell: ({ state }) => <StateTag state={state} /> },
  ];
  return (
    <Table caption={words.nominations} columns={columns} rows={nominee.nominations} keyOf={({ id }) => id} empty={words.nothingHere} />
  );
}

function Origin({ title: { nominationId } }: { readonly title: HeldTitle }): ReactNode {
  const { words } = useSpeech();
  if (nominationId === null) return <span className="soft">{words.outsideOnly}</span>;
  return <Link to={`/nominations/${encodeURIComponent(nominationId)}`}>{nominationId}</Link>;
}

/** The titles held, those of earlier years and those taken back too. */
export function TitleTable({ nominee }: TableProps): ReactNode {
  const { words } = useSpeech();
  const names = useNames();
  const columns: readonly Column<HeldTitle>[] = [
    {
      key: 'award',
      title: words.award,
      cell: ({ award, level, revokedOn }) => (
        <>
          {names.award(nominee.programme, award)}{' '}
          {revokedOn !== null && (
            <Tag tone="late">
              {words.revokedTag} {civilDate(revokedOn)}
            </Tag>
          )}
          <span className="rest">{names.level(nominee.programme, level)}</span>
        </>
      ),
    },
    { key: 'year', title: words.year, cell: ({ year }) => year },
    { key: 'number', title: words.number, cell: ({ number }) => number ?? words.noNumberYet },
    { key: 'signed', title: words.signedOn, cell: ({ signedOn }) => civilDate(signedOn) },
    { key: 'origin', title: words.thisFiling, cell: (title) => <Origin title={title} /> },
  ];
  return <Table caption={words.titles} columns={columns} rows={nominee.titles} keyOf={({ id }) => id} empty={words.nothingHere} />;
}
