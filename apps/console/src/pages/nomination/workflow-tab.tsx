import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useWorkflow } from '../../api/questions.ts';
import type { WorkflowView } from '../../api/types.ts';
import { Facts } from '../../parts/facts.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { momentOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';

type Activity = WorkflowView['pendingActivities'][number];

function Activities({ activities }: { readonly activities: readonly Activity[] }): ReactNode {
  const { words } = useSpeech();
  const columns = [
    { key: 'type', title: words.kind, cell: ({ type }: Activity) => type },
    { key: 'since', title: words.opened, cell: ({ since, paused }: Activity) => `${momentOf(since)}${paused ? ` · ${words.held}` : ''}` },
    { key: 'attempt', title: words.attempt, cell: ({ attempt }: Activity) => attempt },
    {
      key: 'next',
      title: words.nextAttempt,
      cell: ({ nextAttemptAt }: Activity) => (nextAttemptAt === null ? '–' : momentOf(nextAttemptAt)),
    },
    { key: 'failure', title: words.lastFailure, cell: ({ lastFailure }: Activity) => lastFailure ?? '–' },
  ];
  return (
    <>
      <h3>{words.pendingActivities}</h3>
      <Table
        caption={words.pendingActivities}
        columns={columns}
        rows={activities}
        keyOf={({ type, since }) => `${type}-${since}`}
        empty={words.none}
      />
    </>
  );
}

function Machine({ view }: { readonly view: WorkflowView }): ReactNode {
  const { words } = useSpeech();
  if (!view.sees) return <Alert role="alert" type="warning" showIcon title={words.cannotSeeWorkflow} />;
  return (
    <>
      <Facts
        facts={[
          [words.workflow, view.workflowId],
          [words.asOf, momentOf(view.asOf)],
          [words.lastFailure, view.lastFailure],
          [words.timers, view.timers.map(({ at, is }) => `${momentOf(at)} ${is}`).join(', ')],
        ]}
      />
      {view.link !== null && (
        <p>
          <a href={view.link} target="_blank" rel="noreferrer">
            {words.openTemporal}
          </a>
        </p>
      )}
      <Activities activities={view.pendingActivities} />
    </>
  );
}

/** The workflow behind the case, for operators. */
export function WorkflowTab({ id }: { readonly id: string }): ReactNode {
  return <Answered query={useWorkflow(id)}>{(view) => <Machine view={view} />}</Answered>;
}
