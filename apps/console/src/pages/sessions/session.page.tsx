import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useCouncilSession } from '../../api/questions.ts';
import { useMay } from '../../api/session.tsx';
import type { CouncilSession } from '../../api/types.ts';
import { Facts } from '../../parts/facts.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Answered } from '../../parts/states.tsx';
import { Tag } from '../../parts/tag.tsx';
import { momentInWords } from '../../words/dates.ts';
import { lineLabel, sessionLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { AgendaTable } from './agenda-table.tsx';
import { MemberTable } from './member-table.tsx';
import { SessionActions } from './session-actions.tsx';
import { sessionTone } from './session-tone.ts';

function useQuorum({ quorum }: CouncilSession): string {
  const { words } = useSpeech();
  if (!quorum) return words.quorumUnknown;
  return `${String(quorum.present)}/${String(quorum.total)} · ${quorum.met ? words.quorumMet : words.quorumMissing}`;
}

/** How many lines came out how, in the order of the agenda: `Đạt: 8 · Không đạt: 1`. */
function useResults({ lines }: CouncilSession): string {
  const { language } = useSpeech();
  const counts = new Map<string, number>();
  for (const { outcome } of lines) if (outcome !== null) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${lineLabel(outcome, language)}: ${String(count)}`).join(' · ');
}

function Times({ session }: { readonly session: CouncilSession }): ReactNode {
  const { words, language } = useSpeech();
  const quorum = useQuorum(session);
  const results = useResults(session);
  const voted = session.members.filter(({ hasVoted }) => hasVoted).length;
  const moment = (at: string | null): string | null => (at === null ? null : momentInWords(at, language));
  return (
    <Section title={words.clock} tools={<Tag tone={sessionTone(session.state)}>{sessionLabel(session.state, language)}</Tag>}>
      <Facts
        facts={[
          [words.meetsAt, moment(session.meetsAt)],
          [words.ballotOpens, moment(session.ballotOpensAt)],
          [words.ballotCloses, moment(session.ballotClosesAt)],
          [words.closedAt, moment(session.closedAt)],
          [words.quorum, quorum],
          [words.ballotIn, `${String(voted)}/${String(session.members.length)}`],
          [words.outcome, results],
          [words.campaign, session.campaign],
          [words.ruleVersion, session.ruleSetVersion],
        ]}
      />
    </Section>
  );
}

function Recusals({ session }: { readonly session: CouncilSession }): ReactNode {
  const { words, say } = useSpeech();
  if (session.recusals.length === 0) return null;
  const memberAt = new Map(session.members.map((member) => [member.seat, member.person?.fullName ?? say(member.title)]));
  const nominees = new Map(session.lines.map(({ nominationId, nominee }) => [nominationId, nominee]));
  return (
    <Section title={words.recusals}>
      <ul className="cases">
        {session.recusals.map(({ seat, nominationId, reason, liftedBy }) => (
          <li key={`${String(seat)}-${nominationId}`}>
            <strong>{memberAt.get(seat) ?? seat}</strong> · {nominees.get(nominationId) ?? nominationId}{' '}
            <span className="soft">
              {reason}
              {liftedBy !== null && ` (${words.liftedBy} ${liftedBy})`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One session: when it meets, who sits and has voted, what is voted on; counts only after the close. */
export function SessionPage(): ReactNode {
  const { words, say } = useSpeech();
  const { id = '' } = useParams();
  const mayRun = useMay('run-session');
  const session = useCouncilSession(id);
  const minutes = session.data?.minutes;
  return (
    <Page
      title={session.data ? say(session.data.council.name) : words.sessions}
      lead={<Link to="/sessions">{words.sessions}</Link>}
      tools={
        <>
          {minutes && <Button href={minutes}>{words.minutesOfCount}</Button>}
          {mayRun && session.data && <SessionActions session={session.data} />}
        </>
      }
    >
      <Answered query={session}>
        {(answer) => (
          <>
            <Times session={answer} />
            <Section title={words.agenda}>
              {answer.state !== 'closed' && <p className="soft">{words.countsLater}</p>}
              <AgendaTable session={answer} />
            </Section>
            <Section title={words.members}>
              <MemberTable session={answer} />
            </Section>
            <Recusals session={answer} />
          </>
        )}
      </Answered>
    </Page>
  );
}
