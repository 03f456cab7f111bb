import type { ReactNode } from 'react';
import { useFacets } from '../../api/questions.ts';
import type { NominationQuery, ProgrammeFacet, NominationSort } from '../../api/types.ts';
import { Choice } from '../../parts/field.tsx';
import { FilterForm } from '../../parts/filter-form.tsx';
import { Flag } from '../../parts/flag.tsx';
import { ProgrammeChoice } from '../../parts/programme-choice.tsx';
import { STATE_KEYS, stateLabel } from '../../words/labels.ts';
import type { Words } from '../../words/vi.ts';
import { useSpeech } from '../../words/words.tsx';
import type { ListChange } from './list-query.ts';

interface FiltersProps {
  readonly query: NominationQuery;
  readonly onChange: (changes: ListChange) => void;
}

const SORTS: readonly (readonly [NominationSort, keyof Words])[] = [
  ['newest', 'newest'],
  ['oldest', 'oldest'],
  ['due', 'byDue'],
  ['nominee', 'byNominee'],
];

function Flags({ query, onChange }: FiltersProps): ReactNode {
  const { words } = useSpeech();
  return (
    <div className="flags">
      <Flag
        label={words.onlyLate}
        on={query.late === 'true'}
        onChange={(on) => {
          onChange({ late: on ? 'true' : '' });
        }}
      />
      <Flag
        label={words.onlyHeld}
        on={query.held === 'true'}
        onChange={(on) => {
          onChange({ held: on ? 'true' : '' });
        }}
      />
    </div>
  );
}

function PlaceChoices({ query, onChange, programme }: FiltersProps & { readonly programme: ProgrammeFacet }): ReactNode {
  const { words, say } = useSpeech();
  const named = (
    list: readonly { readonly key: string; readonly name: { readonly vi: string; readonly en: string } }[],
  ): { value: string; label: string }[] => list.map(({ key, name }) => ({ value: key, label: say(name) }));
  const campaigns = programme.campaigns.map(({ key }) => ({ value: key, label: key }));
  return (
    <>
      <Choice
        label={words.campaign}
        value={query.campaign ?? ''}
        nothing={words.all}
        options={campaigns}
        onChoose={(campaign) => {
          onChange({ campaign });
        }}
      />
      <Choice
        label={words.level}
        value={query.level ?? ''}
        nothing={words.all}
        options={named(programme.levels)}
        onChoose={(level) => {
          onChange({ level });
        }}
      />
      <Choice
        label={words.unit}
        value={query.unit ?? ''}
        nothing={words.all}
        options={named(programme.units)}
        onChoose={(unit) => {
          onChange({ unit });
        }}
      />
    </>
  );
}

export function Filters(props: FiltersProps): ReactNode {
  const { words, language } = useSpeech();
  const { query, onChange } = props;
  const programme = useFacets().data?.programmes.find(({ key }) => key === query.programme);
  const states = STATE_KEYS.map((value) => ({ value, label: stateLabel(value, language) }));
  const chooseProgramme = (chosen: string): void => {
    onChange({ programme: chosen, campaign: '', level: '', stage: '', unit: '' });
  };
  const clear = (): void => {
    onChange({ q: '', programme: '', campaign: '', state: '', level: '', stage: '', unit: '', late: '', held: '', open: '' });
  };
  return (
    <FilterForm
      search={{
        asked: query.q,
        hint: words.searchHint,
        onSearch: (q) => {
          onChange({ q });
        },
      }}
      onClear={clear}
    >
      <ProgrammeChoice chosen={query.programme ?? ''} onChoose={chooseProgramme} />
      {programme && <PlaceChoices {...props} programme={programme} />}
      <Choice
        label={words.state}
        value={query.state ?? ''}
        nothing={words.all}
        options={states}
        onChoose={(state) => {
          onChange({ state });
        }}
      />
      <Choice
        label={words.sort}
        value={query.sort ?? 'newest'}
        options={SORTS.map(([value, label]) => ({ value, label: words[label] }))}
        onChoose={(sort) => {
          onChange({ sort });
        }}
      />
      <Flags {...props} />
    </FilterForm>
  );
}
