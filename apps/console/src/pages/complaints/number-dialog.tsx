import { useState, type ReactNode } from 'react';
import type { UnnumberedDecision } from '../../api/types.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Typed } from '../../parts/field.tsx';
import { FieldErrors } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSpeech } from '../../words/words.tsx';
import { About } from './about.tsx';
import { useNumbering, type Outcome } from './use-numbering.ts';

const WORDS = { recorded: 'numberWritten', refused: 'refused', 'not-confirmed': 'not-confirmed', 'not-sent': 'numberNotSent' } as const;

/** What became of one decision, and why not. */
function OutcomeWords({ outcome }: { readonly outcome: Outcome | undefined }): ReactNode {
  const { words, language } = useSpeech();
  if (!outcome) return '–';
  const { status, problem } = outcome;
  const said = problem && (language === 'vi' ? (problem.detailVi ?? problem.titleVi) : problem.detail);
  return (
    <>
      <Tag tone={status === 'recorded' ? 'good' : 'late'}>{words[WORDS[status]]}</Tag>
      {status === 'refused' && said && (
        <>
          <span className="rest">{said}</span>
          <FieldErrors errors={problem.errors ?? []} besides={said} />
        </>
      )}
    </>
  );
}

interface NumberDialogProps {
  readonly decisions: readonly UnnumberedDecision[];
  readonly onClose: () => void;
}

/** One number and day of signing for all that were chosen; what became of each stays until the dialog is closed. */
export function NumberDialog({ decisions, onClose }: NumberDialogProps): ReactNode {
  const { words } = useSpeech();
  const [number, setNumber] = useState('');
  const [signedOn, setSignedOn] = useState(() => decisions[0]?.signedOn ?? '');
  const { busy, outcomes, write } = useNumbering(decisions);
  const written = decisions.filter(({ id }) => outcomes.get(id)?.status === 'recorded').length;
  const done = written === decisions.length;
  const columns: readonly Column<UnnumberedDecision>[] = [
    { key: 'about', title: words.nominee, cell: (line) => <About line={line} /> },
    { key: 'outcome', title: words.outcome, cell: ({ id }) => <OutcomeWords outcome={outcomes.get(id)} /> },
  ];
  return (
    <Dialog
      title={words.giveNumber}
      width={760}
      okText={done ? words.close : outcomes.size > 0 ? words.numberLeft : words.giveNumber}
      okButtonProps={{ disabled: !done && (number.trim() === '' || signedOn === ''), loading: busy }}
      onOk={() => {
        if (done) onClose();
        else void write(number.trim(), signedOn);
      }}
      onCancel={onClose}
    >
      <p>{words.giveNumberLead}</p>
      <div className="fields">
        <Typed label={words.number} type="text" required value={number} onType={setNumber} />
        <Typed label={words.signedOn} type="date" required value={signedOn} onType={setSignedOn} />
      </div>
      <p role="status">
        {words.numberWritten}: {written}/{decisions.length}
      </p>
      <Table caption={words.decisions} columns={columns} rows={decisions} keyOf={({ id }) => id} empty={words.nothingHere} />
    </Dialog>
  );
}
