import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ask } from '../../api/client.ts';
import { useNames } from '../../api/names.ts';
import { useMe } from '../../api/session.tsx';
import type { SessionView, Sessions } from '../../api/types.ts';
import { Facts } from '../../parts/facts.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { momentOf } from '../../words/dates.ts';
import { roleLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { deviceOf } from './device-of.ts';

function SessionTable(): ReactNode {
  const { words } = useSpeech();
  const { csrf } = useMe();
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => ask<Sessions>('/v1/auth/sessions') });
  const end = async (id: string): Promise<void> => {
    await ask(`/v1/auth/sessions/${encodeURIComponent(id)}`, { method: 'DELETE', csrf });
    await client.invalidateQueries({ queryKey: ['sessions'] });
  };
  const columns: readonly Column<SessionView>[] = [
    {
      key: 'agent',
      title: words.device,
      cell: ({ agent, current }) => (
        <>
          {agent === null ? '–' : deviceOf(agent)} {current && <Tag tone="calm">{words.thisOne}</Tag>}
        </>
      ),
    },
    { key: 'address', title: words.address, cell: ({ address }) => address ?? '–' },
    { key: 'since', title: words.signedInAt, cell: ({ createdAt }) => momentOf(createdAt) },
    { key: 'until', title: words.endsAt, cell: ({ expiresAt }) => momentOf(expiresAt) },
    {
      key: 'end',
      title: words.actions,
      cell: ({ id, current }) => (current ? null : <Button onClick={() => void end(id)}>{words.endSession}</Button>),
    },
  ];
  return (
    <Section title={words.mySessions}>
      <Answered query={sessions}>
        {({ sessions: rows }) => (
          <Table caption={words.mySessions} columns={columns} rows={rows} keyOf={({ id }) => id} empty={words.nothingHere} />
        )}
      </Answered>
    </Section>
  );
}

/** Who one is here, and where one is signed in. */
export function AccountPage(): ReactNode {
  const { words, language, say } = useSpeech();
  const me = useMe();
  const names = useNames();
  const roles = me.roles.map(({ role, programme, unitName }) => {
    const where = [unitName && say(unitName), programme && names.programme(programme)].filter((part): part is string => !!part).join(', ');
    return where === '' ? roleLabel(role, language) : `${roleLabel(role, language)} (${where})`;
  });
  return (
    <Page title={words.account}>
      <Section title={me.name || me.email}>
        <Facts
          facts={[
            [words.email, me.email],
            [words.roles, roles.join('; ')],
            [words.sessionEnds, momentOf(me.sessionEndsAt)],
          ]}
        />
      </Section>
      <SessionTable />
    </Page>
  );
}
