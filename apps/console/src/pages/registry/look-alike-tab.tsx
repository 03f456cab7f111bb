import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useNames } from '../../api/names.ts';
import { useLookAlikes } from '../../api/registry.ts';
import { useMay } from '../../api/session.tsx';
import type { LookAlikes, NomineeRow } from '../../api/types.ts';
import { Choice } from '../../parts/field.tsx';
import { ViewPager } from '../../parts/pager.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { useUrlView } from '../../parts/url-view.ts';
import { momentOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';
import { DifferentDialog } from './different-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { ProgrammeFilter } from '../../parts/programme-filter.tsx';
import { Reasons } from './reasons.tsx';

const KEYS = ['tab', 'programme', 'different', 'cursor'] as const;

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

function Why({ pair }: { readonly pair: LookAlikes }): ReactNode {
  const { different } = pair;
  if (!different) return <Reasons likeness={pair} />;
  return (
    <>
      {different.reason}
      <span className="rest">
        {momentOf(different.saidAt)} · {different.actor}
      </span>
    </>
  );
}

interface Chosen {
  readonly to: 'merge' | 'different';
  readonly pair: LookAlikes;
}

function Actions({ pair, onChoose }: { readonly pair: LookAlikes; readonly onChoose: (chosen: Chosen) => void }): ReactNode {
  const { words } = useSpeech();
  const mayChange = useMay('change-registry');
  const button = (to: Chosen['to'], label: string): ReactNode => (
    <Button
      size="small"
      aria-label={`${label}: ${pair.nominee.fullName}`}
      disabled={!mayChange}
      onClick={() => {
        onChoose({ to, pair });
      }}
    >
      {label}
    </Button>
  );
  return (
    <div className="page-tools">
      {pair.different === null && button('merge', words.compareAndMerge)}
      {button('different', pair.different ? words.maybeSame : words.differentPeople)}
    </div>
  );
}

function useColumns(onChoose: (chosen: Chosen) => void): readonly Column<LookAlikes>[] {
  const { words } = useSpeech();
  return [
    { key: 'a', title: 'A', cell: ({ nominee }) => <Entry row={nominee} /> },
    { key: 'b', title: 'B', cell: ({ other }) => <Entry row={other} /> },
    { key: 'why', title: words.reasonsFor, wide: true, cell: (pair) => <Why pair={pair} /> },
    { key: 'actions', title: words.actions, cell: (pair) => <Actions pair={pair} onChoose={onChoose} /> },
  ];
}

function ChosenDialog({ chosen: { to, pair }, onClose }: { readonly chosen: Chosen; readonly onClose: () => void }): ReactNode {
  if (to === 'different') return <DifferentDialog pair={pair} onClose={onClose} />;
  return <MergeDialog leftId={pair.nominee.id} rightId={pair.other.id} onClose={onClose} />;
}

/** Entries of one name, two by two, with what speaks for their being one; or those that are known to be two, and why. */
export function LookAlikeTab(): ReactNode {
  const { words } = useSpeech();
  const { view, change } = useUrlView(KEYS);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const known = view.different === 'true';
  const pairs = useLookAlikes({ programme: view.programme, cursor: view.cursor, ...(known && { different: 'true' }) });
  const columns = useColumns(setChosen);
  return (
    <>
      <p className="soft tab-lead">{words.lookAlikesLead}</p>
      <ProgrammeFilter view={view} change={change}>
        <Choice
          label={words.show}
          value={known ? 'true' : ''}
          nothing={words.toCompare}
          options={[{ value: 'true', label: words.knownDifferent }]}
          onChoose={(different) => {
            change({ different });
          }}
        />
      </ProgrammeFilter>
      <Answered query={pairs}>
        {({ items, nextCursor }) => (
          <>
            <Table
              caption={words.lookAlikes}
              columns={columns}
              rows={items}
              keyOf={({ nominee, other }) => `${nominee.id}-${other.id}`}
              empty={known ? words.noKnownDifferent : words.noLookAlikes}
            />
            <ViewPager view={view} change={change} nextCursor={nextCursor} />
          </>
        )}
      </Answered>
      {chosen && (
        <ChosenDialog
          chosen={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </>
  );
}
