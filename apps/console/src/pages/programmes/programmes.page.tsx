import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ask } from '../../api/client.ts';
import type { ProgrammeLine, Programmes } from '../../api/types.ts';
import { Page } from '../../parts/page.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { civilDate } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';

/** Every programme with the version in force and its seasons. */
export function ProgrammesPage(): ReactNode {
  const { words, say } = useSpeech();
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: () => ask<Programmes>('/v1/console/programmes') });
  const columns: readonly Column<ProgrammeLine>[] = [
    {
      key: 'name',
      title: words.programme,
      cell: ({ programme, name }) => <Link to={`/programmes/${encodeURIComponent(programme)}`}>{say(name)}</Link>,
    },
    { key: 'version', title: words.inForce, cell: ({ inForce }) => inForce ?? '–' },
    {
      key: 'since',
      title: words.validFrom,
      cell: ({ versions, inForce }) => {
        const version = versions.find((one) => one.version === inForce);
        return version ? civilDate(version.validFrom) : '–';
      },
    },
    { key: 'campaigns', title: words.campaign, cell: ({ campaigns }) => campaigns.map(({ key }) => key).join(', ') || '–' },
  ];
  return (
    <Page title={words.programmes}>
      <Answered query={programmes}>
        {({ programmes: rows }) => (
          <div className="card">
            <Table
              caption={words.programmes}
              columns={columns}
              rows={rows}
              keyOf={({ programme }) => programme}
              empty={words.nothingHere}
            />
          </div>
        )}
      </Answered>
    </Page>
  );
}
