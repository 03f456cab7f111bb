import { useState, type ReactNode } from 'react';
import { AFTERMATH } from '../../api/aftermath.ts';
import { LongTyped, Typed } from '../../parts/field.tsx';
import { PressDialog } from '../../parts/press-dialog.tsx';
import { useSpeech } from '../../words/words.tsx';

export interface Noted {
  readonly is: 'recovery' | 'finding';
  readonly id: string;
  readonly of: string;
}

interface NoteDialogProps {
  readonly noted: Noted;
  readonly onClose: () => void;
}

/** Notes once what came back, or what a re-examination found. */
export function NoteDialog({ noted: { is, id, of }, onClose }: NoteDialogProps): ReactNode {
  const { words } = useSpeech();
  const [text, setText] = useState('');
  const said = text.trim();
  const recovery = is === 'recovery';
  const path = recovery ? `/v1/recalls/${encodeURIComponent(id)}/recovery` : `/v1/reexaminations/${encodeURIComponent(id)}/finding`;
  return (
    <PressDialog
      title={`${recovery ? words.noteRecovery : words.noteFinding}: ${of}`}
      press={said === '' ? null : { path, body: recovery ? { paper: said } : { finding: said } }}
      refreshes={[AFTERMATH]}
      onClose={onClose}
    >
      {recovery ? (
        <Typed label={words.recoveryPaper} type="text" required value={text} onType={setText} />
      ) : (
        <LongTyped label={words.finding} value={text} onType={setText} />
      )}
    </PressDialog>
  );
}
