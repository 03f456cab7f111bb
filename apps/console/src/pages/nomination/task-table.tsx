import type { ReactNode } from 'react';
import type { TaskView } from '../../api/types.ts';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { momentOf } from '../../words/dates.ts';
import { choiceLabel, stageLabel, taskStateLabel } from '../../words/labels.ts';
import { useSpeech } from '../../words/words.tsx';

/** Who was asked for what, when they were reminded, and what became of it. */
export function TaskTable({ tasks }: { readonly tasks: readonly TaskView[] }): ReactNode {
  const { words, language, say } = useSpeech();
  const columns: readonly Column<TaskView>[] = [
    {
      key: 'person',
      title: words.assignee,
      cell: ({ person, actingFor, postTitle, post }) => (
        <>
          {person.fullName}
          {actingFor !== null && ` (${words.actingFor} ${actingFor})`}
          <span className="rest">{postTitle ? say(postTitle) : post}</span>
        </>
      ),
    },
    { key: 'stage', title: words.stage, cell: ({ kind }) => stageLabel(kind, language) },
    {
      key: 'state',
      title: words.state,
      cell: ({ state, choice }) => (
        <Tag tone={state === 'open' ? 'calm' : 'still'}>
          {choice === null ? taskStateLabel(state, language) : choiceLabel(choice, language)}
        </Tag>
      ),
    },
    { key: 'opened', title: words.opened, cell: ({ openedAt }) => momentOf(openedAt) },
    { key: 'due', title: words.dueAt, cell: ({ dueAt }) => (dueAt === null ? '–' : momentOf(dueAt)) },
    {
      key: 'reminders',
      title: words.reminders,
      cell: ({ remindersSent, escalatedAt }) => (
        <>
          {remindersSent}
          {escalatedAt !== null && (
            <span className="rest">
              {words.escalated}: {momentOf(escalatedAt)}
            </span>
          )}
        </>
      ),
    },
  ];
  return <Table caption={words.tasks} columns={columns} rows={tasks} keyOf={({ id }) => id} empty={words.nothingHere} />;
}
