import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask, withQuery } from '../../api/client.ts';
import type { ProgrammeDetail, ProgrammeDifference } from '../../api/types.ts';
import { Choice } from '../../parts/field.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { useSpeech } from '../../words/words.tsx';

type Difference = ProgrammeDifference['differences'][number];

/** What changed from one version to another, in words. */
export function DifferenceTab({ detail }: { readonly detail: ProgrammeDetail }): ReactNode {
  const { words, say } = useSpeech();
  const others = detail.versions.filter(({ version }) => version !== detail.version);
  const [from, setFrom] = useState(others[0]?.version ?? '');
  const path = `/v1/console/programmes/${encodeURIComponent(detail.programme)}/difference`;
  const difference = useQuery({
    queryKey: ['difference', detail.programme, from, detail.version],
    queryFn: () => ask<ProgrammeDifference>(withQuery(path, { from, to: detail.version })),
    enabled: from !== '',
  });
  if (others.length === 0) return <Empty>{words.oneVersion}</Empty>;
  const columns: readonly Column<Difference>[] = [
    { key: 'what', title: words.rules, cell: ({ section, label }) => `${say(section)}: ${say(label)}` },
    { key: 'before', title: from, cell: ({ before }) => (before ? say(before) : '–') },
    { key: 'after', title: detail.version, cell: ({ after }) => (after ? say(after) : '–') },
  ];
  return (
    <>
      <div className="filters">
        <Choice
          label={words.compareWith}
          value={from}
          options={others.map(({ version }) => ({ value: version, label: version }))}
          onChoose={setFrom}
        />
      </div>
      <Answered query={difference}>
        {({ differences }) => (
          <Table caption={words.differences} columns={columns} rows={differences} keyOf={({ id }) => id} empty={words.noDifference} />
        )}
      </Answered>
    </>
  );
}
