import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useComplaints, useObjections, useRecalls, useReexaminations, type AftermathView } from '../../api/aftermath.ts';
import { useMay } from '../../api/session.tsx';
import type { ComplaintList } from '../../api/types.ts';
import { Choice } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { ViewPager } from '../../parts/pager.tsx';
import { ProgrammeChoice } from '../../parts/programme-choice.tsx';
import { Answered } from '../../parts/states.tsx';
import { useUrlView, type ViewChange } from '../../parts/url-view.ts';
import { useSpeech } from '../../words/words.tsx';
import { ComplaintTable } from './complaint-table.tsx';
import { ObjectionTable } from './objection-table.tsx';
import { RecallTable } from './recall-table.tsx';
import { ReexaminationTable } from './reexamination-table.tsx';
import { UnnumberedTab } from './unnumbered-tab.tsx';

const KEYS = ['tab', 'programme', 'open', 'ground', 'cursor'] as const;

type View = ViewChange<(typeof KEYS)[number]>;

interface TabProps {
  readonly view: View;
  readonly change: (changes: View) => void;
}

function Filters({ view, change, children }: TabProps & { readonly children?: ReactNode }): ReactNode {
  const { words } = useSpeech();
  return (
    <div className="filters">
      <Choice
        label={words.show}
        value={view.open ?? ''}
        nothing={words.all}
        options={[
          { value: 'true', label: words.stillOpen },
          { value: 'false', label: words.alreadySettled },
        ]}
        onChoose={(open) => {
          change({ open });
        }}
      />
      <ProgrammeChoice
        chosen={view.programme ?? ''}
        onChoose={(programme) => {
          change({ programme, ground: '' });
        }}
      />
      {children}
    </div>
  );
}

const asked = ({ programme, open, cursor }: View): AftermathView => ({ programme, open, cursor });

function GroundChoice({ grounds, view, change }: TabProps & Pick<ComplaintList, 'grounds'>): ReactNode {
  const { words, say } = useSpeech();
  return (
    <Choice
      label={words.ground}
      value={view.ground ?? ''}
      nothing={words.all}
      options={grounds.map(({ ground, groundIn }) => ({ value: ground, label: say(groundIn) }))}
      onChoose={(ground) => {
        change({ ground });
      }}
    />
  );
}

function ComplaintTab(props: TabProps): ReactNode {
  const { words } = useSpeech();
  const { view } = props;
  const complaints = useComplaints({ ...asked(view), ground: view.ground });
  return (
    <>
      <p className="soft tab-lead">{words.complaintsLead}</p>
      <Filters {...props}>
        <GroundChoice {...props} grounds={complaints.data?.grounds ?? []} />
      </Filters>
      <Answered query={complaints}>
        {({ items, nextCursor }) => (
          <>
            <ComplaintTable complaints={items} />
            <ViewPager {...props} nextCursor={nextCursor} />
          </>
        )}
      </Answered>
    </>
  );
}

function RecallTab(props: TabProps): ReactNode {
  const { words } = useSpeech();
  const recalls = useRecalls(asked(props.view));
  return (
    <>
      <p className="soft tab-lead">{words.recallsLead}</p>
      <Filters {...props} />
      <Answered query={recalls}>
        {({ items, nextCursor }) => (
          <>
            <RecallTable recalls={items} />
            <ViewPager {...props} nextCursor={nextCursor} />
          </>
        )}
      </Answered>
    </>
  );
}

function ReexaminationTab(props: TabProps): ReactNode {
  const { words } = useSpeech();
  const lines = useReexaminations(asked(props.view));
  return (
    <>
      <p className="soft tab-lead">{words.reexaminationsLead}</p>
      <Filters {...props} />
      <Answered query={lines}>
        {({ items, nextCursor }) => (
          <>
            <ReexaminationTable lines={items} />
            <ViewPager {...props} nextCursor={nextCursor} />
          </>
        )}
      </Answered>
    </>
  );
}

function ObjectionTab(props: TabProps): ReactNode {
  const { words } = useSpeech();
  const objections = useObjections(props.view.cursor);
  return (
    <>
      <p className="soft tab-lead">{words.objectionsLead}</p>
      <Answered query={objections}>
        {({ items, nextCursor }) => (
          <>
            <ObjectionTable objections={items} />
            <ViewPager {...props} nextCursor={nextCursor} />
          </>
        )}
      </Answered>
    </>
  );
}

/** What came up after results: complaints, what must come back, who must be examined again, who objects. */
export function ComplaintsPage(): ReactNode {
  const { words } = useSpeech();
  const { view, change } = useUrlView(KEYS);
  const objections = useMay('read-objection');
  const tabs = [
    { key: 'complaints', label: words.complaints, children: <ComplaintTab view={view} change={change} /> },
    { key: 'recalls', label: words.recalls, children: <RecallTab view={view} change={change} /> },
    { key: 'reexaminations', label: words.reexaminations, children: <ReexaminationTab view={view} change={change} /> },
    { key: 'unnumbered', label: words.unnumbered, children: <UnnumberedTab view={view} change={change} /> },
    ...(objections ? [{ key: 'objections', label: words.objections, children: <ObjectionTab view={view} change={change} /> }] : []),
  ];
  return (
    <Page title={words.aftermath} lead={words.aftermathLead}>
      <div className="card">
        <Tabs
          items={tabs}
          destroyOnHidden
          activeKey={view.tab ?? 'complaints'}
          onChange={(tab) => {
            change({ tab: tab === 'complaints' ? '' : tab, ground: '' });
          }}
        />
      </div>
    </Page>
  );
}
