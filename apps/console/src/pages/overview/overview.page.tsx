import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useFacets, useOverview } from '../../api/questions.ts';
import type { Overview } from '../../api/types.ts';
import { Choice } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { ProgrammeChoice } from '../../parts/programme-choice.tsx';
import { Answered } from '../../parts/states.tsx';
import { countOf, momentOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';
import { CampaignTable } from './campaign-table.tsx';
import { DecidedOverTime, DueByDay } from './over-time.tsx';
import { Endings } from './endings.tsx';
import { Standing } from './standing.tsx';

interface FigureProps {
  readonly label: string;
  readonly value: number;
  readonly to: string;
  readonly late?: boolean;
}

function Figure({ label, value, to, late }: FigureProps): ReactNode {
  const { language } = useSpeech();
  return (
    <Link to={to} className={late && value > 0 ? 'figure figure-late' : 'figure'}>
      <strong>{countOf(value, language)}</strong>
      {label}
    </Link>
  );
}

function Figures({ overview, season }: { readonly overview: Overview; readonly season: string }): ReactNode {
  const { words } = useSpeech();
  const to = (filter: string): string => `/nominations?${[season, filter].filter((part) => part !== '').join('&')}`;
  return (
    <div className="figures">
      <Figure label={words.total} value={overview.total} to={to('')} />
      <Figure label={words.open} value={overview.open} to={to('open=true')} />
      <Figure label={words.late} value={overview.late} to={to('late=true')} late />
      <Figure label={words.dueThisWeek} value={overview.dueThisWeek} to={to('open=true&sort=due')} />
      <Figure label={words.held} value={overview.held} to={to('held=true')} />
      <Figure label={words.decided} value={overview.decided} to={to('open=false')} />
    </div>
  );
}

function SeasonFilter(): ReactNode {
  const { words } = useSpeech();
  const facets = useFacets();
  const [params, setParams] = useSearchParams();
  const programme = params.get('programme') ?? '';
  const known = facets.data?.programmes ?? [];
  const campaigns = known.find(({ key }) => key === programme)?.campaigns ?? [];
  return (
    <div className="filters">
      <ProgrammeChoice
        chosen={programme}
        onChoose={(chosen) => {
          setParams(chosen === '' ? {} : { programme: chosen });
        }}
      />
      {campaigns.length > 0 && (
        <Choice
          label={words.campaign}
          value={params.get('campaign') ?? ''}
          nothing={words.all}
          options={campaigns.map(({ key }) => ({ value: key, label: key }))}
          onChoose={(chosen) => {
            setParams(chosen === '' ? { programme } : { programme, campaign: chosen });
          }}
        />
      )}
    </div>
  );
}

/** A season at a glance: how many stand where, what is late, what falls due, what was decided. */
export function OverviewPage(): ReactNode {
  const { words } = useSpeech();
  const [params] = useSearchParams();
  const overview = useOverview(params.get('programme') ?? undefined, params.get('campaign') ?? undefined);
  const lead = overview.data && `${words.asOf} ${momentOf(overview.data.asOf)}`;
  return (
    <Page title={words.seasonAtGlance} lead={lead}>
      <SeasonFilter />
      <Answered query={overview}>
        {(answer) => (
          <>
            <Figures overview={answer} season={params.toString()} />
            <Standing overview={answer} programme={params.get('programme')} />
            <Endings overview={answer} season={params.toString()} programme={params.get('programme')} />
            <div className="columns">
              <DueByDay overview={answer} />
              <DecidedOverTime overview={answer} />
            </div>
            <CampaignTable overview={answer} />
          </>
        )}
      </Answered>
    </Page>
  );
}
