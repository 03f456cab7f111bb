import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFacets } from '../../api/questions.ts';
import type { Overview } from '../../api/types.ts';
import { Section } from '../../parts/page.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { countOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';

type Line = Overview['campaigns'][number];

/** Every season with its figures. */
export function CampaignTable({ overview }: { readonly overview: Overview }): ReactNode {
  const { words, language, say } = useSpeech();
  const facets = useFacets();
  const nameOf = (programme: string): string => {
    const name = facets.data?.programmes.find(({ key }) => key === programme)?.name;
    return name ? say(name) : programme;
  };
  const number = (key: 'total' | 'open' | 'late' | 'decided', title: string): Column<Line> => ({
    key,
    title,
    cell: (line) => countOf(line[key], language),
    align: 'right',
  });
  const season = ({ programme, campaign }: Line): ReactNode => (
    <Link to={`/nominations?programme=${encodeURIComponent(programme)}&campaign=${encodeURIComponent(campaign)}`}>
      {nameOf(programme)} · {campaign}
    </Link>
  );
  const columns: readonly Column<Line>[] = [
    { key: 'season', title: words.campaign, cell: season },
    number('total', words.total),
    number('open', words.open),
    number('late', words.late),
    number('decided', words.decided),
  ];
  return (
    <Section title={words.byCampaign}>
      <Table
        caption={words.byCampaign}
        columns={columns}
        rows={overview.campaigns}
        keyOf={(line) => `${line.programme}/${line.campaign}`}
        empty={words.nothingHere}
      />
    </Section>
  );
}
