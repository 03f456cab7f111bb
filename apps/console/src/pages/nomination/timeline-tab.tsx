import type { ReactNode } from 'react';
import { useTimeline } from '../../api/questions.ts';
import type { NominationDetail, TimelineEntry } from '../../api/types.ts';
import { Answered, Empty } from '../../parts/states.tsx';
import { momentOf } from '../../words/dates.ts';
import { actionLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { factsInWords } from './timeline-facts.ts';

interface EntryProps {
  readonly entry: TimelineEntry;
  readonly nomination: NominationDetail;
}

function Entry({ entry, nomination }: EntryProps): ReactNode {
  const { words, language } = useSpeech();
  const facts = factsInWords(entry, nomination, words);
  const actor = entry.actorName ?? (entry.actor === 'system' ? words.system : entry.actor);
  return (
    <li>
      <time dateTime={entry.at} className="soft">
        {momentOf(entry.at)}
      </time>
      <div>
        <strong>{actionLabel(entry.action, language)}</strong> · {actor}
        {entry.actingForName !== null && ` (${words.actingFor} ${entry.actingForName})`}
        {facts !== '' && <span className="rest">{facts}</span>}
        {entry.reason !== null && <blockquote>{entry.reason}</blockquote>}
        <span className="rest">
          {words.ruleVersion} {entry.ruleSetVersion}
        </span>
      </div>
    </li>
  );
}

/** Every transition, newest first: who, for whom, when, why, under which rules. */
export function TimelineTab({ nomination }: { readonly nomination: NominationDetail }): ReactNode {
  const { words } = useSpeech();
  const timeline = useTimeline(nomination.id);
  return (
    <Answered query={timeline}>
      {({ entries }) =>
        entries.length === 0 ? (
          <Empty>{words.nothingHere}</Empty>
        ) : (
          <ol className="timeline">
            {[...entries].reverse().map((entry) => (
              <Entry key={entry.seq} entry={entry} nomination={nomination} />
            ))}
          </ol>
        )
      }
    </Answered>
  );
}
