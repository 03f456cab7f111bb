import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useNames } from '../../api/names.ts';
import { useNominee, useProposals } from '../../api/registry.ts';
import { useMay } from '../../api/session.tsx';
import type { NomineeDetail, NomineeMatch } from '../../api/types.ts';
import { Facts } from '../../parts/facts.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { useSpeech } from '../../words/words.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { MergeHistory } from './merge-history.tsx';
import { kindLabel } from './nominee-kind.ts';
import { NominationTable, TitleTable } from './nominee-tables.tsx';
import { Reasons } from './reasons.tsx';
import { UnmergeDialog } from './unmerge-dialog.tsx';

const pathOf = (id: string): string => `/registry/${encodeURIComponent(id)}`;

/** Who may be the same, best first, with what speaks for it. */
function Proposals({ nominee }: { readonly nominee: NomineeDetail }): ReactNode {
  const { words } = useSpeech();
  const names = useNames();
  const proposals = useProposals(nominee.id);
  const mayMerge = useMay('change-registry') && nominee.mergedInto === null;
  const [compared, setCompared] = useState<string | null>(null);
  const columns: readonly Column<NomineeMatch>[] = [
    { key: 'name', title: words.nominee, cell: ({ id, fullName }) => <Link to={pathOf(id)}>{fullName}</Link> },
    { key: 'birth', title: words.birthYear, cell: ({ birthYear }) => birthYear ?? '–' },
    { key: 'unit', title: words.unit, cell: ({ programme, unit }) => names.unit(programme, unit) },
    { key: 'why', title: words.reasonsFor, wide: true, cell: (match) => <Reasons likeness={match} ofNames={match.likeness} /> },
    {
      key: 'compare',
      title: words.actions,
      cell: ({ id, fullName, mergedInto }) => (
        <Button
          size="small"
          aria-label={`${words.compareAndMerge}: ${fullName}`}
          disabled={!mayMerge || mergedInto !== null}
          onClick={() => {
            setCompared(id);
          }}
        >
          {words.compareAndMerge}
        </Button>
      ),
    },
  ];
  return (
    <Section title={words.lookAlikes}>
      <Answered query={proposals}>
        {({ items }) => (
          <Table caption={words.lookAlikes} columns={columns} rows={items} keyOf={({ id }) => id} empty={words.noLookAlikes} />
        )}
      </Answered>
      {compared !== null && (
        <MergeDialog
          leftId={nominee.id}
          rightId={compared}
          onClose={() => {
            setCompared(null);
          }}
        />
      )}
    </Section>
  );
}

/** An entry that was found to be another says so first, and how to take that back. */
function MergedAway({ nominee }: { readonly nominee: NomineeDetail }): ReactNode {
  const { words } = useSpeech();
  const kept = useNominee(nominee.mergedInto ?? '');
  const mayChange = useMay('change-registry');
  const [open, setOpen] = useState(false);
  const back = (
    <Button
      onClick={() => {
        setOpen(true);
      }}
    >
      {words.unmerge}
    </Button>
  );
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={
          <>
            {words.mergedInto} <Link to={pathOf(nominee.mergedInto ?? '')}>{kept.data?.fullName ?? nominee.mergedInto}</Link>
          </>
        }
        action={mayChange ? back : undefined}
      />
      {open && (
        <UnmergeDialog
          nomineeId={nominee.id}
          name={nominee.fullName}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function Details({ nominee }: { readonly nominee: NomineeDetail }): ReactNode {
  const { words } = useSpeech();
  const names = useNames();
  return (
    <>
      {nominee.mergedInto !== null && <MergedAway nominee={nominee} />}
      <Section title={words.nominee}>
        <Facts
          facts={[
            [words.kind, kindLabel(nominee.kind, words)],
            [words.birthYear, nominee.birthYear],
            [words.unit, names.unit(nominee.programme, nominee.unit)],
            [words.programme, names.programme(nominee.programme)],
            [words.reference, nominee.reference],
          ]}
        />
      </Section>
      <Section title={words.nominations}>
        <NominationTable nominee={nominee} />
      </Section>
      <Section title={words.titles}>
        <TitleTable nominee={nominee} />
      </Section>
      <Proposals nominee={nominee} />
      {nominee.merges.length > 0 && <MergeHistory nominee={nominee} />}
    </>
  );
}

/** One entry of the registry: what it was nominated for, what it holds, who may be the same. */
export function NomineePage(): ReactNode {
  const { words } = useSpeech();
  const { id = '' } = useParams();
  const nominee = useNominee(id);
  return (
    <Page title={nominee.data?.fullName ?? words.registry} lead={<Link to="/registry">{words.registry}</Link>}>
      <Answered query={nominee}>{(answer) => <Details nominee={answer} />}</Answered>
    </Page>
  );
}
