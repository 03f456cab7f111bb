import type { ReactNode } from 'react';
import { useNames } from '../../api/names.ts';
import type { DecisionView, DocumentView, HoldView, NominationDetail } from '../../api/types.ts';
import { Section } from '../../parts/page.tsx';
import { Table } from '../../parts/table.tsx';
import { civilDate, dateOf } from '../../words/dates.ts';
import { authorityLabel } from '../../words/hold-names.ts';
import { outcomeLabel, paperLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';

/** What was signed: by which level, with what result, under which number. */
export function DecisionList({ nomination }: { readonly nomination: NominationDetail }): ReactNode {
  const { words, language, say } = useSpeech();
  const names = useNames();
  const { decisions, programme, tasks } = nomination;
  if (decisions.length === 0) return null;
  const postTitles = new Map(tasks.flatMap(({ post, postTitle }) => (postTitle ? [[post, say(postTitle)] as const] : [])));
  const columns = [
    { key: 'number', title: words.number, cell: ({ number }: DecisionView) => number ?? words.noNumberYet },
    { key: 'level', title: words.level, cell: ({ level }: DecisionView) => names.level(programme, level) },
    { key: 'outcome', title: words.outcome, cell: ({ outcome }: DecisionView) => outcomeLabel(outcome, language) },
    { key: 'signedOn', title: words.signedOn, cell: ({ signedOn }: DecisionView) => civilDate(signedOn) },
    { key: 'signer', title: words.signer, cell: ({ signer }: DecisionView) => signer },
    { key: 'issuer', title: words.issuer, cell: ({ issuer }: DecisionView) => postTitles.get(issuer) ?? issuer },
  ];
  return (
    <Section title={words.decisions}>
      <Table caption={words.decisions} columns={columns} rows={decisions} keyOf={({ level }) => level} empty={words.nothingHere} />
    </Section>
  );
}

export function HoldList({ holds }: { readonly holds: readonly HoldView[] }): ReactNode {
  const { words } = useSpeech();
  if (holds.length === 0) return null;
  const columns = [
    { key: 'authority', title: words.authority, cell: ({ authority }: HoldView) => authorityLabel(authority, words) },
    { key: 'paper', title: words.paper, cell: ({ paper }: HoldView) => paper ?? '–' },
    { key: 'from', title: words.heldFrom, cell: ({ from }: HoldView) => dateOf(from) },
    { key: 'until', title: words.heldUntil, cell: ({ liftedFrom }: HoldView) => (liftedFrom === null ? '–' : dateOf(liftedFrom)) },
  ];
  return (
    <Section title={words.holds}>
      <Table caption={words.holds} columns={columns} rows={holds} keyOf={({ id }) => id} empty={words.nothingHere} />
    </Section>
  );
}

export function DocumentList({ documents }: { readonly documents: readonly DocumentView[] }): ReactNode {
  const { words, language, say } = useSpeech();
  const name = ({ name: title, sha256, received }: DocumentView): ReactNode =>
    received ? <a href={`/v1/documents/${encodeURIComponent(sha256)}`}>{title}</a> : title;
  const columns = [
    { key: 'name', title: words.documents, cell: name },
    { key: 'kind', title: words.kind, cell: ({ kind, kindName }: DocumentView) => (kindName ? say(kindName) : paperLabel(kind, language)) },
    { key: 'state', title: words.state, cell: ({ received }: DocumentView) => (received ? words.received : words.declaredOnly) },
  ];
  return (
    <Table
      caption={words.documents}
      columns={columns}
      rows={documents}
      keyOf={({ kind, sha256 }) => `${kind}-${sha256}`}
      empty={words.nothingHere}
    />
  );
}
