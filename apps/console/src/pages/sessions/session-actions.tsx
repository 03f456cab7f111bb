import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMe } from '../../api/session.tsx';
import type { CouncilSession } from '../../api/types.ts';
import { Choice, Reason } from '../../parts/field.tsx';
import { PressDialog, type Press } from '../../parts/press-dialog.tsx';
import type { Words } from '../../words/vi.ts';
import { useSpeech } from '../../words/words.tsx';
import { sessionActs, sessionPress, type SessionAct, type SessionDraft } from './session-draft.ts';

const WORDS = {
  attendance: ['noteAttendance', 'attendanceLead'],
  recusals: ['noteRecusal', 'recusalLead'],
  'recusals/lift': ['liftRecusal', 'liftRecusalLead'],
  close: ['closeBallot', 'closeBallotLead'],
  adjourn: ['adjourn', 'adjournLead'],
} as const satisfies Record<SessionAct, readonly [keyof Words, keyof Words]>;

interface FieldsProps {
  readonly session: CouncilSession;
  readonly act: SessionAct;
  readonly draft: SessionDraft;
  readonly onChange: (changes: Partial<SessionDraft>) => void;
}

function MemberChoice({ session, draft, onChange }: FieldsProps): ReactNode {
  const { words, say } = useSpeech();
  const members = session.members.filter(({ hasVoted }) => !hasVoted);
  return (
    <Choice
      label={words.memberName}
      value={draft.seat}
      nothing="–"
      options={members.map(({ seat, person, title }) => ({
        value: String(seat),
        label: [person?.fullName ?? words.vacant, say(title)].join(' · '),
      }))}
      onChoose={(seat) => {
        onChange({ seat });
      }}
    />
  );
}

function LineChoice({ session, draft, onChange }: FieldsProps): ReactNode {
  const { words } = useSpeech();
  return (
    <Choice
      label={words.nominee}
      value={draft.nominationId}
      nothing="–"
      options={session.lines.map(({ line, nominationId, nominee }) => ({ value: nominationId, label: `${String(line)}. ${nominee}` }))}
      onChoose={(nominationId) => {
        onChange({ nominationId });
      }}
    />
  );
}

function LiftChoice({ session, draft, onChange }: FieldsProps): ReactNode {
  const { words } = useSpeech();
  const memberAt = new Map(session.members.map(({ seat, person }) => [seat, person?.fullName ?? words.vacant]));
  const nominees = new Map(session.lines.map(({ nominationId, nominee }) => [nominationId, nominee]));
  const standing = session.recusals.filter(({ liftedBy }) => liftedBy === null);
  return (
    <Choice
      label={words.recusals}
      value={draft.seat === '' ? '' : `${draft.seat} ${draft.nominationId}`}
      nothing="–"
      options={standing.map(({ seat, nominationId }) => ({
        value: `${String(seat)} ${nominationId}`,
        label: [memberAt.get(seat), nominees.get(nominationId)].join(' · '),
      }))}
      onChoose={(chosen) => {
        const [seat = '', nominationId = ''] = chosen.split(' ');
        onChange({ seat, nominationId });
      }}
    />
  );
}

function PresenceChoice({ draft, onChange }: FieldsProps): ReactNode {
  const { words } = useSpeech();
  return (
    <Choice
      label={words.presence}
      value={draft.presence}
      options={[
        { value: 'present', label: words.isPresent },
        { value: 'away', label: words.isAway },
        { value: 'written', label: words.votesInWriting },
      ]}
      onChoose={(presence) => {
        onChange({ presence: presence as SessionDraft['presence'] });
      }}
    />
  );
}

function ActFields(props: FieldsProps): ReactNode {
  switch (props.act) {
    case 'attendance':
      return (
        <>
          <MemberChoice {...props} />
          <PresenceChoice {...props} />
        </>
      );
    case 'recusals':
      return (
        <>
          <MemberChoice {...props} />
          <LineChoice {...props} />
        </>
      );
    case 'recusals/lift':
      return <LiftChoice {...props} />;
    case 'close':
    case 'adjourn':
      return null;
  }
}

interface DialogProps {
  readonly session: CouncilSession;
  readonly act: SessionAct;
  readonly onClose: () => void;
}

function SessionDialog({ session, act, onClose }: DialogProps): ReactNode {
  const { words } = useSpeech();
  const [draft, setDraft] = useState<SessionDraft>({ seat: '', nominationId: '', presence: 'present', reason: '' });
  const [title, lead] = WORDS[act];
  const press: Press | null = sessionPress(act, session.id, draft);
  const onChange = (changes: Partial<SessionDraft>): void => {
    setDraft({ ...draft, ...changes });
  };
  return (
    <PressDialog title={words[title]} press={press} refreshes={['session', 'sessions']} onClose={onClose}>
      <p>{words[lead]}</p>
      <ActFields session={session} act={act} draft={draft} onChange={onChange} />
      {act !== 'attendance' && (
        <Reason
          value={draft.reason}
          onType={(reason) => {
            onChange({ reason });
          }}
        />
      )}
    </PressDialog>
  );
}

/** What the secretary of a council does with a session, each behind a dialog. */
export function SessionActions({ session }: { readonly session: CouncilSession }): ReactNode {
  const { words } = useSpeech();
  const isPerson = useMe().people.some(({ programme }) => programme === session.programme);
  const [chosen, setChosen] = useState<SessionAct | null>(null);
  return (
    <>
      {sessionActs(session, isPerson).map((act) => (
        <Button
          key={act}
          onClick={() => {
            setChosen(act);
          }}
        >
          {words[WORDS[act][0]]}
        </Button>
      ))}
      {chosen !== null && (
        <SessionDialog
          session={session}
          act={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </>
  );
}
