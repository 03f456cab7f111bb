import { Alert, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useStuck } from '../../api/operations.ts';
import type { Remedy, Stuck } from '../../api/types.ts';
import { Page } from '../../parts/page.tsx';
import { Answered } from '../../parts/states.tsx';
import { momentOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';
import { HealthTab } from './health-tab.tsx';
import { GroupCard } from './group-card.tsx';
import { RemedyDialog } from './remedy-dialog.tsx';

/** What this list cannot see is said before what it sees: an empty list must never look healthy by mistake. */
function Blindness({ stuck }: { readonly stuck: Stuck }): ReactNode {
  const { words } = useSpeech();
  const unseen = [
    ...(stuck.sees.temporal ? [] : [words.cannotSeeTemporal]),
    ...(stuck.sees.database ? [] : [words.cannotSeeDatabase]),
    ...(stuck.sees.visibility ? [] : [words.cannotSeeVisibility]),
    ...(stuck.stale ? [words.staleLook] : []),
  ];
  return unseen.map((sentence) => <Alert key={sentence} role="alert" type="error" showIcon title={sentence} />);
}

function blind({ sees, stale }: Stuck): boolean {
  return stale || !sees.temporal || !sees.database || !sees.visibility;
}

interface GroupsProps {
  readonly stuck: Stuck;
  /** False while the server does not answer: what it said last is shown, and nothing of it is called healthy. */
  readonly isCurrent: boolean;
  readonly onRemedy: (remedy: Remedy, groupKey: string) => void;
}

function Groups({ stuck, isCurrent, onRemedy }: GroupsProps): ReactNode {
  const { words } = useSpeech();
  return (
    <>
      <p className="soft as-of" role="status">
        {words.asOf} {momentOf(stuck.asOf)} · {words.reconciled}: {stuck.differences}
      </p>
      <Blindness stuck={stuck} />
      {stuck.groups.length === 0 && isCurrent && !blind(stuck) && <Alert type="success" showIcon title={words.nothingStuck} />}
      {stuck.groups.map((group) => (
        <GroupCard
          key={group.groupKey}
          group={group}
          onRemedy={(remedy) => {
            onRemedy(remedy, group.groupKey);
          }}
        />
      ))}
    </>
  );
}

/** The dialog stands beside the list: a cause that a remedy has ended leaves the list, and what became of it stays to be read. */
function StuckTab(): ReactNode {
  const query = useStuck(undefined);
  const [asked, setAsked] = useState<{ readonly remedy: Remedy; readonly groupKey: string } | null>(null);
  return (
    <>
      <Answered query={query}>
        {(stuck) => (
          <Groups
            stuck={stuck}
            isCurrent={!query.isError}
            onRemedy={(remedy, groupKey) => {
              setAsked({ remedy, groupKey });
            }}
          />
        )}
      </Answered>
      {asked !== null && (
        <RemedyDialog
          remedy={asked.remedy}
          target={{ groupKey: asked.groupKey }}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

/** What is stuck, why, since when and what cures it; and the health of every part. */
export function OperationsPage(): ReactNode {
  const { words } = useSpeech();
  const [params, setParams] = useSearchParams();
  const tabs = [
    { key: 'stuck', label: words.stuck, children: <StuckTab /> },
    { key: 'health', label: words.health, children: <HealthTab /> },
  ];
  return (
    <Page title={words.operations}>
      <Tabs
        items={tabs}
        activeKey={params.get('tab') ?? 'stuck'}
        onChange={(tab) => {
          setParams({ tab }, { replace: true });
        }}
      />
    </Page>
  );
}
