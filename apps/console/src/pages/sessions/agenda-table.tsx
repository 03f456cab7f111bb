import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFacets } from '../../api/questions.ts';
import type { AgendaLine, CouncilSession } from '../../api/types.ts';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { lineLabel, lineReasonLabel, type Tone } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';

function toneOf({ outcome }: AgendaLine): Tone {
  if (outcome === 'qualified') return 'good';
  return outcome === null ? 'calm' : 'still';
}

function Votes({ line: { votes, recused } }: { readonly line: AgendaLine }): ReactNode {
  const { words } = useSpeech();
  if (!votes) return '–';
  return (
    <>
      {votes.yes} – {votes.no} – {votes.abstain}
      {recused !== null && recused > 0 && (
        <span className="rest">
          {words.recusals}: {recused}
        </span>
      )}
    </>
  );
}

/** What is voted on, line by line. */
export function AgendaTable({ session }: { readonly session: CouncilSession }): ReactNode {
  const { words, language, say } = useSpeech();
  const facets = useFacets().data?.programmes.find(({ key }) => key === session.programme);
  const awards = new Map(facets?.awards.map(({ key, name }) => [key, say(name)]));
  const columns: readonly Column<AgendaLine>[] = [
    {
      key: 'nominee',
      title: words.nominee,
      cell: ({ line, nominationId, nominee, award }) => (
        <>
          {line}. <Link to={`/nominations/${encodeURIComponent(nominationId)}`}>{nominee}</Link>
          <span className="rest">{awards.get(award) ?? award}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: words.outcome,
      cell: (line) => (
        <>
          <Tag tone={toneOf(line)}>{lineLabel(line.outcome ?? line.state, language)}</Tag>
          {line.because !== null && <span className="rest">{lineReasonLabel(line.because, language)}</span>}
        </>
      ),
    },
    { key: 'votes', title: words.votes, cell: (line) => <Votes line={line} /> },
  ];
  return (
    <Table
      caption={words.agenda}
      columns={columns}
      rows={session.lines}
      keyOf={({ nominationId }) => nominationId}
      empty={words.nothingHere}
    />
  );
}
