import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { withQuery } from '../../api/client.ts';
import { useNominations } from '../../api/questions.ts';
import type { NominationLine } from '../../api/types.ts';
import { Page } from '../../parts/page.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Answered } from '../../parts/states.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { StateTag, Tag } from '../../parts/tag.tsx';
import { countOf, dateOf, momentOf } from '../../words/dates.ts';
import { stageLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';
import { Filters } from './filters.tsx';
import { useListQuery } from './list-query.ts';

function useColumns(): readonly Column<NominationLine>[] {
  const { words, language, say } = useSpeech();
  return [
    {
      key: 'nominee',
      title: words.nominee,
      cell: ({ id, nominee, achievement }) => (
        <>
          <Link to={`/nominations/${encodeURIComponent(id)}`}>{nominee}</Link>
          <span className="rest">{achievement}</span>
        </>
      ),
    },
    {
      key: 'unit',
      title: words.unit,
      cell: ({ unitName, submission }) => (
        <>
          {say(unitName)}
          <span className="rest">{submission}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: words.state,
      cell: ({ state, stage, held, endedAt }) => (
        <>
          <StateTag state={state} /> {held && <Tag tone="good">{words.held}</Tag>}
          {endedAt === null && <span className="rest">{stageLabel(stage, language)}</span>}
        </>
      ),
    },
    {
      key: 'due',
      title: words.dueAt,
      cell: ({ dueAt, late }) => (
        <>
          {dueAt === null ? '–' : momentOf(dueAt)} {late && <Tag tone="late">{words.late}</Tag>}
        </>
      ),
    },
    { key: 'submitted', title: words.submittedAt, cell: ({ submittedAt }) => dateOf(submittedAt) },
  ];
}

/** All nominations that the reader may see: searched, filtered, sorted; the address keeps the view. */
export function NominationsPage(): ReactNode {
  const { words, language } = useSpeech();
  const { query, change } = useListQuery();
  const nominations = useNominations(query);
  const columns = useColumns();
  const { cursor, ...shown } = query;
  const total = nominations.data?.total;
  const lead = total && `${words.total}: ${total.exact ? '' : `${words.about} `}${countOf(total.count, language)}`;
  return (
    <Page
      title={words.nominations}
      lead={lead}
      tools={<Button href={withQuery('/v1/console/nominations/export', shown)}>{words.exportXlsx}</Button>}
    >
      <Filters query={query} onChange={change} />
      <Answered query={nominations}>
        {(list) => (
          <div className="card">
            <Table caption={words.nominations} columns={columns} rows={list.items} keyOf={({ id }) => id} empty={words.noNominations} />
            <Pager
              nextCursor={list.nextCursor}
              cursor={cursor}
              onCursor={(next) => {
                change({ cursor: next });
              }}
            />
          </div>
        )}
      </Answered>
    </Page>
  );
}
