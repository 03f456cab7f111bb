import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { ask, withQuery } from '../../api/client.ts';
import type { ProgrammeDetail } from '../../api/types.ts';
import { Facts } from '../../parts/facts.tsx';
import { Choice } from '../../parts/field.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Answered } from '../../parts/states.tsx';
import { civilDate } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';
import { DifferenceTab } from './difference-tab.tsx';
import { SimulatorTab } from './simulator-tab.tsx';

function Rules({ detail }: { readonly detail: ProgrammeDetail }): ReactNode {
  const { say } = useSpeech();
  return detail.sections.map(({ id, title, facts }) => (
    <Section key={id} title={say(title)}>
      <Facts facts={facts.map(({ label, value }) => [say(label), say(value)] as const)} />
    </Section>
  ));
}

function Diagram({ detail }: { readonly detail: ProgrammeDetail }): ReactNode {
  const { words, say, language } = useSpeech();
  const path = `/v1/console/programmes/${encodeURIComponent(detail.programme)}/diagram`;
  return (
    <figure className="diagram" tabIndex={0} aria-label={words.route}>
      <img src={withQuery(path, { version: detail.version, language })} alt={`${words.route}: ${say(detail.name)}`} />
    </figure>
  );
}

function VersionChoice({ detail }: { readonly detail: ProgrammeDetail }): ReactNode {
  const { words } = useSpeech();
  const [params, setParams] = useSearchParams();
  const options = detail.versions.map(({ version, validFrom }) => ({ value: version, label: `${version} (${civilDate(validFrom)})` }));
  return (
    <Choice
      label={words.ruleVersion}
      value={detail.version}
      options={options}
      onChoose={(version) => {
        setParams({ ...Object.fromEntries(params), version });
      }}
    />
  );
}

function Details({ detail }: { readonly detail: ProgrammeDetail }): ReactNode {
  const { words } = useSpeech();
  const [params, setParams] = useSearchParams();
  const tabs = [
    { key: 'route', label: words.route, children: <Diagram detail={detail} /> },
    { key: 'rules', label: words.rules, children: <Rules detail={detail} /> },
    { key: 'difference', label: words.differences, children: <DifferenceTab detail={detail} /> },
    { key: 'simulator', label: words.simulator, children: <SimulatorTab detail={detail} /> },
  ];
  return (
    <Tabs
      items={tabs}
      activeKey={params.get('tab') ?? 'route'}
      onChange={(tab) => {
        setParams({ ...Object.fromEntries(params), tab }, { replace: true });
      }}
    />
  );
}

/** A programme: its route as a picture, its rules in words, its versions, and what a nomination filed one day would meet. */
export function ProgrammePage(): ReactNode {
  const { words, say } = useSpeech();
  const { programme = '' } = useParams();
  const [params] = useSearchParams();
  const version = params.get('version') ?? undefined;
  const detail = useQuery({
    queryKey: ['programme', programme, version],
    queryFn: () => ask<ProgrammeDetail>(withQuery(`/v1/console/programmes/${encodeURIComponent(programme)}`, { version })),
  });
  return (
    <Page title={detail.data ? say(detail.data.name) : words.programmes} tools={detail.data && <VersionChoice detail={detail.data} />}>
      <Answered query={detail}>{(answer) => <Details detail={answer} />}</Answered>
    </Page>
  );
}
