import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useNames } from '../../api/names.ts';
import { useSuspected } from '../../api/registry.ts';
import type { SuspectedPair } from '../../api/types.ts';
import { ViewPager } from '../../parts/pager.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { useUrlView } from '../../parts/url-view.ts';
import { momentOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';
import { ProgrammeFilter } from '../../parts/programme-filter.tsx';

const KEYS = ['tab', 'programme', 'cursor'] as const;

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
            <ViewPager view={view} change={change} nextCursor={nextCursor} />
          </>
        )}
      </Answered>
    </>
  );
}
