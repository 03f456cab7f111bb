import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../parts/page.tsx';
import { useSpeech } from '../../words/words.tsx';
import { LookAlikeTab } from './look-alike-tab.tsx';
import { NomineeTab } from './nominee-list.tsx';
import { SuspectedTab } from './suspected-tab.tsx';

/** Everybody who was ever nominated, and what in it may be there twice. */
export function RegistryPage(): ReactNode {
  const { words } = useSpeech();
  const [params, setParams] = useSearchParams();
  const tabs = [
    { key: 'list', label: words.registryList, children: <NomineeTab /> },
    { key: 'look-alikes', label: words.lookAlikes, children: <LookAlikeTab /> },
    { key: 'suspected', label: words.suspected, children: <SuspectedTab /> },
  ];
  return (
    <Page title={words.registry} lead={words.registryLead}>
      <div className="card">
        <Tabs
          items={tabs}
          destroyOnHidden
          activeKey={params.get('tab') ?? 'list'}
          onChange={(tab) => {
            setParams(tab === 'list' ? {} : { tab }, { replace: true });
          }}
        />
      </div>
    </Page>
  );
}
