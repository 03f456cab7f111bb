import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { ask } from '../../api/client.ts';
import { useNames } from '../../api/names.ts';
import { useMay } from '../../api/session.tsx';
import type { Grant, Grants } from '../../api/types.ts';
import { Page, Section } from '../../parts/page.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { dateOf } from '../../words/dates.ts';
import { roleLabel } from '../../words/labels.ts';
import { plain } from '../../words/plain.ts';
import { useSpeech } from '../../words/words.tsx';
import { EndGrant } from './end-grant.tsx';
import { InviteForm } from './invite-form.tsx';
import { placeOf } from './place-of.ts';

/** Rows that are drawn before one asks for more. */
const AT_ONCE = 50;

interface GrantTableProps {
  readonly grants: readonly Grant[];
  readonly columns: readonly Column<Grant>[];
}

/** The first of those whose name, address or id holds what is typed. */
function GrantTable({ grants, columns }: GrantTableProps): ReactNode {
  const { words } = useSpeech();
  const [asked, setAsked] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  const wanted = plain(asked.trim());
  const found = grants.filter(({ fullName, email, personId }) => plain([fullName, email, personId].join(' ')).includes(wanted));
  return (
    <>
      <SearchField asked={asked} hint={words.findPerson} onSearch={setAsked} />
      <Table caption={words.access} columns={columns} rows={found.slice(0, most)} keyOf={({ id }) => id} empty={words.nothingHere} />
      {found.length > most && (
        <Button
          onClick={() => {
            setMost(most + AT_ONCE);
          }}
        >
          {words.more}
        </Button>
      )}
    </>
  );
}

/** Who may do what where, and inviting somebody new. */
export function AccessPage(): ReactNode {
  const { words, language } = useSpeech();
  const names = useNames();
  const mayChange = useMay('change-access');
  const grants = useQuery({ queryKey: ['grants'], queryFn: () => ask<Grants>('/v1/console/access/grants') });
  const columns: readonly Column<Grant>[] = [
    {
      key: 'who',
      title: words.actor,
      cell: ({ fullName, email, personId }) => (
        <>
          {fullName ?? email ?? personId}
          {fullName !== null && <span className="rest">{email ?? personId}</span>}
        </>
      ),
    },
    { key: 'role', title: words.roles, cell: ({ role }) => roleLabel(role, language) },
    { key: 'where', title: words.unit, cell: (grant) => placeOf(grant, names, words.everyProgramme) },
    { key: 'from', title: words.validFrom, cell: ({ validFrom }) => dateOf(validFrom) },
    { key: 'to', title: words.until, cell: ({ validTo }) => (validTo === null ? '–' : dateOf(validTo)) },
    ...(mayChange
      ? [{ key: 'end', title: words.actions, cell: (grant: Grant) => (grant.validTo === null ? <EndGrant grant={grant} /> : null) }]
      : []),
  ];
  return (
    <Page title={words.access}>
      {mayChange && <InviteForm />}
      <Section title={words.roles}>
        <Answered query={grants}>{({ grants: rows }) => <GrantTable grants={rows} columns={columns} />}</Answered>
      </Section>
    </Page>
  );
}
