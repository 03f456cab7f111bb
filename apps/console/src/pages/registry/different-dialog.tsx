import { useState, type ReactNode } from 'react';
import { nomineePath, REGISTRY } from '../../api/registry.ts';
import type { LookAlikes } from '../../api/types.ts';
import { Reason } from '../../parts/field.tsx';
import { PressDialog } from '../../parts/press-dialog.tsx';
import { useSpeech } from '../../words/words.tsx';

interface DifferentDialogProps {
  readonly pair: LookAlikes;
  readonly onClose: () => void;
}

/** Says, with a reason, that two entries which look alike are two; where that was said before, takes it back. */
export function DifferentDialog({ pair: { nominee, other, different }, onClose }: DifferentDialogProps): ReactNode {
  const { words } = useSpeech();
  const [reason, setReason] = useState('');
  const said = reason.trim();
  const label = different ? words.maybeSame : words.differentPeople;
  const path = `${nomineePath(nominee.id)}/different-from${different ? '/undo' : ''}`;
  return (
    <PressDialog
      title={`${label}: ${nominee.fullName}`}
      okText={label}
      press={said === '' ? null : { path, body: { other: other.id, reason: said } }}
      refreshes={[REGISTRY]}
      onClose={onClose}
    >
      <p>{different ? words.maybeSameLead : words.differentPeopleLead}</p>
      <Reason value={reason} onType={setReason} />
    </PressDialog>
  );
}
