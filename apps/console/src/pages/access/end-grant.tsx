import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { ask, Refused } from '../../api/client.ts';
import { useMe } from '../../api/session.tsx';
import type { Grant } from '../../api/types.ts';
import { Field } from '../../parts/field.tsx';
import { Failure } from '../../parts/states.tsx';
import { useSpeech } from '../../words/words.tsx';

/** Takes a role away, with a reason. */
export function EndGrant({ grant }: { readonly grant: Grant }): ReactNode {
  const { words } = useSpeech();
  const { csrf } = useMe();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const end = async (): Promise<void> => {
    try {
      await ask(`/v1/console/access/grants/${encodeURIComponent(grant.id)}/end`, { method: 'POST', body: { reason: reason.trim() }, csrf });
      await client.invalidateQueries({ queryKey: ['grants'] });
      setOpen(false);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    }
  };
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {words.endGrant}
      </Button>
      <Modal
        open={open}
        title={words.endGrant}
        okText={words.confirm}
        cancelText={words.cancel}
        okButtonProps={{ disabled: reason.trim() === '' }}
        onOk={() => void end()}
        onCancel={() => {
          setOpen(false);
        }}
      >
        <div className="form">
          {refused && <Failure error={refused} />}
          <Field label={words.reason}>
            {(id) => (
              <textarea
                id={id}
                value={reason}
                onChange={(event) => {
                  setReason(event.target.value);
                }}
              />
            )}
          </Field>
        </div>
      </Modal>
    </>
  );
}
