import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useCouncilSessions, useFacets } from '../../api/questions.ts';
import type { CouncilSessionLine } from '../../api/types.ts';
import { Choice } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { momentOf } from '../../words/dates.ts';
import { sessionLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { sessionTone } from './session-tone.ts';

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

function Filters({ programme, campaign }: { readonly programme: string; readonly campaign: string }): ReactNode {
  const { words, say } = useSpeech();
  const [, setParams] = useSearchParams();
  const known = useFacets().data?.programmes ?? [];
  const campaigns = known.find(({ key }) => key === programme)?.campaigns ?? [];
  return (
    <>
      <Choice
        label={words.programme}
        value={programme}
        nothing={words.everyProgramme}
        options={known.map(({ key, name }) => ({ value: key, label: say(name) }))}
        onChoose={(chosen) => {
          setParams(chosen === '' ? {} : { programme: chosen });
        }}
      />
      {campaigns.length > 0 && (
        <Choice
          label={words.campaign}
          value={campaign}
          nothing={words.all}
          options={campaigns.map(({ key }) => ({ value: key, label: key }))}
          onChoose={(chosen) => {
            setParams({ programme, ...(chosen !== '' && { campaign: chosen }) });
          }}
        />
      )}
    </>
  );
}

/** Sessions of the councils in the reader's units, the latest first. */
export function SessionsPage(): ReactNode {
  const { words } = useSpeech();
  const [params] = useSearchParams();
  const programme = params.get('programme') ?? '';
  const campaign = params.get('campaign') ?? '';
  const sessions = useCouncilSessions(programme, campaign);
  const columns = useColumns();
  return (
    <Page title={words.sessions} tools={<Filters programme={programme} campaign={campaign} />}>
      <Answered query={sessions}>
        {(answer) => (
          <div className="card">
            <Table caption={words.sessions} columns={columns} rows={answer.sessions} keyOf={({ id }) => id} empty={words.noSessions} />
          </div>
        )}
      </Answered>
    </Page>
  );
}
