import { useState, type ReactNode } from 'react';
import { usePeople } from '../../api/questions.ts';
import type { CaseAction, NominationDetail } from '../../api/types.ts';
import { Choice, Field, Typed } from '../../parts/field.tsx';
import { momentOf } from '../../words/dates.ts';
import { pauseLabel } from '../../words/hold-names.ts';
import { stageLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import type { ActionDraft } from './action-draft.ts';

interface FieldsProps {
  readonly nomination: NominationDetail;
  readonly draft: ActionDraft;
  readonly onChange: (changes: Partial<ActionDraft>) => void;
}

function TaskChoice({ nomination, draft, onChange }: FieldsProps): ReactNode {
  const { words, language } = useSpeech();
  const open = nomination.tasks.filter(({ state }) => state === 'open');
  const options = open.map(({ id, person, kind, dueAt }) => {
    const due = dueAt === null ? [] : [`${words.dueAt} ${momentOf(dueAt)}`];
    return { value: id, label: [person.fullName, stageLabel(kind, language), ...due].join(' · ') };
  });
  return (
    <Choice
      label={words.task}
      value={draft.taskId}
      options={options}
      onChoose={(taskId) => {
        // Who may take one task may have a voice in the other already.
        onChange({ taskId, to: '' });
      }}
    />
  );
}

/** A name typed in part, then chosen from the people of the programme who may take the task. */
function PersonChoice({ nomination, draft, onChange }: FieldsProps): ReactNode {
  const { words, say } = useSpeech();
  const [typed, setTyped] = useState('');
  const people = usePeople(nomination.programme, typed, draft.taskId);
  const options = (people.data?.people ?? []).map(({ id, fullName, posts }) => ({
    value: id,
    label: [fullName, ...posts.map(({ title }) => say(title))].join(' · '),
  }));
  return (
    <>
      <Field label={words.findPerson}>
        {(id) => (
          <input
            id={id}
            type="search"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        )}
      </Field>
      <Choice
        label={words.toPerson}
        value={draft.to}
        nothing="–"
        options={options}
        onChoose={(to) => {
          onChange({ to });
        }}
      />
      <p role="status" className="soft">
        {people.data ? `${words.peopleFound}: ${String(options.length)}` : words.typeToFind}
      </p>
    </>
  );
}

function LiftFields({ nomination, draft, onChange }: FieldsProps): ReactNode {
  const { words } = useSpeech();
  return (
    <>
      <Choice
        label={words.holdToLift}
        value={draft.holdId}
        options={nomination.holdIds.map((id) => ({ value: id, label: pauseLabel(id, nomination.holds, words) }))}
        onChoose={(holdId) => {
          onChange({ holdId });
        }}
      />
      <Choice
        label={words.outcome}
        value={draft.outcome}
        options={[
          { value: 'cleared', label: words.cleared },
          { value: 'confirmed', label: words.confirmed },
        ]}
        onChoose={(outcome) => {
          onChange({ outcome: outcome as ActionDraft['outcome'] });
        }}
      />
    </>
  );
}

/** The fields that an action needs besides its reason. */
export function ActionFields({ action, ...fields }: FieldsProps & { readonly action: CaseAction['action'] }): ReactNode {
  const { words } = useSpeech();
  const { draft, onChange } = fields;
  switch (action) {
    case 'withdraw':
    case 'resend':
      return null;
    case 'extend':
      return (
        <Typed
          label={words.workingDays}
          type="number"
          value={draft.workingDays}
          onType={(workingDays) => {
            onChange({ workingDays });
          }}
        />
      );
    case 'reassign':
      return (
        <>
          <TaskChoice {...fields} />
          <PersonChoice {...fields} />
        </>
      );
    case 'substitute':
      return (
        <>
          <TaskChoice {...fields} />
          <PersonChoice {...fields} />
          <Typed
            label={`${words.until} (${words.optional})`}
            type="date"
            value={draft.until}
            onType={(until) => {
              onChange({ until });
            }}
          />
        </>
      );
    case 'hold':
      return (
        <Typed
          label={words.authority}
          type="text"
          value={draft.authority}
          onType={(authority) => {
            onChange({ authority });
          }}
        />
      );
    case 'lift-hold':
      return <LiftFields {...fields} />;
  }
}
