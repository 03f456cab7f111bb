import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../api/session.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { useSpeech } from '../../words/words.tsx';
import { NoteDialog, type Noted } from './note-dialog.tsx';

interface NotedTableProps<Line> {
  readonly caption: string;
  readonly columns: readonly Column<Line>[];
  readonly rows: readonly Line[];
  readonly empty: string;
  /** What is noted of a line, and the words on its button. */
  readonly is: Noted['is'];
  readonly label: string;
  readonly isDue: (line: Line) => boolean;
}

/** A list of what is still owed, with a way for who may to note on each line that it was done. */
export function NotedTable<Line extends { readonly id: string; readonly nominee: string }>(props: NotedTableProps<Line>): ReactNode {
  const { caption, columns, rows, empty, is, label, isDue } = props;
  const { words } = useSpeech();
  const mayNote = useMay('change-registry');
  const [noted, setNoted] = useState<Noted | null>(null);
  const note: Column<Line> = {
    key: 'note',
    title: words.actions,
    cell: (line) =>
      isDue(line) && mayNote ? (
        <Button
          size="small"
          aria-label={`${label}: ${line.nominee}`}
          onClick={() => {
            setNoted({ is, id: line.id, of: line.nominee });
          }}
        >
          {label}
        </Button>
      ) : (
        '–'
      ),
  };
  return (
    <>
      <Table caption={caption} columns={[...columns, note]} rows={rows} keyOf={({ id }) => id} empty={empty} />
      {noted && (
        <NoteDialog
          noted={noted}
          onClose={() => {
            setNoted(null);
          }}
        />
      )}
    </>
  );
}
