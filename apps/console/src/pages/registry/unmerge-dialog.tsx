import { useState, type ReactNode } from 'react';
import { nomineePath, REGISTRY } from '../../api/registry.ts';
import { Reason } from '../../parts/field.tsx';
import { PressDialog } from '../../parts/press-dialog.tsx';
import { useSpeech } from '../../words/words.tsx';

interface UnmergeDialogProps {
  readonly nomineeId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Takes a merge back, with a reason; both entries stand by themselves again. */
export function UnmergeDialog({ nomineeId, name, onClose }: UnmergeDialogProps): ReactNode {
  const { words } = useSpeech();
  const [reason, setReason] = useState('');
  const said = reason.trim();
  return (
    <PressDialog
      title={`${words.unmerge}: ${name}`}
      okText={words.unmerge}
      press={said === '' ? null : { path: `${nomineePath(nomineeId)}/unmerge`, body: { reason: said } }}
      refreshes={[REGISTRY]}
      onClose={onClose}
    >
      <p>{words.unmergeLead}</p>
      <Reason value={reason} onType={setReason} />
    </PressDialog>
  );
}
