import { DirectoryRepository, HistoryRepository, RulesRepository, type Database, type HistoryImported } from '@laurel/db';
import { civilDateOf } from '@laurel/domain';
import { createHash } from 'node:crypto';
import { readHistory, COLUMNS, type RowProblem } from './read-history.ts';
import { rowsOf, type FileRow } from './table.ts';

export interface HistoryOrder {
  readonly programme: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly importedBy: string;
  /** Check only. */
  readonly dryRun: boolean;
}

export type HistoryAnswer =
  | { readonly is: 'imported' | 'checked'; readonly rows: number; readonly written: number; readonly before: boolean }
  | { readonly is: 'refused'; readonly problems: readonly RowProblem[] };

/** Takes a file of earlier awards over: all of it, or nothing and every problem by row and column. */
export async function importHistory(database: Database, order: HistoryOrder): Promise<HistoryAnswer> {
  const rows = await rowsOf(order.fileName, order.bytes);
  const columns = missingColumns(rows);
  if (columns.length > 0) return { is: 'refused', problems: columns };
  const { records, problems } = readHistory(rows, await worldOf(database, order.programme));
  if (problems.length > 0) return { is: 'refused', problems };
  if (order.dryRun) return { is: 'checked', rows: records.length, written: 0, before: false };
  const { programme, fileName, importedBy, bytes } = order;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const done: HistoryImported = await new HistoryRepository(database).import({ programme, sha256, fileName, importedBy, records });
  return { is: 'imported', ...done };
}

function missingColumns(rows: readonly FileRow[]): readonly RowProblem[] {
  const [first] = rows;
  const columns = COLUMNS.needed.filter((column) => first?.cells[column] === undefined);
  return columns.map((column) => ({
    row: 1,
    column,
    message: {
      vi: `Thiếu cột "${column}": dòng đầu ghi tên các cột ${[...COLUMNS.needed, ...COLUMNS.optional].join(', ')}`,
      en: `Column "${column}" is missing: the first row names the columns ${[...COLUMNS.needed, ...COLUMNS.optional].join(', ')}`,
    },
  }));
}

async function worldOf(database: Database, programme: string): Promise<Parameters<typeof readHistory>[1]> {
  const latest = await database.prisma.ruleSetVersion.findFirst({ where: { programme }, orderBy: { validFrom: 'desc' } });
  const directory = await database.prisma.directoryVersion.findUnique({ where: { programme } });
  const awards = latest ? (await new RulesRepository(database).ruleSet(programme, latest.version)).awards : [];
  const { units } = await new DirectoryRepository(database).at(programme, directory?.version ?? 0);
  return { awards, units: new Set(units.keys()), today: civilDateOf('Asia/Ho_Chi_Minh', Date.now()) };
}
