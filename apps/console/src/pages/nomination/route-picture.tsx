import type { ReactNode } from 'react';
import type { RouteLevel, RouteStage } from '../../api/types.ts';
import { Section } from '../../parts/page.tsx';
import { Tag } from '../../parts/tag.tsx';
import { momentOf } from '../../words/dates.ts';
import { outcomeLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';

interface StageProps {
  readonly stage: RouteStage;
  readonly level: string;
}

/** The level stands above its stages already. */
function withoutLevel(name: string, level: string): string {
  const said = `, ${level}`;
  return name.toLowerCase().endsWith(said.toLowerCase()) ? name.slice(0, -said.length) : name;
}

function Stage({ stage, level }: StageProps): ReactNode {
  const { words, language, say } = useSpeech();
  return (
    <li className={`route-stage route-${stage.standing}`} aria-current={stage.standing === 'current' ? 'step' : undefined}>
      <span className="route-dot" aria-hidden="true" />
      <span>
        {withoutLevel(say(stage.name), level)}
        {stage.standing === 'current' && <span className="unseen"> ({words.standsHere})</span>}
        {stage.outcome !== null && (
          <>
            {' '}
            <Tag tone="good">{outcomeLabel(stage.outcome, language)}</Tag>
          </>
        )}
        {stage.decidedAt !== null && <span className="rest">{momentOf(stage.decidedAt)}</span>}
      </span>
    </li>
  );
}

/** The way through the levels, lowest first, with where the nomination stands on it. */
export function RoutePicture({ route }: { readonly route: readonly RouteLevel[] }): ReactNode {
  const { words, say } = useSpeech();
  return (
    <Section title={words.route}>
      <ol className="route">
        {route.map((level) => (
          <li key={level.key} className="route-level">
            <h3>{say(level.name)}</h3>
            <ol>
              {level.stages.map((stage) => (
                <Stage key={stage.key} stage={stage} level={say(level.name)} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </Section>
  );
}
