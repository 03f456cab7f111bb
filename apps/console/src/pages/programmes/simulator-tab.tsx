import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import { ask, withQuery } from '../../api/client.ts';
import type { Moment, ProgrammeDetail, SimulatedStage, Simulation } from '../../api/types.ts';
import { Choice, Typed } from '../../parts/field.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { civilDate, dateOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';

const wall = ({ on, time }: Moment): string => `${time} ${civilDate(on)}`;

const listed = (values: readonly string[] = []): string => (values.length === 0 ? '–' : values.join(', '));

function useColumns(): readonly Column<SimulatedStage>[] {
  const { words, say } = useSpeech();
  return [
    { key: 'stage', title: words.stage, cell: ({ name, level }) => `${say(level)} · ${say(name)}` },
    { key: 'reached', title: words.opened, cell: ({ reachedAt }) => wall(reachedAt) },
    { key: 'due', title: words.dueAt, cell: ({ wait }) => (wait ? wall(wait.dueAt) : '–') },
    { key: 'closes', title: words.closesAt, cell: ({ wait }) => (wait ? wall(wait.closesAt) : '–') },
    { key: 'reminders', title: words.reminder, cell: ({ wait }) => listed(wait?.reminders.map(wall)) },
    { key: 'stepped', title: words.steppedOver, cell: ({ wait }) => listed(wait?.steppedOver.map(({ on }) => civilDate(on))) },
  ];
}

/** The dates that a nomination filed on a day would meet; nothing is sent. */
export function SimulatorTab({ detail }: { readonly detail: ProgrammeDetail }): ReactNode {
  const { words, say } = useSpeech();
  const [filedOn, setFiledOn] = useState(() => dateOf(new Date().toISOString()).split('/').reverse().join('-'));
  const [pace, setPace] = useState('due');
  const columns = useColumns();
  const path = `/v1/console/programmes/${encodeURIComponent(detail.programme)}/simulation`;
  const simulation = useQuery({
    queryKey: ['simulation', detail.programme, detail.version, filedOn, pace],
    queryFn: () => ask<Simulation>(withQuery(path, { version: detail.version, filedOn, pace })),
    placeholderData: keepPreviousData,
  });
  const paces = [
    { value: 'due', label: words.paceDue },
    { value: 'closing', label: words.paceClosing },
  ];
  return (
    <>
      <div className="filters">
        <Typed label={words.filedOn} type="date" value={filedOn} onType={setFiledOn} />
        <Choice label={words.pace} value={pace} options={paces} onChoose={setPace} />
      </div>
      <Answered query={simulation}>
        {({ stages, warnings }) => (
          <>
            {warnings.map((warning) => (
              <Alert key={warning.en} type="warning" showIcon title={say(warning)} />
            ))}
            <div className="card">
              <Table caption={words.simulator} columns={columns} rows={stages} keyOf={({ key }) => key} empty={words.nothingHere} />
            </div>
          </>
        )}
      </Answered>
    </>
  );
}
