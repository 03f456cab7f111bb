import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNames } from '../../api/names.ts';
import type { WaitingLine, WaitingLines } from '../../api/types.ts';
import { Flag } from '../../parts/flag.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { Empty } from '../../parts/states.tsx';
import { Tag } from '../../parts/tag.tsx';
import { countOf, dateOf } from '../../words/dates.ts';
import { plain } from '../../words/plain.ts';
import { useSpeech } from '../../words/words.tsx';
import { chosenOf, tooEarlyFor, type ConveneDraft } from './convene-draft.ts';

/** Rows that are drawn before one asks for more. */
const AT_ONCE = 50;

interface AgendaChoiceProps {
  readonly programme: string;
  readonly waiting: WaitingLines;
  readonly draft: ConveneDraft;
  readonly wrong: string | undefined;
  readonly onLeft: (left: ReadonlySet<string>) => void;
}

/** What is voted on: everybody who waits, or some of them. */
export function AgendaChoice({ programme, waiting: { lines, more }, draft, wrong, onLeft }: AgendaChoiceProps): ReactNode {
  const { words, language } = useSpeech();
  const chosen = chosenOf(lines, draft).length;
  if (lines.length === 0) return <Empty>{words.nothingWaits}</Empty>;
  return (
    <fieldset className="choices" aria-describedby={wrong === undefined ? undefined : 'agenda-wrong'}>
      <legend>
        {words.chosenLines}: {countOf(chosen, language)}/{countOf(lines.length, language)}
      </legend>
      {wrong !== undefined && (
        <p id="agenda-wrong" className="wrong" role="alert">
          {wrong}
        </p>
      )}
      <Flag
        label={<strong>{words.allWaiting}</strong>}
        on={chosen === lines.length}
        onChange={(all) => {
          onLeft(all ? new Set() : new Set(lines.map(({ nominationId }) => nominationId)));
        }}
      />
      <Lines programme={programme} lines={lines} draft={draft} onLeft={onLeft} />
      {more && <p className="soft">{words.moreWait}</p>}
    </fieldset>
  );
}

type LinesProps = Pick<AgendaChoiceProps, 'programme' | 'draft' | 'onLeft'> & { readonly lines: readonly WaitingLine[] };

/** Each nomination with its box; a long list is searched. */
function Lines({ programme, lines, draft, onLeft }: LinesProps): ReactNode {
  const { words } = useSpeech();
  const names = useNames();
  const [asked, setAsked] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  const wanted = plain(asked.trim());
  const found = lines.filter(({ nominee, achievement, unit }) =>
    plain([nominee, achievement, names.unit(programme, unit)].join(' ')).includes(wanted),
  );
  const toggle = (id: string, on: boolean): void => {
    const left = new Set(draft.left);
    if (on) left.delete(id);
    else left.add(id);
    onLeft(left);
  };
  return (
    <>
      {lines.length > AT_ONCE / 5 && <SearchField asked={asked} hint={words.findLine} onSearch={setAsked} />}
      <ul className="picks">
        {found.slice(0, most).map((line) => (
          <li key={line.nominationId}>
            <Flag
              label={<LineWords programme={programme} line={line} early={tooEarlyFor(line, draft)} />}
              on={!draft.left.has(line.nominationId)}
              onChange={(on) => {
                toggle(line.nominationId, on);
              }}
            />
          </li>
        ))}
      </ul>
      {found.length > most && (
        <Button
          onClick={() => {
            setMost(most + AT_ONCE);
          }}
        >
          {words.more}
        </Button>
      )}
    </>
  );
}

interface LineWordsProps {
  readonly programme: string;
  readonly line: WaitingLine;
  readonly early: boolean;
}

function LineWords({ programme, line: { nominee, achievement, award, unit, firstLawful }, early }: LineWordsProps): ReactNode {
  const { words } = useSpeech();
  const names = useNames();
  return (
    <span>
      {nominee}{' '}
      {firstLawful !== null && (
        <Tag tone={early ? 'late' : 'still'}>
          {words.lawfulFrom} {dateOf(firstLawful.at)}
        </Tag>
      )}
      <span className="rest">{[achievement, names.unit(programme, unit), names.award(programme, award)].join(' · ')}</span>
    </span>
  );
}
