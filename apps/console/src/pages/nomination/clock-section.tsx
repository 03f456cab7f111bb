import type { ReactNode } from 'react';
import type { Clock, NominationDetail } from '../../api/types.ts';
import { Facts } from '../../parts/facts.tsx';
import { Section } from '../../parts/page.tsx';
import { Empty } from '../../parts/states.tsx';
import { Tag } from '../../parts/tag.tsx';
import { momentInWords, momentOf } from '../../words/dates.ts';
import { pauseLabel } from '../../words/hold-names.ts';
import { useSpeech } from '../../words/words.tsx';

const AHEAD = { reminder: 'reminder', escalation: 'escalation', close: 'closing' } as const;

function Ahead({ clock }: { readonly clock: Clock }): ReactNode {
  const { words } = useSpeech();
  if (clock.ahead.length === 0) return null;
  return (
    <>
      <h3>{words.toCome}</h3>
      <ul>
        {clock.ahead.map(({ at, is }) => (
          <li key={`${is}-${at}`}>
            {momentOf(at)} · {words[AHEAD[is]]}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The deadline that runs, or why it does not, and who is asked now. */
export function ClockSection({ nomination }: { readonly nomination: NominationDetail }): ReactNode {
  const { words, language } = useSpeech();
  const { clock } = nomination;
  const asked = nomination.tasks.filter(({ state }) => state === 'open').map(({ person }) => person.fullName);
  return (
    <Section title={words.clock} tools={clock?.late && <Tag tone="late">{words.late}</Tag>}>
      {clock === null ? (
        <Empty>{words.none}</Empty>
      ) : (
        <>
          <Facts
            facts={[
              [words.dueAt, clock.dueAt && momentInWords(clock.dueAt, language)],
              [words.closesAt, clock.closesAt && momentInWords(clock.closesAt, language)],
              [words.outsideCalendar, clock.outsideCalendar ? words.outsideCalendarWhy : null],
              [words.assignee, asked.join(', ')],
              [
                words.clockPaused,
                clock.paused ? clock.pausedBy.map((cause) => pauseLabel(cause, nomination.holds, words)).join(', ') : null,
              ],
            ]}
          />
          <Ahead clock={clock} />
        </>
      )}
    </Section>
  );
}
