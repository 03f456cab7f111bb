import type { ReactNode } from 'react';
import type { CouncilNamed, CouncilToConvene } from '../../api/types.ts';
import { useNames } from '../../api/names.ts';
import { Choice, Typed } from '../../parts/field.tsx';
import { Flag } from '../../parts/flag.tsx';
import type { ViewChange } from '../../parts/url-view.ts';
import { instantOfWall, momentInWords } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';
import { opensIn, type ConveneDraft, type Wrong } from './convene-draft.ts';

export const COUNCIL_KEYS = ['programme', 'campaign', 'council'] as const;

export type CouncilView = ViewChange<(typeof COUNCIL_KEYS)[number]>;

const distinct = (keys: readonly string[]): readonly string[] => [...new Set(keys)];

/** What is chosen of these, or the only one there is. */
const chosenIn = (keys: readonly string[], asked: string | undefined): string =>
  asked !== undefined && keys.includes(asked) ? asked : keys.length === 1 ? (keys[0] ?? '') : '';

/** What can be chosen at each step, and what is. */
interface CouncilChoices {
  readonly programmes: readonly string[];
  readonly campaigns: readonly string[];
  readonly offered: readonly CouncilToConvene['council'][];
  readonly named: CouncilNamed;
}

export function councilChoices(councils: readonly CouncilToConvene[], view: CouncilView): CouncilChoices {
  const programmes = distinct(councils.map(({ programme }) => programme));
  const programme = chosenIn(programmes, view.programme);
  const ofProgramme = councils.filter((line) => line.programme === programme);
  const campaigns = distinct(ofProgramme.map(({ campaign }) => campaign));
  const campaign = chosenIn(campaigns, view.campaign);
  const offered = ofProgramme.filter((line) => line.campaign === campaign).map(({ council }) => council);
  const keys = offered.map(({ key }) => key);
  return { programmes, campaigns, offered, named: { programme, campaign, council: chosenIn(keys, view.council) } };
}

interface CouncilFieldsProps {
  readonly choices: CouncilChoices;
  readonly onChange: (changes: CouncilView) => void;
}

/** Which council: of the only programme, season and council there is, nothing is asked. */
export function CouncilFields({ choices: { programmes, campaigns, offered, named }, onChange }: CouncilFieldsProps): ReactNode {
  const { words, say } = useSpeech();
  const names = useNames();
  return (
    <div className="fields">
      <Choice
        label={words.programme}
        value={named.programme}
        {...(programmes.length > 1 && { nothing: words.choose })}
        options={programmes.map((key) => ({ value: key, label: names.programme(key) }))}
        onChoose={(programme) => {
          onChange({ programme, campaign: '', council: '' });
        }}
      />
      <Choice
        label={words.campaign}
        value={named.campaign}
        {...(campaigns.length !== 1 && { nothing: words.choose })}
        options={campaigns.map((key) => ({ value: key, label: key }))}
        onChoose={(campaign) => {
          onChange({ campaign, council: '' });
        }}
      />
      <Choice
        label={words.council}
        value={named.council}
        {...(offered.length !== 1 && { nothing: words.choose })}
        options={offered.map(({ key, name }) => ({ value: key, label: say(name) }))}
        onChoose={(council) => {
          onChange({ council });
        }}
      />
    </div>
  );
}

interface TimeFieldsProps {
  readonly draft: ConveneDraft;
  readonly wrong: Wrong;
  readonly onChange: (changes: Partial<ConveneDraft>) => void;
}

/** When the council meets, and from when to when its members vote. */
export function TimeFields({ draft, wrong, onChange }: TimeFieldsProps): ReactNode {
  const { words, language } = useSpeech();
  const inWords = (wall: string): string | undefined => (wall === '' ? undefined : momentInWords(instantOfWall(wall), language));
  const fields = [
    ['meets', words.meetsAt, draft.meets],
    ['opens', words.ballotOpens, opensIn(draft)],
    ['closes', words.ballotCloses, draft.closes],
  ] as const;
  return (
    <>
      <div className="fields">
        {fields.map(([field, label, value]) => (
          <Typed
            key={field}
            label={label}
            type="datetime-local"
            required
            value={value}
            hint={inWords(value)}
            wrong={wrong[field]}
            onType={(wall) => {
              onChange({ [field]: wall });
            }}
          />
        ))}
      </div>
      <Flag
        label={words.closesWhenAllVoted}
        on={draft.closesWhenAllVoted}
        onChange={(closesWhenAllVoted) => {
          onChange({ closesWhenAllVoted });
        }}
      />
    </>
  );
}
