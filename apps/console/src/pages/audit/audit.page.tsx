import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ask, withQuery } from '../../api/client.ts';
import type { AuditLine, AuditPage as AuditAnswer } from '../../api/types.ts';
import { Field } from '../../parts/field.tsx';
import { FilterForm } from '../../parts/filter-form.tsx';
import { Page } from '../../parts/page.tsx';
import { Failure } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { momentOf } from '../../words/dates.ts';
import { actionLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';

const FILTERS = ['subject', 'actor', 'action'] as const;

function useColumns(): readonly Column<AuditLine>[] {
  const { words, language } = useSpeech();
  return [
    { key: 'at', title: words.when, cell: ({ at }) => momentOf(at) },
    {
      key: 'subject',
      title: words.subject,
      cell: ({ subject }) => <Link to={`/nominations/${encodeURIComponent(subject)}`}>{subject}</Link>,
    },
    { key: 'action', title: words.actions, cell: ({ action }) => actionLabel(action, language) },
    {
      key: 'actor',
      title: words.actor,
      cell: ({ actor, actorName, actingForName }) =>
        `${actorName ?? actor}${actingForName === null ? '' : ` (${words.actingFor} ${actingForName})`}`,
    },
    { key: 'reason', title: words.reason, cell: ({ reason }) => reason ?? '–' },
    { key: 'hash', title: words.seal, cell: ({ hash }) => <code title={hash}>{hash.slice(0, 10)}</code> },
  ];
}

function AuditFilters(): ReactNode {
  const { words } = useSpeech();
  const [params, setParams] = useSearchParams();
  const labels = { subject: words.subject, actor: words.actor, action: words.actions };
  return (
    <FilterForm>
      {FILTERS.map((key) => (
        <Field key={key} label={labels[key]}>
          {(id) => (
            <input
              id={id}
              type="search"
              defaultValue={params.get(key) ?? ''}
              onBlur={(event) => {
                setParams({ ...Object.fromEntries(params), [key]: event.target.value.trim() });
              }}
            />
          )}
        </Field>
      ))}
      <Button htmlType="submit">{words.search}</Button>
    </FilterForm>
  );
}

/** The append-only trail, newest first, for auditors. */
export function AuditPage(): ReactNode {
  const { words } = useSpeech();
  const [params] = useSearchParams();
  const asked = Object.fromEntries(FILTERS.map((key) => [key, params.get(key) ?? undefined]));
  const audit = useInfiniteQuery({
    queryKey: ['audit', asked],
    queryFn: ({ pageParam }) => ask<AuditAnswer>(withQuery('/v1/console/audit', { ...asked, cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? [];
  const columns = useColumns();
  return (
    <Page title={words.audit}>
      <AuditFilters />
      {audit.isError && <Failure error={audit.error} onRetry={() => void audit.refetch()} />}
      {audit.isPending && <p role="status">{words.loading}</p>}
      {audit.data && (
        <div className="card">
          <Table
            caption={words.audit}
            columns={columns}
            rows={entries}
            keyOf={({ subject, seq }) => `${subject}-${String(seq)}`}
            empty={words.nothingHere}
          />
          {audit.hasNextPage && <Button onClick={() => void audit.fetchNextPage()}>{words.more}</Button>}
        </div>
      )}
    </Page>
  );
}
