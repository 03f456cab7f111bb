import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useNames } from '../../api/names.ts';
import { useFacets } from '../../api/questions.ts';
import { useLookAlikes, useSuspected } from '../../api/registry.ts';
import { useMay } from '../../api/session.tsx';
import type { LookAlikes, NomineeRow, SuspectedPair } from '../../api/types.ts';
import { Choice } from '../../parts/field.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { useUrlView, type ViewChange } from '../../parts/url-view.ts';
import { momentOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { Reasons } from './reasons.tsx';

const KEYS = ['tab', 'programme', 'cursor'] as const;

interface ViewProps {
  readonly view: ViewChange<(typeof KEYS)[number]>;
  readonly change: (changes: ViewProps['view']) => void;
}

function ProgrammeFilter({ view, change }: ViewProps): ReactNode {
  const { words, say } = useSpeech();
  const known = useFacets().data?.programmes ?? [];
  return (
    <div className="filters">
      <Choice
        label={words.programme}
        value={view.programme ?? ''}
        nothing={words.everyProgramme}
        options={known.map(({ key, name }) => ({ value: key, label: say(name) }))}
        onChoose={(programme) => {
          change({ programme });
        }}
      />
    </div>
  );
}

function Further({ view, change, nextCursor }: ViewProps & { readonly nextCursor: string | null }): ReactNode {
  return (
    <Pager
      nextCursor={nextCursor}
      cursor={view.cursor}
      onCursor={(cursor) => {
        change({ cursor });
      }}
    />
  );
}

function Entry({ row: { id, fullName, programme, unit, birthYear } }: { readonly row: NomineeRow }): ReactNode {
  const { words } = useSpeech();
  const names = useNames();
  return (
    <>
      <Link to={`/registry/${encodeURIComponent(id)}`}>{fullName}</Link>
      <span className="rest">
        {words.birthYear}: {birthYear ?? '–'} · {names.unit(programme, unit)}
      </span>
    </>
  );
}

/** Entries of one name, two by two, with what speaks for their being one. */
export function LookAlikeTab(): ReactNode {
  const { words } = useSpeech();
  const { view, change } = useUrlView(KEYS);
  const pairs = useLookAlikes({ programme: view.programme, cursor: view.cursor });
  const mayMerge = useMay('change-registry');
  const [compared, setCompared] = useState<LookAlikes | null>(null);
  const columns: readonly Column<LookAlikes>[] = [
    { key: 'a', title: 'A', cell: ({ nominee }) => <Entry row={nominee} /> },
    { key: 'b', title: 'B', cell: ({ other }) => <Entry row={other} /> },
    { key: 'why', title: words.reasonsFor, wide: true, cell: (pair) => <Reasons likeness={pair} /> },
    {
      key: 'compare',
      title: words.actions,
      cell: (pair) => (
        <Button
          size="small"
          aria-label={`${words.compareAndMerge}: ${pair.nominee.fullName}`}
          disabled={!mayMerge}
          onClick={() => {
            setCompared(pair);
          }}
        >
          {words.compareAndMerge}
        </Button>
      ),
    },
  ];
  return (
    <>
      <p className="soft tab-lead">{words.lookAlikesLead}</p>
      <ProgrammeFilter view={view} change={change} />
      <Answered query={pairs}>
        {({ items, nextCursor }) => (
          <>
            <Table
              caption={words.lookAlikes}
              columns={columns}
              rows={items}
              keyOf={({ nominee, other }) => `${nominee.id}-${other.id}`}
              empty={words.noLookAlikes}
            />
            <Further view={view} change={change} nextCursor={nextCursor} />
          </>
        )}
      </Answered>
      {compared && (
        <MergeDialog
          leftId={compared.nominee.id}
          rightId={compared.other.id}
          onClose={() => {
            setCompared(null);
          }}
        />
      )}
    </>
  );
}

function useSuspectedColumns(): readonly Column<SuspectedPair>[] {
  const { words } = useSpeech();
  const names = useNames();
  return [
    {
      key: 'this',
      wide: true,
      title: words.thisFiling,
      cell: ({ nominationId, nominee, deed, programme, unit }) => (
        <>
          <Link to={`/nominations/${encodeURIComponent(nominationId)}`}>{nominee}</Link>
          <span className="rest">{names.unit(programme, unit)}</span>
          {deed}
        </>
      ),
    },
    {
      key: 'other',
      wide: true,
      title: words.otherFiling,
      cell: ({ kind, otherId, otherNominee, otherDeed, programme, otherUnit }) => (
        <>
          {kind === 'nomination' ? <Link to={`/nominations/${encodeURIComponent(otherId)}`}>{otherNominee}</Link> : otherNominee}
          <span className="rest">
            {names.unit(programme, otherUnit)}
            {kind === 'record' && ` · ${words.earlierTitle}`}
          </span>
          {otherDeed}
        </>
      ),
    },
    { key: 'likeness', title: words.likeness, align: 'right', cell: ({ likeness }) => `${String(Math.round(likeness / 10))} %` },
    { key: 'at', title: words.flaggedAt, cell: ({ flaggedAt }) => momentOf(flaggedAt) },
  ];
}

/** Deeds that look filed twice, side by side. */
export function SuspectedTab(): ReactNode {
  const { words } = useSpeech();
  const { view, change } = useUrlView(KEYS);
  const pairs = useSuspected({ programme: view.programme, cursor: view.cursor });
  const columns = useSuspectedColumns();
  return (
    <>
      <p className="soft tab-lead">{words.suspectedLead}</p>
      <ProgrammeFilter view={view} change={change} />
      <Answered query={pairs}>
        {({ items, nextCursor }) => (
          <>
            <Table
              caption={words.suspected}
              columns={columns}
              rows={items}
              keyOf={({ nominationId, kind, otherId }) => `${nominationId}-${kind}-${otherId}`}
              empty={words.noSuspected}
            />
            <Further view={view} change={change} nextCursor={nextCursor} />
          </>
        )}
      </Answered>
    </>
  );
}
