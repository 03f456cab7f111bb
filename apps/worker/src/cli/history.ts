import { readEnvironment } from '@laurel/config';
import { Database } from '@laurel/db';
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { readArguments, required, UsageError } from './arguments.ts';
import { NotATable } from './history/csv.ts';
import { importHistory, type HistoryAnswer } from './history/import-history.ts';

const USAGE = `npm run history -- <command> --file <file.csv|file.xlsx> --programme <name> [--json]
  import   takes earlier awards over: the whole file, or nothing and every problem by row and column
  check    looks for problems and writes nothing`;

async function run(args: readonly string[]): Promise<HistoryAnswer> {
  const { command, options } = readArguments(args, ['file', 'programme']);
  if (command !== 'import' && command !== 'check') throw new UsageError(USAGE);
  const path = required(options, 'file');
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`--file "${path}" cannot be read: check the path.`);
  });
  const database = new Database(readEnvironment().DATABASE_URL, 2);
  try {
    const programme = required(options, 'programme');
    const order = { programme, fileName: basename(path), bytes, importedBy: userInfo().username, dryRun: command === 'check' };
    return await importHistory(database, order);
  } finally {
    await database.close();
  }
}

function inWords(answer: HistoryAnswer): string {
  if (answer.is === 'refused')
    return answer.problems
      .map(({ row, column, message }) => `Dòng ${String(row)}, cột ${column}: ${message.vi} · ${message.en}`)
      .join('\n');
  if (answer.is === 'checked') return `${String(answer.rows)} dòng, không có lỗi · rows, no problem`;
  if (answer.before) return 'Tệp này đã nhập rồi, không nhập lại · This file was taken over before; nothing was written';
  return `${String(answer.written)} / ${String(answer.rows)} dòng đã nhập · rows taken over`;
}

try {
  const answer = await run(process.argv.slice(2));
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(answer) : inWords(answer)}\n`);
  process.exitCode = answer.is === 'refused' ? 1 : 0;
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof NotATable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
