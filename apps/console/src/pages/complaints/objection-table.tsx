import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { AFTERMATH } from '../../api/aftermath.ts';
import { useNames } from '../../api/names.ts';
import { useMay } from '../../api/session.tsx';
import type { ObjectionLine } from '../../api/types.ts';
import { Choice, Reason } from '../../parts/field.tsx';
import { PressDialog } from '../../parts/press-dialog.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { momentOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';

interface SettleDialogProps {
  readonly objection: ObjectionLine;
  readonly onClose: () => void;
}

/** What looking into it found, and why; the hold ends with it. */
function SettleDialog({ objection: { id, personId, personName }, onClose }: SettleDialogProps): ReactNode {
  const { words } = useSpeech();
  const [outcome, setOutcome] = useState('');
  const [reason, setReason] = useState('');
  const ready = outcome !== '' && reason.trim() !== '';
  const path = `/v1/operations/objections/${encodeURIComponent(id)}/settle`;
  return (
    <PressDialog
      title={`${words.settle}: ${personName ?? personId}`}
      press={ready ? { path, body: { outcome, reason: reason.trim() } } : null}
      refreshes={[AFTERMATH, 'nomination']}
      onClose={onClose}
    >
      <Choice
        label={words.objectionOutcome}
        value={outcome}
        nothing="–"
        options={[
          { value: 'cleared', label: words.answerStands },
          { value: 'confirmed', label: words.answerWasAnothers },
        ]}
        onChoose={setOutcome}
      />
      <Reason value={reason} onType={setReason} />
    </PressDialog>
  );
}

/** Who says that a recorded answer was not theirs; each holds its nomination until it is settled. */
export function ObjectionTable({ objections }: { readonly objections: readonly ObjectionLine[] }): ReactNode {
  const { words } = useSpeech();
  const names = useNames();
  const maySettle = useMay('settle-objection');
  const [settled, setSettled] = useState<ObjectionLine | null>(null);
  const columns: readonly Column<ObjectionLine>[] = [
    {
      key: 'person',
      title: words.objector,
      cell: ({ personId, personName, programme, unit }) => (
        <>
          {personName ?? personId}
          <span className="rest">{names.unit(programme, unit)}</span>
        </>
      ),
    },
    {
      key: 'nomination',
      title: words.thisFiling,
      cell: ({ nominationId }) => <Link to={`/nominations/${encodeURIComponent(nominationId)}`}>{nominationId}</Link>,
    },
    { key: 'reason', title: words.reason, wide: true, cell: ({ reason }) => reason ?? '–' },
    { key: 'opened', title: words.filedAt, cell: ({ openedAt }) => momentOf(openedAt) },
    {
      key: 'settle',
      title: words.actions,
      cell: (objection) =>
        maySettle ? (
          <Button
            size="small"
            aria-label={`${words.settle}: ${objection.personName ?? objection.personId}`}
            onClick={() => {
              setSettled(objection);
            }}
          >
            {words.settle}
          </Button>
        ) : (
          '–'
        ),
    },
  ];
  return (
    <>
      <Table caption={words.objections} columns={columns} rows={objections} keyOf={({ id }) => id} empty={words.noObjections} />
      {settled && (
        <SettleDialog
          objection={settled}
          onClose={() => {
            setSettled(null);
          }}
        />
      )}
    </>
  );
}
