import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNames } from '../../api/names.ts';
import type { Grant } from '../../api/types.ts';
import { Reason } from '../../parts/field.tsx';
import { PressDialog } from '../../parts/press-dialog.tsx';
import { roleLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { placeOf } from './place-of.ts';

interface EndDialogProps {
  readonly grant: Grant;
  readonly onClose: () => void;
}

function EndDialog({ grant, onClose }: EndDialogProps): ReactNode {
  const { words, language } = useSpeech();
  const names = useNames();
  const [reason, setReason] = useState('');
  const path = `/v1/console/access/grants/${encodeURIComponent(grant.id)}/end`;
  const whose = [
    grant.fullName ?? grant.email ?? grant.personId,
    roleLabel(grant.role, language),
    placeOf(grant, names, words.everyProgramme),
  ];
  return (
    <PressDialog
      title={words.endGrant}
      press={reason.trim() === '' ? null : { path, body: { reason: reason.trim() } }}
      refreshes={['grants']}
      onClose={onClose}
    >
      <p>{whose.join(' · ')}</p>
      <Reason value={reason} onType={setReason} />
    </PressDialog>
  );
}

/** Takes a role away, with a reason. */
export function EndGrant({ grant }: { readonly grant: Grant }): ReactNode {
  const { words } = useSpeech();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {words.endGrant}
      </Button>
      {open && (
        <EndDialog
          grant={grant}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
