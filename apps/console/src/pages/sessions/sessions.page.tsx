import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCouncilSessions, useFacets } from '../../api/questions.ts';
import { useMay } from '../../api/session.tsx';
import type { CouncilSessionLine } from '../../api/types.ts';
import { Choice } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { ViewPager } from '../../parts/pager.tsx';
import { ProgrammeChoice } from '../../parts/programme-choice.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useUrlView, type ViewChange } from '../../parts/url-view.ts';
import { momentOf } from '../../words/dates.ts';
import { sessionLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { sessionTone } from './session-tone.ts';

const NEW_SESSION = '/sessions/new';
const KEYS = ['programme', 'campaign', 'cursor'] as const;

interface FiltersProps {
  readonly view: ViewChange<(typeof KEYS)[number]>;
  readonly change: (changes: FiltersProps['view']) => void;
}

function useColumns(): readonly Column<CouncilSessionLine>[] {
  const { words, language, say } = useSpeech();
  return [
    {
      key: 'council',
      title: words.council,
      cell: ({ id, council, campaign }) => (
        <>
          <Link to={`/sessions/${encodeURIComponent(id)}`}>{say(council.name)}</Link>
          <span className="rest">{campaign}</span>
        </>
      ),
    },
    { key: 'state', title: words.state, cell: ({ state }) => <Tag tone={sessionTone(state)}>{sessionLabel(state, language)}</Tag> },
    { key: 'meets', title: words.meetsAt, cell: ({ meetsAt }) => momentOf(meetsAt) },
    { key: 'closes', title: words.ballotCloses, cell: ({ ballotClosesAt }) => momentOf(ballotClosesAt) },
    { key: 'lines', title: words.count, align: 'right', cell: ({ lines }) => lines },
    { key: 'voted', title: words.ballotIn, align: 'right', cell: ({ voted, seats }) => `${String(voted)}/${String(seats)}` },
  ];
}

function Filters({ view, change }: FiltersProps): ReactNode {
  const { words } = useSpeech();
  const known = useFacets().data?.programmes ?? [];
  const campaigns = known.find(({ key }) => key === view.programme)?.campaigns ?? [];
  return (
    <>
      <ProgrammeChoice
        chosen={view.programme ?? ''}
        onChoose={(programme) => {
          change({ programme, campaign: '' });
        }}
      />
      {campaigns.length > 0 && (
        <Choice
          label={words.campaign}
          value={view.campaign ?? ''}
          nothing={words.all}
          options={campaigns.map(({ key }) => ({ value: key, label: key }))}
          onChoose={(campaign) => {
            change({ campaign });
          }}
        />
      )}
    </>
  );
}

function ConveneLink(): ReactNode {
  const { words } = useSpeech();
  const navigate = useNavigate();
  return (
    <Button
      type="primary"
      href={NEW_SESSION}
      onClick={(event) => {
        event.preventDefault();
        void navigate(NEW_SESSION);
      }}
    >
      {words.convene}
    </Button>
  );
}

/** Sessions of the councils in the reader's units, the latest first. */
export function SessionsPage(): ReactNode {
  const { words } = useSpeech();
  const { view, change } = useUrlView(KEYS);
  const sessions = useCouncilSessions(view);
  const mayRun = useMay('run-session');
  const columns = useColumns();
  return (
    <Page
      title={words.sessions}
      tools={
        <>
          <Filters view={view} change={change} />
          {mayRun && <ConveneLink />}
        </>
      }
    >
      <Answered query={sessions}>
        {({ sessions: lines, nextCursor }) => (
          <div className="card">
            <Table caption={words.sessions} columns={columns} rows={lines} keyOf={({ id }) => id} empty={words.noSessions} />
            <ViewPager nextCursor={nextCursor} view={view} change={change} />
          </div>
        )}
      </Answered>
    </Page>
  );
}
