import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask, Refused } from '../../api/client.ts';
import { useMe } from '../../api/session.tsx';
import type { CaseAction, CaseActionResult, NominationDetail } from '../../api/types.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Reason } from '../../parts/field.tsx';
import { RefusedAlert } from '../../parts/press-dialog.tsx';
import { RemedyDetail } from '../../parts/remedy-detail.tsx';
import type { Words } from '../../words/vi.ts';
import { useSpeech } from '../../words/words.tsx';
import { actionBody, emptyDraft, type ActionDraft } from './action-draft.ts';
import { ActionFields } from './action-fields.tsx';

interface ActionDialogProps {
  readonly action: CaseAction['action'];
  readonly nomination: NominationDetail;
  readonly onClose: () => void;
}

/** One key for as long as the dialog stands: pressing twice does it once. */
function useSend(nominationId: string): (body: CaseAction) => Promise<CaseActionResult> {
  const { csrf } = useMe();
  const client = useQueryClient();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return async (body) => {
    const path = `/v1/console/nominations/${encodeURIComponent(nominationId)}/actions`;
    const result = await ask<CaseActionResult>(path, { method: 'POST', body, csrf, idempotencyKey });
    await client.invalidateQueries({ queryKey: ['nomination', nominationId] });
    return result;
  };
}

const LEADS = {
  withdraw: 'withdrawLead',
  extend: 'extendLead',
  reassign: 'reassignLead',
  substitute: 'substituteLead',
  hold: 'holdLead',
  'lift-hold': 'liftLead',
  resend: 'resendLead',
} as const satisfies Record<CaseAction['action'], keyof Words>;

interface OutcomeProps {
  readonly result: CaseActionResult;
  readonly nomination: NominationDetail;
}

function Outcome({ result, nomination }: OutcomeProps): ReactNode {
  const { words } = useSpeech();
  const people = new Map(nomination.tasks.map(({ id, person }) => [id, person.fullName]));
  return (
    <ul role="status">
      {result.items.map((item, index) => (
        <li key={`${item.taskId ?? ''}-${String(index)}`}>
          <strong>{words[item.status]}</strong> {people.get(item.taskId ?? '')} {item.status !== 'done' && <RemedyDetail item={item} />}
        </li>
      ))}
    </ul>
  );
}

/** Asks for what the action needs and why; nothing happens before the press. */
export function ActionDialog({ action, nomination, onClose }: ActionDialogProps): ReactNode {
  const { words } = useSpeech();
  const send = useSend(nomination.id);
  const [draft, setDraft] = useState<ActionDraft>(() => emptyDraft(nomination));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [result, setResult] = useState<CaseActionResult | null>(null);
  const body = actionBody(action, draft);
  const press = async (): Promise<void> => {
    if (!body) return;
    setBusy(true);
    setRefused(null);
    try {
      setResult(await send(body));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  const change = (changes: Partial<ActionDraft>): void => {
    setDraft({ ...draft, ...changes });
  };
  return (
    <Dialog
      title={words[action]}
      okText={result ? words.close : words.confirm}
      okButtonProps={{ disabled: !body && !result, loading: busy }}
      {...(result && { cancelButtonProps: { style: { display: 'none' } } })}
      onOk={() => (result ? onClose() : void press())}
      onCancel={onClose}
    >
      {result ? (
        <Outcome result={result} nomination={nomination} />
      ) : (
        <>
          {refused && <RefusedAlert refused={refused} />}
          <p>{words[LEADS[action]]}</p>
          <ActionFields action={action} nomination={nomination} draft={draft} onChange={change} />
          <Reason
            value={draft.reason}
            onType={(reason) => {
              change({ reason });
            }}
          />
        </>
      )}
    </Dialog>
  );
}
