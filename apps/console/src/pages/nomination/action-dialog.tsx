import { useQueryClient } from '@tanstack/react-query';
import { Alert, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { ask, Refused } from '../../api/client.ts';
import { useMe } from '../../api/session.tsx';
import type { CaseAction, CaseActionResult, NominationDetail } from '../../api/types.ts';
import { Reason } from '../../parts/field.tsx';
import { ProblemDetail } from '../../parts/states.tsx';
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

function Outcome({ result }: { readonly result: CaseActionResult }): ReactNode {
  const { words } = useSpeech();
  return (
    <ul role="status">
      {result.items.map((item, index) => (
        <li key={`${item.taskId ?? ''}-${String(index)}`}>
          <strong>{words[item.status]}</strong> {item.detail}
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
    <Modal
      open
      title={words[action]}
      okText={result ? words.close : words.confirm}
      cancelText={words.cancel}
      okButtonProps={{ disabled: !body && !result, loading: busy }}
      onOk={() => (result ? onClose() : void press())}
      onCancel={onClose}
    >
      {result ? (
        <Outcome result={result} />
      ) : (
        <div className="form">
          {refused && (
            <Alert
              role="alert"
              type="error"
              showIcon
              title={refused.status === 0 ? words.cannotReach : <ProblemDetail refused={refused} />}
            />
          )}
          <ActionFields action={action} nomination={nomination} draft={draft} onChange={change} />
          <Reason
            value={draft.reason}
            onType={(reason) => {
              change({ reason });
            }}
          />
        </div>
      )}
    </Modal>
  );
}
