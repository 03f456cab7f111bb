import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { ask, Refused } from '../../api/client.ts';
import { useFacets } from '../../api/questions.ts';
import { useMe } from '../../api/session.tsx';
import type { Invitation, Role } from '../../api/types.ts';
import { Choice, Typed } from '../../parts/field.tsx';
import { Section } from '../../parts/page.tsx';
import { Failure } from '../../parts/states.tsx';
import { momentOf } from '../../words/dates.ts';
import { roleLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { ROLES } from './roles.ts';

interface Draft {
  readonly email: string;
  readonly role: Role;
  readonly programme: string;
  readonly unit: string;
  readonly reason: string;
}

const EMPTY: Draft = { email: '', role: 'reviewer', programme: '', unit: '', reason: '' };

function InviteFields({ draft, onChange }: { readonly draft: Draft; readonly onChange: (changes: Partial<Draft>) => void }): ReactNode {
  const { words, language, say } = useSpeech();
  const programmes = useFacets().data?.programmes ?? [];
  const units = programmes.find(({ key }) => key === draft.programme)?.units ?? [];
  const named = (list: typeof units): { value: string; label: string }[] => list.map(({ key, name }) => ({ value: key, label: say(name) }));
  return (
    <>
      <Typed
        label={words.email}
        type="email"
        required
        value={draft.email}
        onType={(email) => {
          onChange({ email });
        }}
      />
      <Choice
        label={words.roles}
        value={draft.role}
        options={ROLES.map((value) => ({ value, label: roleLabel(value, language) }))}
        onChoose={(role) => {
          onChange({ role: role as Role });
        }}
      />
      <Choice
        label={words.programme}
        value={draft.programme}
        nothing={words.everyProgramme}
        options={programmes.map(({ key, name }) => ({ value: key, label: say(name) }))}
        onChoose={(programme) => {
          onChange({ programme, unit: '' });
        }}
      />
      <Choice
        label={words.unit}
        value={draft.unit}
        nothing={words.all}
        options={named(units)}
        onChoose={(unit) => {
          onChange({ unit });
        }}
      />
      <Typed
        label={words.reason}
        type="text"
        required
        value={draft.reason}
        onType={(reason) => {
          onChange({ reason });
        }}
      />
    </>
  );
}

/** Invites somebody by a link that is shown once. */
export function InviteForm(): ReactNode {
  const { words } = useSpeech();
  const { csrf } = useMe();
  const client = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const invite = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { programme, unit, ...rest } = draft;
    const body = { ...rest, ...(programme !== '' && { programme }), ...(unit !== '' && { unit }) };
    try {
      setInvitation(await ask<Invitation>('/v1/console/access/invitations', { method: 'POST', body, csrf }));
      setRefused(null);
      setDraft(EMPTY);
      await client.invalidateQueries({ queryKey: ['grants'] });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    }
  };
  return (
    <Section title={words.invite}>
      {refused && <Failure error={refused} />}
      {invitation && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={`${words.linkOnce} ${momentOf(invitation.expiresAt)}`}
          description={<code>{invitation.link}</code>}
        />
      )}
      <form className="filters" onSubmit={(event) => void invite(event)}>
        <InviteFields
          draft={draft}
          onChange={(changes) => {
            setDraft({ ...draft, ...changes });
          }}
        />
        <Button type="primary" htmlType="submit">
          {words.invite}
        </Button>
      </form>
    </Section>
  );
}
