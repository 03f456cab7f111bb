import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAfterwards, useObjectionsTo } from '../../api/aftermath.ts';
import { useNames } from '../../api/names.ts';
import type { AfterOffers, CaseAfterwards, NominationDetail } from '../../api/types.ts';
import { Answered, Empty } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { civilDate } from '../../words/dates.ts';
import { ruleLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { ComplaintTable } from '../complaints/complaint-table.tsx';
import { ObjectionTable } from '../complaints/objection-table.tsx';
import { RecallTable } from '../complaints/recall-table.tsx';
import { ReexaminationTable } from '../complaints/reexamination-table.tsx';
import { LATE_ACT_WORDS, LateActDialog } from './late-act-dialog.tsx';
import type { LateAct } from './late-act-draft.ts';

function offeredIn({ complain, revoke, reopen, override, number }: AfterOffers): readonly LateAct[] {
  const counts = { complain, revoke, reopen, override: override.rules, number } satisfies Record<LateAct, readonly unknown[]>;
  return (Object.keys(counts) as LateAct[]).filter((act) => counts[act].length > 0);
}

function Acts({ nomination, offers }: { readonly nomination: NominationDetail; readonly offers: AfterOffers }): ReactNode {
  const { words } = useSpeech();
  const [chosen, setChosen] = useState<LateAct | null>(null);
  const offered = offeredIn(offers);
  if (offered.length === 0) return null;
  return (
    <div className="page-tools tab-tools">
      {offered.map((act) => (
        <Button
          key={act}
          onClick={() => {
            setChosen(act);
          }}
        >
          {words[LATE_ACT_WORDS[act]]}
        </Button>
      ))}
      {chosen !== null && (
        <LateActDialog
          act={chosen}
          offers={offers}
          nomination={nomination}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </div>
  );
}

function Revocations({ nomination, after }: { readonly nomination: NominationDetail; readonly after: CaseAfterwards }): ReactNode {
  const { words, say } = useSpeech();
  const names = useNames();
  type Revocation = CaseAfterwards['revocations'][number];
  const columns = [
    { key: 'award', title: words.award, cell: ({ award }: Revocation) => names.award(nomination.programme, award) },
    { key: 'ground', title: words.ground, cell: ({ groundIn }: Revocation) => say(groundIn) },
    { key: 'paper', title: words.paperOfRevocation, cell: ({ paper }: Revocation) => paper },
    { key: 'on', title: words.revokedOn, cell: ({ revokedOn }: Revocation) => civilDate(revokedOn) },
  ];
  return <Table caption={words.revocations} columns={columns} rows={after.revocations} keyOf={({ level }) => level} empty={words.none} />;
}

function Duplicates({ after }: { readonly after: CaseAfterwards }): ReactNode {
  return (
    <ul>
      {after.duplicates.map(({ kind, id, likeness }) => (
        <li key={`${kind}-${id}`}>
          {kind === 'nomination' ? <Link to={`/nominations/${encodeURIComponent(id)}`}>{id}</Link> : id}{' '}
          <span className="soft">{Math.round(likeness / 10)} %</span>
        </li>
      ))}
    </ul>
  );
}

function Block({ title, shown, children }: { readonly title: string; readonly shown: boolean; readonly children: ReactNode }): ReactNode {
  if (!shown) return null;
  return (
    <section aria-label={title} className="block">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Details({ nomination, after }: { readonly nomination: NominationDetail; readonly after: CaseAfterwards }): ReactNode {
  const { words, language } = useSpeech();
  const { complaints, revocations, recalls, reexaminations, overrides, duplicates } = after;
  const objections = useObjectionsTo(nomination.id).data?.items ?? [];
  const lists = [objections, complaints, revocations, recalls, reexaminations, overrides, duplicates];
  return (
    <>
      <Acts nomination={nomination} offers={after.offers} />
      {after.nomineeId !== null && (
        <p>
          <Link to={`/registry/${encodeURIComponent(after.nomineeId)}`}>{words.inRegistry}</Link>
        </p>
      )}
      {lists.every(({ length }) => length === 0) && <Empty>{words.nothingAfterwards}</Empty>}
      <Block title={words.objections} shown={objections.length > 0}>
        <ObjectionTable objections={objections} />
      </Block>
      <Block title={words.complaints} shown={complaints.length > 0}>
        <ComplaintTable complaints={complaints} withNomination={false} />
      </Block>
      <Block title={words.revocations} shown={revocations.length > 0}>
        <Revocations nomination={nomination} after={after} />
      </Block>
      <Block title={words.recalls} shown={recalls.length > 0}>
        <RecallTable recalls={recalls} withNomination={false} />
      </Block>
      <Block title={words.reexaminations} shown={reexaminations.length > 0}>
        <ReexaminationTable lines={reexaminations} />
      </Block>
      <Block title={words.overrides} shown={overrides.length > 0}>
        <p>{overrides.map((rule) => ruleLabel(rule, language)).join(', ')}</p>
      </Block>
      <Block title={words.duplicatesHere} shown={duplicates.length > 0}>
        <Duplicates after={after} />
      </Block>
    </>
  );
}

/** What came to the nomination beyond its route, and what may still be done. */
export function AfterwardsTab({ nomination }: { readonly nomination: NominationDetail }): ReactNode {
  return <Answered query={useAfterwards(nomination.id)}>{(after) => <Details nomination={nomination} after={after} />}</Answered>;
}
