import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Overview } from '../../api/types.ts';
import { Bars } from '../../parts/bars.tsx';
import { PictureOrTable } from '../../parts/picture-or-table.tsx';
import { Table } from '../../parts/table.tsx';
import { countOf } from '../../words/dates.ts';
import { STATE_KEYS, stateLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { useLevels } from './levels.ts';

type Ending = Overview['endings'][number];

interface EndingsProps {
  readonly overview: Overview;
  /** The filter of the page, as its address has it. */
  readonly season: string;
  readonly programme: string | null;
}

const keyOf = ({ level, state }: Ending): string => `${level}/${state}`;

/** In the order in which a nomination could come to them, the most frequent first among levels. */
function ordered(endings: readonly Ending[]): readonly Ending[] {
  const rank = ({ state }: Ending): number => STATE_KEYS.indexOf(state);
  return endings.toSorted((one, other) => rank(one) - rank(other) || other.count - one.count);
}

/** What became of those that have ended, by level; nothing before the first has. */
export function Endings({ overview, season, programme }: EndingsProps): ReactNode {
  const { words, language } = useSpeech();
  const { nameOf } = useLevels(programme);
  const endings = ordered(overview.endings);
  if (endings.length === 0) return null;
  const labelOf = ({ state, level }: Ending): string => `${stateLabel(state, language)} · ${nameOf(level)}`;
  const linkTo = ({ state, level }: Ending): string =>
    `/nominations?${[season, `state=${state}`, `level=${level}`].filter((part) => part !== '').join('&')}`;
  const link = (ending: Ending): ReactNode => <Link to={linkTo(ending)}>{labelOf(ending)}</Link>;
  const columns = [
    { key: 'ending', title: `${words.state} · ${words.level}`, cell: link },
    { key: 'count', title: words.count, cell: ({ count }: Ending) => countOf(count, language), align: 'right' as const },
  ];
  const bars = endings.map((ending) => ({ key: keyOf(ending), label: labelOf(ending), values: [ending.count], link: link(ending) }));
  const table = <Table caption={words.howTheyEnded} columns={columns} rows={endings} keyOf={keyOf} empty={words.nothingHere} />;
  return <PictureOrTable title={words.howTheyEnded} picture={<Bars names={[words.count]} bars={bars} />} table={table} />;
}
