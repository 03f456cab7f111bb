import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { nomineePath, REGISTRY, useNominee } from '../../api/registry.ts';
import type { NomineeDetail } from '../../api/types.ts';
import { Reason } from '../../parts/field.tsx';
import { PressDialog, type Press } from '../../parts/press-dialog.tsx';
import { Answered } from '../../parts/states.tsx';
import { useSpeech } from '../../words/words.tsx';
import { Comparison } from './comparison.tsx';

type Side = 'left' | 'right';

interface MergeDialogProps {
  readonly leftId: string;
  readonly rightId: string;
  readonly onClose: () => void;
}

/** The older entry, or the one with more behind it, is proposed to be kept. */
function proposedOf(left: NomineeDetail, right: NomineeDetail): Side {
  const weight = ({ merged, titles, nominations }: NomineeDetail): number => merged.length * 100 + titles.length * 10 + nominations.length;
  return weight(right) > weight(left) ? 'right' : 'left';
}

function useBarrier(kept: NomineeDetail | undefined, gone: NomineeDetail | undefined): string | null {
  const { words } = useSpeech();
  if (!kept || !gone) return null;
  if (kept.kind !== gone.kind) return words.otherKind;
  return gone.merged.length > 0 ? words.carriesOthers : null;
}

interface KeepProps {
  readonly left: NomineeDetail;
  readonly right: NomineeDetail;
  readonly side: Side;
  readonly onSide: (side: Side) => void;
}

function Keep({ left, right, side, onSide }: KeepProps): ReactNode {
  const { words } = useSpeech();
  const entries = [
    ['left', `A · ${left.fullName}`],
    ['right', `B · ${right.fullName}`],
  ] as const;
  return (
    <fieldset className="choices">
      <legend>{words.keepThis}</legend>
      {entries.map(([value, label]) => (
        <label key={value} className="flag">
          <input
            type="radio"
            name="keep"
            checked={side === value}
            onChange={() => {
              onSide(value);
            }}
          />{' '}
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** What would stand afterwards: nothing is deleted, the entries are read as one. */
function Preview({ kept, gone }: { readonly kept: NomineeDetail; readonly gone: NomineeDetail }): ReactNode {
  const { words } = useSpeech();
  return (
    <Alert
      type="info"
      showIcon
      title={
        <>
          {words.afterMerge}: <strong>{kept.fullName}</strong>. {words.nominations}: {kept.nominations.length + gone.nominations.length} ·{' '}
          {words.titles}: {kept.titles.length + gone.titles.length}. {words.mergeUndoable}
        </>
      }
    />
  );
}

/** Compares two entries side by side and says, with a reason, that they are one; first what would stand, then the press. */
export function MergeDialog({ leftId, rightId, onClose }: MergeDialogProps): ReactNode {
  const { words } = useSpeech();
  const navigate = useNavigate();
  const leftQuery = useNominee(leftId);
  const rightQuery = useNominee(rightId);
  const [chosen, setChosen] = useState<Side | null>(null);
  const [reason, setReason] = useState('');
  const [left, right] = [leftQuery.data, rightQuery.data];
  const side = chosen ?? (left && right ? proposedOf(left, right) : 'left');
  const [kept, gone] = side === 'left' ? [left, right] : [right, left];
  const barrier = useBarrier(kept, gone);
  const ready = kept !== undefined && gone !== undefined && barrier === null && reason.trim() !== '';
  const press: Press | null = ready ? { path: `${nomineePath(gone.id)}/merge`, body: { into: kept.id, reason: reason.trim() } } : null;
  return (
    <PressDialog
      title={words.mergeTitle}
      okText={words.merge}
      wide
      press={press}
      refreshes={[REGISTRY]}
      onClose={onClose}
      onDone={() => void navigate(`/registry/${encodeURIComponent(kept?.id ?? '')}`)}
    >
      <Answered query={leftQuery}>
        {(a) => (
          <Answered query={rightQuery}>
            {(b) => (
              <>
                <Comparison left={a} right={b} />
                <Keep left={a} right={b} side={side} onSide={setChosen} />
                {barrier === null ? (
                  kept && gone && <Preview kept={kept} gone={gone} />
                ) : (
                  <Alert role="alert" type="warning" showIcon title={barrier} />
                )}
                <Reason value={reason} onType={setReason} />
              </>
            )}
          </Answered>
        )}
      </Answered>
    </PressDialog>
  );
}
