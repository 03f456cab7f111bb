import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useNames } from '../../api/names.ts';
import { useFacets } from '../../api/questions.ts';
import { useNominees } from '../../api/registry.ts';
import type { NomineeLine } from '../../api/types.ts';
import { Choice, Typed } from '../../parts/field.tsx';
import { FilterForm } from '../../parts/filter-form.tsx';
import { ViewPager } from '../../parts/pager.tsx';
import { ProgrammeChoice } from '../../parts/programme-choice.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useUrlView, type ViewChange } from '../../parts/url-view.ts';
import { useSpeech } from '../../words/words.tsx';
import { kindLabel, NOMINEE_KINDS } from './nominee-kind.ts';

const KEYS = ['q', 'programme', 'unit', 'birthYear', 'kind', 'cursor'] as const;
const YEAR = /^\d{4}$/;

type View = ViewChange<(typeof KEYS)[number]>;

interface FiltersProps {
  readonly view: View;
  readonly change: (changes: View) => void;
}

function PlaceFilters({ view, change }: FiltersProps): ReactNode {
  const { words, say } = useSpeech();
  const units = useFacets().data?.programmes.find(({ key }) => key === view.programme)?.units ?? [];
  return (
    <>
      <ProgrammeChoice
        chosen={view.programme ?? ''}
        onChoose={(programme) => {
          change({ programme, unit: '' });
        }}
      />
      {units.length > 0 && (
        <Choice
          label={words.unit}
          value={view.unit ?? ''}
          nothing={words.all}
          options={units.map(({ key, name }) => ({ value: key, label: say(name) }))}
          onChoose={(unit) => {
            change({ unit });
          }}
        />
      )}
    </>
  );
}

function Filters({ view, change }: FiltersProps): ReactNode {
  const { words } = useSpeech();
  return (
    <FilterForm
      search={{
        asked: view.q,
        hint: words.searchNominees,
        onSearch: (q) => {
          change({ q });
        },
      }}
      onClear={() => {
        change({ q: '', programme: '', unit: '', birthYear: '', kind: '' });
      }}
    >
      <PlaceFilters view={view} change={change} />
      <Typed
        label={words.birthYear}
        type="number"
        value={view.birthYear ?? ''}
        onType={(birthYear) => {
          change({ birthYear });
        }}
      />
      <Choice
        label={words.kind}
        value={view.kind ?? ''}
        nothing={words.all}
        options={NOMINEE_KINDS.map((value) => ({ value, label: words[value] }))}
        onChoose={(kind) => {
          change({ kind });
        }}
      />
    </FilterForm>
  );
}

function useColumns(): readonly Column<NomineeLine>[] {
  const { words } = useSpeech();
  const names = useNames();
  return [
    {
      key: 'name',
      title: words.nominee,
      cell: ({ id, fullName, kind, mergedInto }) => (
        <>
          <Link to={`/registry/${encodeURIComponent(id)}`}>{fullName}</Link>{' '}
          {mergedInto !== null && <Tag tone="still">{words.mergedTag}</Tag>}
          <span className="rest">{kindLabel(kind, words)}</span>
        </>
      ),
    },
    { key: 'birth', title: words.birthYear, cell: ({ birthYear }) => birthYear ?? '–' },
    {
      key: 'unit',
      title: words.unit,
      cell: ({ programme, unit }) => (
        <>
          {names.unit(programme, unit)}
          <span className="rest">{names.programme(programme)}</span>
        </>
      ),
    },
    { key: 'nominations', title: words.count, align: 'right', cell: ({ nominations }) => nominations },
    { key: 'titles', title: words.titles, align: 'right', cell: ({ titles }) => titles },
  ];
}

/** Everybody in the registry, found by name with or without diacritics, by unit and by birth year. */
export function NomineeTab(): ReactNode {
  const { words } = useSpeech();
  const { view, change } = useUrlView(KEYS);
  // A year that is still being typed narrows nothing yet.
  const { birthYear, ...rest } = Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  const nominees = useNominees({ ...rest, ...(birthYear !== undefined && YEAR.test(birthYear) && { birthYear }) });
  const columns = useColumns();
  return (
    <>
      <Filters view={view} change={change} />
      <Answered query={nominees}>
        {({ items, nextCursor }) => (
          <>
            <Table caption={words.registry} columns={columns} rows={items} keyOf={({ id }) => id} empty={words.noNominees} />
            <ViewPager nextCursor={nextCursor} view={view} change={change} />
          </>
        )}
      </Answered>
    </>
  );
}
