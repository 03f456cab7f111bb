import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useNomination } from '../../api/questions.ts';
import { useMay } from '../../api/session.tsx';
import type { NominationDetail } from '../../api/types.ts';
import { Page } from '../../parts/page.tsx';
import { Answered } from '../../parts/states.tsx';
import { StateTag, Tag } from '../../parts/tag.tsx';
import { useSpeech } from '../../words/words.tsx';
import { AfterwardsTab } from './afterwards-tab.tsx';
import { CaseActions } from './case-actions.tsx';
import { ClockSection } from './clock-section.tsx';
import { DecisionList, DocumentList, HoldList } from './case-lists.tsx';
import { Dossier } from './dossier.tsx';
import { MailTab } from './mail-tab.tsx';
import { RoutePicture } from './route-picture.tsx';
import { TaskTable } from './task-table.tsx';
import { TimelineTab } from './timeline-tab.tsx';
import { WorkflowTab } from './workflow-tab.tsx';

interface Tab {
  readonly key: string;
  readonly label: string;
  readonly children: ReactNode;
}

function useTabs(nomination: NominationDetail): Tab[] {
  const { words } = useSpeech();
  const mails = useMay('read-mail');
  const machine = useMay('read-workflow');
  const after = useMay('read-registry');
  const { id } = nomination;
  return [
    { key: 'timeline', label: words.timeline, children: <TimelineTab nomination={nomination} /> },
    { key: 'tasks', label: words.tasks, children: <TaskTable tasks={nomination.tasks} /> },
    { key: 'documents', label: words.documents, children: <DocumentList documents={nomination.documents} /> },
    ...(after ? [{ key: 'afterwards', label: words.afterwards, children: <AfterwardsTab nomination={nomination} /> }] : []),
    ...(mails ? [{ key: 'mails', label: words.mails, children: <MailTab id={id} /> }] : []),
    ...(machine ? [{ key: 'workflow', label: words.workflow, children: <WorkflowTab id={id} /> }] : []),
  ];
}

function Details({ nomination }: { readonly nomination: NominationDetail }): ReactNode {
  const [params, setParams] = useSearchParams();
  const tabs = useTabs(nomination);
  return (
    <>
      <RoutePicture route={nomination.route} />
      <div className="columns">
        <Dossier nomination={nomination} />
        <ClockSection nomination={nomination} />
      </div>
      <DecisionList nomination={nomination} />
      <HoldList holds={nomination.holds} />
      <div className="card">
        <Tabs
          items={tabs}
          activeKey={params.get('tab') ?? 'timeline'}
          onChange={(tab) => {
            setParams({ tab }, { replace: true });
          }}
        />
      </div>
    </>
  );
}

/** A result stands while it is complained about, and the case is open for whoever hears it. */
function isComplainedOf({ endedAt, tasks }: NominationDetail): boolean {
  return endedAt === null && tasks.some(({ kind, state }) => kind === 'complaint' && state === 'open');
}

/** One nomination: where it stands, whose turn it is, what happened, what may be done. */
export function NominationPage(): ReactNode {
  const { words, say } = useSpeech();
  const { id = '' } = useParams();
  const nomination = useNomination(id);
  const known = nomination.data;
  const lead = known && (
    <>
      {say(known.awardName)} · {say(known.programmeName)} · {known.campaign} <StateTag state={known.state} />{' '}
      {isComplainedOf(known) && <Tag tone="late">{words.underComplaint}</Tag>} {known.held && <Tag tone="good">{words.held}</Tag>}{' '}
      {known.late && <Tag tone="late">{words.late}</Tag>}
    </>
  );
  return (
    <Page title={known?.nominee ?? words.nominations} lead={lead} tools={known && <CaseActions nomination={known} />}>
      <Answered query={nomination}>{(answer) => <Details nomination={answer} />}</Answered>
    </Page>
  );
}
