import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CaseAction, NominationDetail } from '../../api/types.ts';
import { useSpeech } from '../../words/words.tsx';
import { ActionDialog } from './action-dialog.tsx';

/** What the reader may do to this case, each behind a dialog that asks why. */
export function CaseActions({ nomination }: { readonly nomination: NominationDetail }): ReactNode {
  const { words } = useSpeech();
  const [chosen, setChosen] = useState<CaseAction['action'] | null>(null);
  return (
    <>
      {nomination.actions.map((action) => (
        <Button
          key={action}
          onClick={() => {
            setChosen(action);
          }}
        >
          {words[action]}
        </Button>
      ))}
      {chosen !== null && (
        <ActionDialog
          action={chosen}
          nomination={nomination}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </>
  );
}
