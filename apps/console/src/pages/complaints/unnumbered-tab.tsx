import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useUnnumbered } from '../../api/aftermath.ts';
import { useNames } from '../../api/names.ts';
import { useMay } from '../../api/session.tsx';
import type { UnnumberedDecision } from '../../api/types.ts';
import { Flag } from '../../parts/flag.tsx';
import { ViewPager } from '../../parts/pager.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import type { ViewChange } from '../../parts/url-view.ts';
import { civilDate } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';
import { ProgrammeFilter } from '../../parts/programme-filter.tsx';
import { About } from './about.tsx';
import { NumberDialog } from './number-dialog.tsx';

interface TableProps {
  readonly rows: readonly UnnumberedDecision[];
  /** Null for whoever only reads. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (id: string, on: boolean) => void;
}

function UnnumberedTable({ rows, chosen, onChoose }: TableProps): ReactNode {
  const { words } = useSpeech();
  const names = useNames();
  const choice: Column<UnnumberedDecision> = {
    key: 'choice',
    title: words.chooseLine,
    cell: ({ id, nominee }) => (
      <Flag
        label={<span className="unseen">{nominee}</span>}
        on={chosen?.has(id) ?? false}
        onChange={(on) => {
          onChoose(id, on);
        }}
      />
    ),
  };
  const columns: readonly Column<UnnumberedDecision>[] = [
    { key: 'about', title: words.nominee, cell: (line) => <About line={line} /> },
    { key: 'level', title: words.level, cell: ({ programme, level }) => names.level(programme, level) },
    { key: 'signedOn', title: words.signedOn, cell: ({ signedOn }) => civilDate(signedOn) },
    { key: 'signer', title: words.signer, cell: ({ signer }) => signer },
    ...(chosen ? [choice] : []),
  ];
  return <Table caption={words.unnumbered} columns={columns} rows={rows} keyOf={({ id }) => id} empty={words.noUnnumbered} />;
}

/** Decisions of one page: some or all of them are chosen and get their number at once. */
function Numbering({ rows }: { readonly rows: readonly UnnumberedDecision[] }): ReactNode {
  const { words } = useSpeech();
  const mayNumber = useMay('change-registry');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<readonly UnnumberedDecision[]>([]);
  const picked = rows.filter(({ id }) => chosen.has(id));
  return (
    <>
      {mayNumber && rows.length > 0 && (
        <div className="offer">
          <Flag
            label={words.chooseAll}
            on={picked.length === rows.length}
            onChange={(all) => {
              setChosen(new Set(all ? rows.map(({ id }) => id) : []));
            }}
          />
          <Button
            type="primary"
            disabled={picked.length === 0}
            onClick={() => {
              setAsked(picked);
            }}
          >
            {words.giveNumber} ({picked.length})
          </Button>
        </div>
      )}
      <UnnumberedTable
        rows={rows}
        chosen={mayNumber ? chosen : null}
        onChoose={(id, on) => {
          setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
        }}
      />
      {asked.length > 0 && (
        <NumberDialog
          decisions={asked}
          onClose={() => {
            setAsked([]);
          }}
        />
      )}
    </>
  );
}

interface TabProps {
  readonly view: ViewChange<'programme' | 'cursor'>;
  readonly change: (changes: ViewChange<'programme' | 'cursor'>) => void;
}

/** Signed decisions that wait for their number, the longest first. */
export function UnnumberedTab({ view, change }: TabProps): ReactNode {
  const { words } = useSpeech();
  const decisions = useUnnumbered({ programme: view.programme, cursor: view.cursor });
  return (
    <>
      <p className="soft tab-lead">{words.unnumberedLead}</p>
      <ProgrammeFilter view={view} change={change} />
      <Answered query={decisions}>
        {({ items, nextCursor }) => (
          <>
            <Numbering rows={items} />
            <ViewPager view={view} change={change} nextCursor={nextCursor} />
          </>
        )}
      </Answered>
    </>
  );
}
