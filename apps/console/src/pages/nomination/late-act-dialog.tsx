import { useState, type ReactNode } from 'react';
import { AFTERMATH } from '../../api/aftermath.ts';
import { useNames } from '../../api/names.ts';
import { REGISTRY } from '../../api/registry.ts';
import type { AfterOffers, NominationDetail } from '../../api/types.ts';
import { Choice, Reason, Typed } from '../../parts/field.tsx';
import { PressDialog } from '../../parts/press-dialog.tsx';
import { civilDate } from '../../words/dates.ts';
import { ruleLabel } from '../../words/labels.ts';
import type { Words } from '../../words/vi.ts';
import { useSpeech } from '../../words/words.tsx';
import { emptyLateAct, lateActPress, type LateAct, type LateActDraft } from './late-act-draft.ts';

export const LATE_ACT_WORDS = {
  complain: 'complain',
  revoke: 'revoke',
  reopen: 'reopen',
  override: 'override',
  number: 'numberDecision',
} as const satisfies Record<LateAct, keyof Words>;

const LEADS: Partial<Readonly<Record<LateAct, keyof Words>>> = {
  complain: 'complainLead',
  revoke: 'revokeLead',
  reopen: 'reopenLead',
  override: 'overrideLead',
};

interface FieldsProps {
  readonly offers: AfterOffers;
  readonly nomination: NominationDetail;
  readonly draft: LateActDraft;
  readonly onChange: (changes: Partial<LateActDraft>) => void;
}

function GroundChoice({ grounds, draft, onChange }: FieldsProps & { readonly grounds: AfterOffers['revoke'] }): ReactNode {
  const { words, say } = useSpeech();
  return (
    <Choice
      label={words.ground}
      value={draft.ground}
      nothing="–"
      options={grounds.map(({ ground, text }) => ({ value: ground, label: say(text) }))}
      onChoose={(ground) => {
        onChange({ ground });
      }}
    />
  );
}

function ComplainFields(props: FieldsProps): ReactNode {
  const { words } = useSpeech();
  const { offers, draft, onChange } = props;
  return (
    <>
      <GroundChoice {...props} grounds={offers.complain} />
      <Typed
        label={words.filedBy}
        type="text"
        required
        value={draft.by}
        onType={(by) => {
          onChange({ by });
        }}
      />
      <Typed
        label={words.complainEmail}
        type="email"
        value={draft.email}
        onType={(email) => {
          onChange({ email });
        }}
      />
    </>
  );
}

function RevokeFields(props: FieldsProps): ReactNode {
  const { words } = useSpeech();
  const { offers, draft, onChange } = props;
  return (
    <>
      <GroundChoice {...props} grounds={offers.revoke} />
      <Typed
        label={words.paperOfRevocation}
        type="text"
        required
        value={draft.paper}
        onType={(paper) => {
          onChange({ paper });
        }}
      />
      <Typed
        label={`${words.revokedOn} (${words.optional})`}
        type="date"
        value={draft.on}
        onType={(on) => {
          onChange({ on });
        }}
      />
    </>
  );
}

function OverrideFields({ offers: { override }, draft, onChange }: FieldsProps): ReactNode {
  const { words, language, say } = useSpeech();
  return (
    <>
      <Choice
        label={words.rule}
        value={draft.rule}
        nothing="–"
        options={override.rules.map((value) => ({ value, label: ruleLabel(value, language) }))}
        onChoose={(rule) => {
          onChange({ rule });
        }}
      />
      <Choice
        label={words.whichPost}
        value={draft.post}
        nothing="–"
        options={override.posts.map(({ key, name }) => ({ value: key, label: say(name) }))}
        onChoose={(post) => {
          onChange({ post });
        }}
      />
    </>
  );
}

function NumberFields({ offers: { number }, nomination, draft, onChange }: FieldsProps): ReactNode {
  const { words } = useSpeech();
  const names = useNames();
  return (
    <>
      <Choice
        label={words.whichDecision}
        value={draft.decisionId}
        options={number.map(({ decisionId, level, signedOn }) => ({
          value: decisionId,
          label: `${names.level(nomination.programme, level)} · ${civilDate(signedOn)}`,
        }))}
        onChoose={(decisionId) => {
          onChange({ decisionId });
        }}
      />
      <Typed
        label={words.number}
        type="text"
        required
        value={draft.number}
        onType={(typed) => {
          onChange({ number: typed });
        }}
      />
      <Typed
        label={`${words.signedOn} (${words.optional})`}
        type="date"
        value={draft.on}
        onType={(on) => {
          onChange({ on });
        }}
      />
    </>
  );
}

/** The fields that an act after the result needs besides its reason. */
function Fields({ act, ...props }: FieldsProps & { readonly act: LateAct }): ReactNode {
  const { words, say } = useSpeech();
  const { offers, draft, onChange } = props;
  switch (act) {
    case 'complain':
      return <ComplainFields {...props} />;
    case 'revoke':
      return <RevokeFields {...props} />;
    case 'override':
      return <OverrideFields {...props} />;
    case 'number':
      return <NumberFields {...props} />;
    case 'reopen':
      return (
        <Choice
          label={words.backTo}
          value={draft.stage}
          nothing="–"
          options={offers.reopen.map(({ key, name }) => ({ value: key, label: say(name) }))}
          onChoose={(stage) => {
            onChange({ stage });
          }}
        />
      );
  }
}

interface LateActDialogProps {
  readonly act: LateAct;
  readonly offers: AfterOffers;
  readonly nomination: NominationDetail;
  readonly onClose: () => void;
}

/** An act on a nomination after its result: what it does in plain words, what it needs, and why. */
export function LateActDialog({ act, offers, nomination, onClose }: LateActDialogProps): ReactNode {
  const { words } = useSpeech();
  const [draft, setDraft] = useState<LateActDraft>(() => emptyLateAct(act, offers));
  const change = (changes: Partial<LateActDraft>): void => {
    setDraft({ ...draft, ...changes });
  };
  const lead = LEADS[act];
  return (
    <PressDialog
      title={words[LATE_ACT_WORDS[act]]}
      press={lateActPress(act, nomination.id, draft, offers.override.person)}
      refreshes={[AFTERMATH, REGISTRY, 'nomination', 'nominations']}
      onClose={onClose}
    >
      {lead && <p>{words[lead]}</p>}
      <Fields act={act} offers={offers} nomination={nomination} draft={draft} onChange={change} />
      {act !== 'number' && (
        <Reason
          value={draft.reason}
          onType={(reason) => {
            change({ reason });
          }}
        />
      )}
    </PressDialog>
  );
}
