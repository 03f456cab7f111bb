import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import { ask, Refused } from '../api/client.ts';
import { useMe } from '../api/session.tsx';
import { useSpeech } from '../words/words.tsx';
import { Dialog } from './dialog.tsx';
import { ProblemDetail } from './states.tsx';

/** What is sent when the button is pressed. */
export interface Press {
  readonly path: string;
  readonly body: object;
}

interface PressDialogProps {
  readonly title: string;
  readonly okText?: string;
  readonly wide?: boolean;
  /** Null while something needed is missing. */
  readonly press: Press | null;
  /** First parts of the keys of what is asked again afterwards. */
  readonly refreshes: readonly string[];
  readonly onClose: () => void;
  /** Told what the server answered. */
  readonly onDone?: (answer: unknown) => void;
  readonly children: ReactNode;
}

/** One key for as long as the dialog stands: pressing twice does it once. */
function useSend(refreshes: readonly string[]): (press: Press) => Promise<unknown> {
  const { csrf } = useMe();
  const client = useQueryClient();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return async ({ path, body }) => {
    const answer = await ask<unknown>(path, { method: 'POST', body, csrf, idempotencyKey });
    await Promise.all(refreshes.map((key) => client.invalidateQueries({ queryKey: [key] })));
    return answer;
  };
}

export function RefusedAlert({ refused }: { readonly refused: Refused }): ReactNode {
  const { words } = useSpeech();
  const said = refused.status === 0 ? words.cannotReach : <ProblemDetail refused={refused} />;
  return <Alert role="alert" type="error" showIcon title={said} />;
}

/** Asks for what an act needs; nothing happens before the press, and what is refused says why. */
export function PressDialog({ title, okText, wide = false, press, refreshes, onClose, onDone, children }: PressDialogProps): ReactNode {
  const { words } = useSpeech();
  const send = useSend(refreshes);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const run = async (): Promise<void> => {
    if (!press) return;
    setBusy(true);
    setRefused(null);
    try {
      const answer = await send(press);
      onClose();
      onDone?.(answer);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      width={wide ? 760 : 520}
      okText={okText ?? words.confirm}
      okButtonProps={{ disabled: !press, loading: busy }}
      onOk={() => void run()}
      onCancel={onClose}
    >
      {refused && <RefusedAlert refused={refused} />}
      {children}
    </Dialog>
  );
}
