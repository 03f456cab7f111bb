import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask, withQuery } from '../../api/client.ts';
import { useNames } from '../../api/names.ts';
import { useMay } from '../../api/session.tsx';
import type { Grant, Grants } from '../../api/types.ts';
import { Choice } from '../../parts/field.tsx';
import { FilterForm } from '../../parts/filter-form.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { ViewPager } from '../../parts/pager.tsx';
import { ProgrammeChoice } from '../../parts/programme-choice.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { useUrlView, type ViewChange } from '../../parts/url-view.ts';
import { dateOf } from '../../words/dates.ts';
import { roleLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { EndGrant } from './end-grant.tsx';
import { InviteForm } from './invite-form.tsx';
import { placeOf } from './place-of.ts';
import { ROLES } from './roles.ts';

const KEYS = ['q', 'programme', 'role', 'cursor'] as const;

interface GrantFiltersProps {
  readonly view: ViewChange<(typeof KEYS)[number]>;
  readonly change: (changes: GrantFiltersProps['view']) => void;
}

function GrantFilters({ view, change }: GrantFiltersProps): ReactNode {
  const { words, language } = useSpeech();
  return (
    <FilterForm
      search={{
        asked: view.q,
        hint: words.findPerson,
        onSearch: (q) => {
          change({ q });
        },
      }}
      onClear={() => {
        change({ q: '', programme: '', role: '' });
      }}
    >
      <ProgrammeChoice
        chosen={view.programme ?? ''}
        onChoose={(programme) => {
          change({ programme });
        }}
      />
      <Choice
        label={words.roles}
        value={view.role ?? ''}
        nothing={words.all}
        options={ROLES.map((role) => ({ value: role, label: roleLabel(role, language) }))}
        onChoose={(role) => {
          change({ role });
        }}
      />
    </FilterForm>
  );
}

function useColumns(): readonly Column<Grant>[] {
  const { words, language } = useSpeech();
  const names = useNames();
  const mayChange = useMay('change-access');
  return [
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
}

/** Who may do what where, and inviting somebody new. */
export function AccessPage(): ReactNode {
  const { words } = useSpeech();
  const mayChange = useMay('change-access');
  const { view, change } = useUrlView(KEYS);
  const grants = useQuery({
    queryKey: ['grants', view],
    queryFn: () => ask<Grants>(withQuery('/v1/console/access/grants', view)),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <Page title={words.access}>
      {mayChange && <InviteForm />}
      <Section title={words.roles}>
        <GrantFilters view={view} change={change} />
        <Answered query={grants}>
          {({ grants: rows, nextCursor }) => (
            <>
              <Table caption={words.access} columns={columns} rows={rows} keyOf={({ id }) => id} empty={words.nothingHere} />
              <ViewPager nextCursor={nextCursor} view={view} change={change} />
            </>
          )}
        </Answered>
      </Section>
    </Page>
  );
}
