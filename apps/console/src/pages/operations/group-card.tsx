import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Remedy, StuckCase, StuckGroup } from '../../api/types.ts';
import { Facts } from '../../parts/facts.tsx';
import { Section } from '../../parts/page.tsx';
import { Tag } from '../../parts/tag.tsx';
import { ageOf, countOf, momentOf } from '../../words/dates.ts';
import { ownerLabel, stuckLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';

const SHOWN = 10;

function CaseLine({ one }: { readonly one: StuckCase }): ReactNode {
  const { nominationId, workflowId, eventId } = one;
  const name = nominationId ?? eventId ?? workflowId ?? '';
  return (
    <li>
      {nominationId === undefined ? (
        <code>{name}</code>
      ) : (
        <Link to={`/nominations/${encodeURIComponent(nominationId)}?tab=workflow`}>{name}</Link>
      )}{' '}
      <span className="soft">{momentOf(one.since)}</span>
    </li>
  );
}

function Cases({ cases }: { readonly cases: readonly StuckCase[] }): ReactNode {
  const { words } = useSpeech();
  const [all, setAll] = useState(false);
  const shown = all ? cases : cases.slice(0, SHOWN);
  return (
    <details>
      <summary>
        {words.casesConcerned} ({cases.length})
      </summary>
      <ul className="cases">
        {shown.map((one) => (
          <CaseLine key={one.nominationId ?? one.eventId ?? one.workflowId} one={one} />
        ))}
      </ul>
      {shown.length < cases.length && (
        <Button
          onClick={() => {
            setAll(true);
          }}
        >
          {words.more}
        </Button>
      )}
    </details>
  );
}

const INSTANTS = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;

/** Instants in what was seen, as people here read them. */
function withLocalTimes(evidence: string): string {
  return evidence.replaceAll(INSTANTS, (instant) => momentOf(instant));
}

interface GroupCardProps {
  readonly group: StuckGroup;
  readonly onRemedy: (remedy: Remedy) => void;
}

/** One cause with everything it holds up: how many, since when, whose turn, what cures it. */
export function GroupCard({ group, onRemedy }: GroupCardProps): ReactNode {
  const { words, language, say } = useSpeech();
  const title = stuckLabel(group.class, language);
  const held = group.count === 0 ? [] : [`${countOf(group.count, language)} ${words.casesCounted}`];
  return (
    <Section title={title} tools={<Tag tone="late">{[...held, ageOf(group.since, Date.now(), language)].join(' · ')}</Tag>}>
      <p className="cause">{say(group.causeIn)}</p>
      <Facts
        facts={[
          [words.turnOf, ownerLabel(group.owner, language)],
          [words.stuckSince, momentOf(group.since)],
        ]}
      />
      <p className="evidence">
        <span className="soft">{words.evidence}:</span> {withLocalTimes(say(group.evidenceIn))}
      </p>
      {group.cases.length > 0 && <Cases cases={group.cases} />}
      <div className="page-tools">
        {group.remedies.map((one) => (
          <Button
            key={one}
            onClick={() => {
              onRemedy(one);
            }}
          >
            {words[one]}
          </Button>
        ))}
      </div>
    </Section>
  );
}
