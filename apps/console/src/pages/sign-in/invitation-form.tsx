import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { ask } from '../../api/client.ts';
import type { Entered } from '../../api/types.ts';
import { useSpeech } from '../../words/words.tsx';
import { goTo, refusalWords } from './enter.ts';

/** An invitation waits for a press: a mail scanner that opens the link uses nothing up. */
export function InvitationForm({ token }: { readonly token: string }): ReactNode {
  const { words } = useSpeech();
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const accept = async (): Promise<void> => {
    setBusy(true);
    try {
      goTo((await ask<Entered>('/v1/auth/invitation', { method: 'POST', body: { token } })).returnTo);
    } catch (error) {
      setWrong(refusalWords(error, words, words.invitationDead));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p className="lead">{words.invitationLead}</p>
      {wrong !== undefined && <Alert role="alert" type="error" showIcon title={wrong} />}
      <Button type="primary" loading={busy} onClick={() => void accept()}>
        {words.enter}
      </Button>
    </>
  );
}
