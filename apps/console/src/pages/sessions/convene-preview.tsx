import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ConveneRequest, CouncilSession, PreviewMember, SessionPreview } from '../../api/types.ts';
import { Facts } from '../../parts/facts.tsx';
import { PressDialog } from '../../parts/press-dialog.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { countOf, momentInWords, momentOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';

function Called({ members }: { readonly members: readonly PreviewMember[] }): ReactNode {
  const { words, say } = useSpeech();
  const columns: readonly Column<PreviewMember>[] = [
    {
      key: 'member',
      title: words.memberName,
      cell: ({ fullName, actingFor, chair }) => (
        <>
          {fullName ?? words.vacant}
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
  ];
  return (
    <Table caption={words.willBeCalled} columns={columns} rows={members} keyOf={({ seat }) => String(seat)} empty={words.nothingHere} />
  );
}

interface PreviewDialogProps {
  readonly request: ConveneRequest;
  readonly preview: SessionPreview;
  readonly onClose: () => void;
}

/** Who would be called, over how much and when; the press calls them and leads to the session. */
export function PreviewDialog({ request, preview, onClose }: PreviewDialogProps): ReactNode {
  const { words, language, say } = useSpeech();
  const navigate = useNavigate();
  const { members, lines, secret, secretary } = preview;
  const seated = members.filter(({ fullName }) => fullName !== null).length;
  const moment = (at: string): string => momentInWords(at, language);
  return (
    <PressDialog
      wide
      title={say(preview.council.name)}
      okText={words.convene}
      press={{ path: '/v1/sessions', body: request }}
      refreshes={['sessions', 'nominations', 'overview']}
      onClose={onClose}
      onDone={(answer) => void navigate(`/sessions/${encodeURIComponent((answer as CouncilSession).id)}`)}
    >
      <p>{words.previewLead}</p>
      <Facts
        facts={[
          [words.meetsAt, moment(preview.meetsAt)],
          [words.ballotOpens, moment(preview.ballotOpensAt)],
          [words.ballotCloses, moment(preview.ballotClosesAt)],
          [words.remindsAt, preview.remindAt.map(momentOf).join('; ')],
          [words.count, countOf(lines, language)],
          [words.ballotKind, secret ? words.secretBallot : words.openBallot],
          [words.willBeCalled, `${String(seated)}/${String(members.length)}`],
          [words.secretary, secretary ?? words.vacant],
        ]}
      />
      {seated < members.length && <Alert type="warning" showIcon title={words.vacantSeats} />}
      <Called members={members} />
    </PressDialog>
  );
}
