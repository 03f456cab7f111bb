import type { ReactNode } from 'react';
import type { CouncilMember, CouncilSession } from '../../api/types.ts';
import { Table, type Column } from '../../parts/table.tsx';
import { presenceLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';

/** Who sits, who attends, who has voted; never how. */
export function MemberTable({ session }: { readonly session: CouncilSession }): ReactNode {
  const { words, language, say } = useSpeech();
  const columns: readonly Column<CouncilMember>[] = [
    {
      key: 'member',
      title: words.memberName,
      cell: ({ person, actingFor, chair }) => (
        <>
          {person?.fullName ?? words.vacant}
          {chair && ` (${words.chair})`}
          {actingFor !== null && (
            <span className="rest">
              {words.actingFor} {actingFor}
            </span>
          )}
        </>
      ),
    },
    { key: 'post', title: words.post, cell: ({ title }) => say(title) },
    { key: 'presence', title: words.presence, cell: ({ presence }) => presenceLabel(presence, language) },
    { key: 'voted', title: words.ballotIn, cell: ({ hasVoted }) => (hasVoted ? words.yes : words.no) },
  ];
  return (
    <Table caption={words.members} columns={columns} rows={session.members} keyOf={({ seat }) => String(seat)} empty={words.nothingHere} />
  );
}
