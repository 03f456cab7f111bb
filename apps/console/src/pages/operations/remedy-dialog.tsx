import { useQueryClient } from '@tanstack/react-query';
import { Progress } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { ask, Refused } from '../../api/client.ts';
import { useJob } from '../../api/operations.ts';
import type { Remedy, RemedyItem, RemedyRequest, RemedyResults, RemedyTarget } from '../../api/types.ts';
import { useMe } from '../../api/session.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Reason, Typed } from '../../parts/field.tsx';
import { RefusedAlert } from '../../parts/press-dialog.tsx';
import { RemedyDetail } from '../../parts/remedy-detail.tsx';
import { useSpeech } from '../../words/words.tsx';

interface RemedyDialogProps {
  readonly remedy: Remedy;
  readonly target: RemedyTarget;
  readonly onClose: () => void;
}

/** What a remedy needs to know besides whom it is for and why. */
const NEEDS: Partial<Readonly<Record<Remedy, 'to' | 'workingDays' | 'address'>>> = {
  reassign: 'to',
  substitute: 'to',
  'extend-deadline': 'workingDays',
  'correct-address': 'address',
};

/** The nomination, to be looked at, or the event. */
function Concerned({ item: { nominationId, eventId } }: { readonly item: RemedyItem }): ReactNode {
  if (nominationId === undefined) return eventId;
  return <Link to={`/nominations/${encodeURIComponent(nominationId)}`}>{nominationId}</Link>;
}

function Items({ items }: { readonly items: readonly RemedyItem[] }): ReactNode {
  const { words } = useSpeech();
  return (
    <ul className="cases" tabIndex={0} aria-label={words.casesConcerned}>
      {items.map((item, index) => (
        <li key={`${item.nominationId ?? item.eventId ?? ''}-${String(index)}`}>
          <strong>{words[item.status]}</strong> <Concerned item={item} />{' '}
          <span className="soft">
            <RemedyDetail item={item} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where the remedy is: what it would do, or how far it has come, item by item. */
function Course({ results }: { readonly results: RemedyResults }): ReactNode {
  const { words } = useSpeech();
  const percent = results.total === 0 ? 100 : Math.round((results.done / results.total) * 100);
  return (
    <div role="status">
      {results.dryRun ? (
        <p>
          {words.wouldConcern}: {results.total}
        </p>
      ) : (
        <Progress percent={percent} aria-label={words.progress} />
      )}
      <Items items={results.items} />
    </div>
  );
}

function useRemedy({ remedy, target }: RemedyDialogProps, needed: string, reason: string): (dryRun: boolean) => Promise<RemedyResults> {
  const { csrf } = useMe();
  const client = useQueryClient();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const need = NEEDS[remedy];
  return async (dryRun) => {
    const extra = need === undefined ? {} : { [need]: need === 'workingDays' ? Number(needed) : needed.trim() };
    const body: RemedyRequest = { remedy, target, reason: reason.trim(), dryRun, ...extra };
    const results = await ask<RemedyResults>('/v1/operations/remedies', { method: 'POST', body, csrf, ...(!dryRun && { idempotencyKey }) });
    if (!dryRun) await client.invalidateQueries({ queryKey: ['stuck'] });
    return results;
  };
}

/** First what would happen, then the press; the reason stays in the trail. */
export function RemedyDialog(props: RemedyDialogProps): ReactNode {
  const { words } = useSpeech();
  const { remedy, onClose } = props;
  const [reason, setReason] = useState('');
  const [needed, setNeeded] = useState('');
  const [busy, setBusy] = useState(false);
  const [results, setResults] = useState<RemedyResults | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const run = useRemedy(props, needed, reason);
  const job = useJob(results?.jobId ?? null);
  const need = NEEDS[remedy];
  const previewed = results?.dryRun === true;
  const finished = results !== null && !results.dryRun;
  const press = async (): Promise<void> => {
    setBusy(true);
    setRefused(null);
    try {
      setResults(await run(!previewed));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  const incomplete = reason.trim() === '' || (need !== undefined && needed.trim() === '');
  return (
    <Dialog
      title={words[remedy]}
      okText={finished ? words.close : previewed ? words.confirm : words.preview}
      okButtonProps={{ disabled: incomplete, loading: busy }}
      {...(finished && { cancelButtonProps: { style: { display: 'none' } } })}
      onOk={() => (finished ? onClose() : void press())}
      onCancel={onClose}
    >
      {refused && <RefusedAlert refused={refused} />}
      {results === null ? (
        <>
          {need !== undefined && <NeededField need={need} value={needed} onType={setNeeded} />}
          <Reason value={reason} onType={setReason} />
        </>
      ) : (
        <Course results={job.data ?? results} />
      )}
    </Dialog>
  );
}

interface NeededFieldProps {
  readonly need: 'to' | 'workingDays' | 'address';
  readonly value: string;
  readonly onType: (value: string) => void;
}

function NeededField({ need, value, onType }: NeededFieldProps): ReactNode {
  const { words } = useSpeech();
  const label = { to: words.toWhom, workingDays: words.workingDays, address: words.rightAddress }[need];
  const type = ({ to: 'text', workingDays: 'number', address: 'email' } as const)[need];
  return <Typed label={label} type={type} required value={value} onType={onType} />;
}
