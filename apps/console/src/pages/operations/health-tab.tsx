import type { ReactNode } from 'react';
import { useHealth } from '../../api/operations.ts';
import type { OperationsHealth } from '../../api/types.ts';
import { Facts } from '../../parts/facts.tsx';
import { Section } from '../../parts/page.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { countOf, momentOf } from '../../words/dates.ts';
import { loopLabel } from '../../words/labels.ts';
import type { Words } from '../../words/vi.ts';
import { useSpeech } from '../../words/words.tsx';

const PARTS = { database: 'database', temporal: 'temporal', workers: 'workers', mail: 'mailChannel' } as const satisfies Record<
  string,
  keyof Words
>;
const FLOW = {
  inbox: 'eventsIn',
  acts: 'acts',
  mails: 'mailsWaiting',
  outbox: 'eventsOut',
  deadEvents: 'deadEvents',
  undeliverableMails: 'undeliverable',
} as const satisfies Record<string, keyof Words>;

type Loop = OperationsHealth['workers'][number]['loops'][number] & { readonly worker: string };

function Parts({ health }: { readonly health: OperationsHealth }): ReactNode {
  const { words } = useSpeech();
  return (
    <div className="figures">
      {Object.entries(PARTS).map(([part, title]) => {
        const state = health.parts[part as keyof typeof PARTS];
        return (
          <div key={part} className="figure">
            <Tag tone={state === 'ok' ? 'calm' : 'late'}>{words[state]}</Tag>
            <br />
            {words[title]}
          </div>
        );
      })}
    </div>
  );
}

function Flow({ health }: { readonly health: OperationsHealth }): ReactNode {
  const { words, language } = useSpeech();
  const rows = Object.entries(FLOW).map(([key, title]) => ({ key, title: words[title], ...health.flow[key as keyof typeof FLOW] }));
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { key: 'what', title: words.queue, cell: ({ title }) => title },
    { key: 'count', title: words.waiting, cell: ({ count }) => countOf(count, language), align: 'right' },
    { key: 'age', title: words.oldestSeconds, cell: ({ ageSeconds }) => ageSeconds ?? '–', align: 'right' },
  ];
  return <Table caption={words.queue} columns={columns} rows={rows} keyOf={({ key }) => key} empty={words.nothingHere} />;
}

type Worker = OperationsHealth['workers'][number];

/** The loops of the workers that run, folded away while all is well with them; those that ran before, a restart leaves them behind, always. */
function Loops({ health: { workers } }: { readonly health: OperationsHealth }): ReactNode {
  const { words } = useSpeech();
  const running = workers.filter(({ loops }) => loops.some(({ turns }) => turns));
  const shown = running.length > 0 ? running : workers;
  const loops = shown.flatMap((worker) => worker.loops);
  const [count, down] = [loops.length, loops.filter(({ turns, lastError }) => !turns || lastError !== null).length];
  const gone = workers.filter((worker) => !shown.includes(worker));
  return (
    <>
      <details open={down > 0}>
        <summary>
          {words.loops} ({count}){down > 0 && ` · ${words.down}: ${String(down)}`}
        </summary>
        <LoopTable workers={shown} />
      </details>
      {gone.length > 0 && (
        <details>
          <summary>
            {words.workersGone} ({gone.length})
          </summary>
          <LoopTable workers={gone} />
        </details>
      )}
    </>
  );
}

function LoopTable({ workers }: { readonly workers: readonly Worker[] }): ReactNode {
  const { words, language } = useSpeech();
  const rows = workers.flatMap(({ worker, loops }) => loops.map((loop): Loop => ({ ...loop, worker })));
  const columns: readonly Column<Loop>[] = [
    { key: 'worker', title: words.workers, cell: ({ worker }) => worker },
    { key: 'loop', title: words.loop, cell: ({ loop }) => loopLabel(loop, language) },
    { key: 'state', title: words.state, cell: ({ turns }) => <Tag tone={turns ? 'calm' : 'late'}>{turns ? words.ok : words.down}</Tag> },
    { key: 'turned', title: words.lastTurn, cell: ({ turnedAt }) => momentOf(turnedAt) },
    { key: 'error', title: words.lastFailure, cell: ({ lastError }) => lastError ?? '–' },
  ];
  return (
    <Table
      caption={words.workers}
      columns={columns}
      rows={rows}
      keyOf={({ worker, loop }) => `${worker}-${loop}`}
      empty={words.nothingHere}
    />
  );
}

function Details({ health }: { readonly health: OperationsHealth }): ReactNode {
  const { words } = useSpeech();
  const { canary, taskQueue } = health;
  return (
    <>
      <Parts health={health} />
      <div className="columns">
        <Section title={words.queue}>
          <Flow health={health} />
        </Section>
        <Section title={words.workers}>
          <Facts
            facts={[
              [words.asOf, momentOf(health.asOf)],
              [words.lastPoll, taskQueue?.lastPollAt ? momentOf(taskQueue.lastPollAt) : words.none],
              [words.mailTrouble, health.mail.up ? null : health.mail.reason],
              [words.backlog, taskQueue?.backlog ?? words.unknownYet],
              [words.builds, taskQueue?.builds.join(', ') ?? words.unknownYet],
              [words.canary, canary ? (canary.failure ?? `${words.ok} · ${momentOf(canary.endedAt ?? canary.startedAt)}`) : words.none],
              [words.reconciled, health.differences],
            ]}
          />
          <Loops health={health} />
        </Section>
      </div>
    </>
  );
}

/** Every part, every queue, every loop. */
export function HealthTab(): ReactNode {
  return <Answered query={useHealth()}>{(health) => <Details health={health} />}</Answered>;
}
