import type { ReactNode } from 'react';
import type { Overview } from '../../api/types.ts';
import { Bars } from '../../parts/bars.tsx';
import { Empty } from '../../parts/states.tsx';
import { PictureOrTable } from '../../parts/picture-or-table.tsx';
import { Table } from '../../parts/table.tsx';
import { stageLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { useLevels } from './levels.ts';

interface Place {
  readonly key: string;
  readonly label: string;
  readonly onTime: number;
  readonly late: number;
  readonly held: number;
}

/** One place for each level and stage, states put together. */
function placesOf(standing: Overview['standing'], labelOf: (level: string, stage: string) => string): readonly Place[] {
  const places = new Map<string, Place>();
  for (const { level, stage, count, late, held } of standing) {
    const key = `${level}/${stage}`;
    const known = places.get(key) ?? { key, label: labelOf(level, stage), onTime: 0, late: 0, held: 0 };
    const onTime = Math.max(count - late - held, 0);
    places.set(key, { ...known, onTime: known.onTime + onTime, late: known.late + late, held: known.held + held });
  }
  return [...places.values()];
}

/** How many stand where, by level and stage; what is late or held stands out. */
export function Standing({ overview, programme }: { readonly overview: Overview; readonly programme: string | null }): ReactNode {
  const { words, language } = useSpeech();
  const { nameOf, rankOf } = useLevels(programme);
  const standing = overview.standing.toSorted((one, other) => rankOf(one.level) - rankOf(other.level));
  const places = placesOf(standing, (level, stage) => `${nameOf(level)} · ${stageLabel(stage, language)}`);
  const columns = [
    { key: 'place', title: `${words.level} · ${words.stage}`, cell: (place: Place) => place.label },
    { key: 'onTime', title: words.onTime, cell: (place: Place) => place.onTime, align: 'right' as const },
    { key: 'late', title: words.late, cell: (place: Place) => place.late, align: 'right' as const },
    { key: 'held', title: words.held, cell: (place: Place) => place.held, align: 'right' as const },
  ];
  const bars = places.map(({ key, label, onTime, late, held }) => ({ key, label, values: [onTime, late, held] }));
  const picture =
    bars.length === 0 ? (
      <Empty>{words.nothingHere}</Empty>
    ) : (
      <Bars names={[words.onTime, words.late, words.held]} hues={[0, 3, 2]} bars={bars} />
    );
  const table = <Table caption={words.whereTheyStand} columns={columns} rows={places} keyOf={({ key }) => key} empty={words.nothingHere} />;
  return <PictureOrTable title={words.whereTheyStand} picture={picture} table={table} />;
}
